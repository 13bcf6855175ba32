import { faultPoint } from '../values/faults'
import { Asked } from './asked'
import type { Core, EnqueueIn, Running } from './core'
import type { ProgressReport, Reply } from './delivery'
import type { Ending, Endings } from './endings'
import { toRunError } from './execute'
import type { Member } from './group-commit'
import { passLockOn } from './locks'
import type { RunnerHost } from './runner'
import type { Waiters } from './waiters'
import { isOfTheDisk } from './write-problem'

const RETRY_WRITE_MS = 1000
const PROGRESS_ON_DISK_MS = 1000

export type IntakeHooks = {
  add(member: Member): void
  isStopped(): boolean
  cannotStart(found: string): void
}

type EndHooks = { weight?: number; committed?: () => void; impossible?: (error: unknown) => void }

const failedWith = (reply: Omit<Reply, 'outcome'>, error: unknown): Reply => ({
  ...reply,
  progress: null,
  outcome: { ok: false, error: { ...toRunError(error, null), transient: false } },
})

/** What comes back from a runner, on its way into the group: replies, losses, progress, questions, log lines. */
export class Intake {
  readonly host: RunnerHost

  constructor(
    private readonly core: Core,
    private readonly endings: Endings,
    private readonly waiters: Waiters,
    enqueue: EnqueueIn,
    private readonly hooks: IntakeHooks,
  ) {
    const asked = new Asked(core, hooks.add, enqueue)
    this.host = {
      replied: (replies) => this.replied(replies),
      progressed: (taskId, progress) => this.#progressed(taskId, progress),
      logged: (taskId, level, text) => asked.log(taskId, level, text),
      asked: (taskId, what, rows) => asked.answer(taskId, what, rows),
      returned: (taskIds) => this.#endAll(taskIds, (running) => endings.returned(running)),
      lost: (taskIds, why) => this.#endAll(taskIds, (running) => endings.lost(running, why)),
      freed: () => core.wake(),
      cannotStart: (found) => hooks.cannotStart(found),
    }
  }

  replied(replies: Reply[]): void {
    const known = replies.flatMap((reply) => {
      const running = this.core.running.get(reply.taskId)
      return running ? [{ running, reply }] : []
    })
    for (const { running, reply } of known) this.core.pace.learned(running.row.queue_id, reply.ms)
    this.#endReplied(known)
  }

  #endReplied(known: { running: Running; reply: Reply }[]): void {
    const work = () => {
      const ended = this.endings.replied(known)
      faultPoint('engine.acknowledged_before_commit')
      return ended
    }
    this.ends(work, {
      weight: known.length,
      // One of them cannot be written as it is: that one fails, and the others end as they did.
      impossible: (error) => {
        const [only] = known
        if (known.length > 1 || !only) for (const one of known) this.#endReplied([one])
        else this.#endReplied([{ running: only.running, reply: failedWith(only.reply, error) }])
      },
    })
  }

  /**
   * Endings join the group. Where the disk does not take them they are kept and tried again: nothing is lost. What no disk
   * would take is `impossible`; without that it is tried again as well.
   */
  ends(work: () => Ending[], { weight = 1, committed, impossible }: EndHooks = {}): void {
    let ended: Ending[] = []
    const member: Member = {
      weight,
      savepoint: 'bare',
      work: () => {
        ended = work()
        for (const { taskId } of ended) {
          const fence = this.core.running.get(taskId)?.fence
          if (fence) passLockOn(this.core, fence.name)
        }
      },
      committed: () => {
        for (const { taskId } of ended) this.core.running.delete(taskId)
        if (this.core.gates.wasFull()) this.core.wake()
        this.waiters.tell(ended)
        for (const { events } of ended) for (const event of events) this.core.events.emit(event)
        faultPoint('engine.acknowledged')
        committed?.()
      },
      failed: (error) => {
        if (impossible && !isOfTheDisk(error)) impossible(error)
        else if (!this.hooks.isStopped()) setTimeout(() => this.hooks.add(member), RETRY_WRITE_MS).unref()
      },
    }
    this.hooks.add(member)
  }

  /** A write that nobody waits for and that may be left out. */
  quietly(work: () => void): void {
    this.hooks.add({ weight: 1, savepoint: 'own', work, committed: () => {}, failed: () => {} })
  }

  #endAll(taskIds: number[], end: (running: Running) => Ending): void {
    const running = taskIds.flatMap((id) => this.core.running.get(id) ?? [])
    if (running.length) this.#endEach(running, end)
  }

  #endEach(running: Running[], end: (running: Running) => Ending): void {
    this.ends(() => running.map(end), {
      weight: running.length,
      impossible: (error) => {
        const [only] = running
        if (running.length > 1 || !only) for (const one of running) this.#endEach([one], end)
        else
          this.#endReplied([
            { running: only, reply: failedWith({ taskId: only.row.id, ms: 0, progress: null }, error) },
          ])
      },
    })
  }

  #progressed(taskId: number, progress: ProgressReport): void {
    const running = this.core.running.get(taskId)
    if (!running) return
    this.core.events.emit({ type: 'progress', id: taskId, current: progress.current, total: progress.total })
    const now = this.core.clock.awakeMs()
    if (now - running.progressOnDiskAt < PROGRESS_ON_DISK_MS) return
    running.progressOnDiskAt = now
    this.quietly(() => this.core.queries.progress(taskId, JSON.stringify(progress)))
  }
}
