import type { AttemptOutcome, TaskState } from '../../db/queries/engine'
import { pack } from '../values/deflated'
import { Problem, type Reason } from '../values/problem'
import { type Instant, instant } from '../values/time'
import { type Core, type EnqueueIn, openWrite, type Running, undoFrom } from './core'
import type { TaskCall } from './define-task'
import type { Reply, RunError } from './delivery'
import { toRunError } from './execute'
import { inputVersion } from './input-version'
import { checkFence } from './locks'
import { endOfLoss, MOST_LOSSES, WORKER_LOST } from './losses'
import { retryDelaySeconds, retryOf } from './registry'
import { resultText } from './result-text'
import type { LossReason } from './runner'
import type { OfficeEvent, Write } from './write'

const MOST_STALE = 10

/** What an ending adds to its group: events that go out after the commit, and what was decided. */
export type Ending = { taskId: number; state: TaskState; events: OfficeEvent[] }

/**
 * How deliveries end. Everything here runs inside the group's transaction: a task's effects and its acknowledgement are
 * one transaction, and a task whose effects throw leaves none of them.
 */
export class Endings {
  readonly #savepoint
  readonly #release
  readonly #undo

  constructor(
    private readonly core: Core,
    private readonly enqueue: EnqueueIn,
  ) {
    this.#savepoint = core.db.prepare('savepoint effects')
    this.#release = core.db.prepare('release effects')
    this.#undo = core.db.prepare('rollback to effects')
  }

  /** The replies of a runner. Tasks without effects that end alike are written together: most of a busy queue's are. */
  replied(replies: { running: Running; reply: Reply }[]): Ending[] {
    const now = this.core.clock.now()
    const alike = new Map<string | null, number[]>()
    const followed: { running: Running; reply: Reply }[] = []
    const ended = replies.map(({ running, reply }): Ending => {
      const { row, task } = running
      if (!reply.outcome.ok) return this.#failed(running, reply.outcome.error, reply, now)
      if (task.commit) return this.#succeeded(running, reply.outcome.value, reply, now)
      if (reply.progress) this.core.queries.progress(row.id, JSON.stringify(reply.progress))
      const result = reply.outcome.value as string | null
      const ids = alike.get(result)
      if (ids) ids.push(row.id)
      else alike.set(result, [row.id])
      this.#count(running, 'success')
      if (row.batch_id !== null) followed.push({ running, reply })
      return { taskId: row.id, state: 'success', events: [] }
    })
    for (const [result, ids] of alike) this.core.queries.finishQuickly(ids, now, result)
    for (const { running, reply } of followed) {
      const result = reply.outcome.ok ? (reply.outcome.value as string | null) : null
      ended.push({ taskId: running.row.id, state: 'success', events: this.#followed(running, result) })
    }
    return ended
  }

  #succeeded(running: Running, output: unknown, reply: Reply, now: Instant): Ending {
    try {
      return this.#guarded(() => this.#commit(running, output, reply, now))
    } catch (error) {
      if (!this.core.db.inTransaction) throw error
      return this.#failed(running, toRunError(error, null), reply, now)
    }
  }

  #commit(running: Running, output: unknown, reply: Reply, now: Instant): Ending {
    const { row, task, call } = running
    if (running.version !== null && inputVersion(this.core, running) !== running.version)
      return this.#stale(running, now)
    checkFence(this.core.db, running.fence)
    const events: OfficeEvent[] = []
    const write = openWrite(this.core, `task:${row.id}`, events, this.enqueue)
    const text = resultText(task.commit?.(write, output, running.args, call))
    this.core.queries.finish(row.id, 'success', now, text, null, progressText(reply))
    this.#close(running, 'success', 'success', null, now)
    if (row.batch_id !== null) events.push(...this.#followed(running, text))
    return { taskId: row.id, state: 'success', events }
  }

  /** A member of a batch has succeeded: what follows from it. */
  #followed({ row }: Running, result: string | null): OfficeEvent[] {
    return this.core.batches.ended(row.id, 'success', result, null)
  }

  /** What `load` read has changed since: run again on fresh input. */
  #stale(running: Running, now: Instant): Ending {
    const off = this.#endCalledOff(running)
    if (off) return off
    if (this.core.queries.staleAttempts(running.row.id) >= MOST_STALE) {
      const problem = new Problem('engine.input_keeps_changing', { tries: MOST_STALE })
      return this.#end(running, 'failure', problem.reason, 'stale', now, null)
    }
    this.core.queries.again(running.row.id, 0, 0)
    this.#close(running, 'stale', 'ready', { code: 'engine.input_changed', params: {} }, now)
    this.core.ready.add(running.row.lane, running.row.queue_id)
    return { taskId: running.row.id, state: 'ready', events: [] }
  }

  #failed(running: Running, error: RunError, reply: Reply | null, now: Instant): Ending {
    const { row, task } = running
    const isCalledOff = error.code === 'engine.revoked'
    const reason = (isCalledOff && this.#calledOff(running)) || { code: error.code, params: error.params }
    if (error.stack) this.core.queries.log(row.id, row.attempt, now, 'error', error.stack.slice(0, 8000))
    if (isCalledOff) return this.#end(running, 'revoked', reason, 'revoked', now, reply)
    if (error.code === 'engine.stopping') return this.returned(running)
    const isSnoozed = error.code === 'engine.snoozed'
    const off = isSnoozed || error.transient ? this.#endCalledOff(running) : null
    if (off) return off
    if (isSnoozed) return this.#snoozed(running, reason, now)
    if (error.transient && row.retries < retryOf(task).max) {
      const dueAt = instant(now + retryDelaySeconds(task, row.retries) * 1000)
      this.core.queries.retryLater(row.id, dueAt, JSON.stringify(reason))
      this.#close(running, 'error', 'waiting', reason, now)
      this.core.rescheduleTimer()
      const events = this.#tell(row.id, (write) =>
        task.retrying?.(write, running.args, reason, { ...running.call, dueAt }),
      )
      return { taskId: row.id, state: 'waiting', events }
    }
    return this.#end(running, 'failure', reason, error.interrupted ? 'limit' : 'error', now, reply)
  }

  /** It put itself off: no failure, and no retry. */
  #snoozed(running: Running, reason: Reason, now: Instant): Ending {
    const { row } = running
    const seconds = Math.max(0, Number(reason.params.seconds) || 0)
    this.core.queries.putOff(row.id, instant(now + seconds * 1000), JSON.stringify(reason))
    this.#close(running, 'snoozed', 'waiting', reason, now)
    this.core.rescheduleTimer()
    return { taskId: row.id, state: 'waiting', events: [] }
  }

  #end(
    running: Running,
    state: 'failure' | 'revoked',
    reason: Reason,
    outcome: AttemptOutcome,
    now: Instant,
    reply: Reply | null,
  ): Ending {
    this.core.queries.finish(running.row.id, state, now, null, JSON.stringify(reason), reply && progressText(reply))
    this.#close(running, outcome, state, reason, now)
    return {
      taskId: running.row.id,
      state,
      events: this.tellFailed(running.row, running.task.name, running.args, state, reason),
    }
  }

  /** Lets the rows a task worked on say that it has ended without success. What that throws is logged, not lost. */
  tellFailed(
    row: { id: number; batch_id: number | null },
    name: string,
    args: Record<string, unknown>,
    state: TaskState,
    reason: Reason,
  ): OfficeEvent[] {
    const task = this.core.registry.find(name)
    const taskId = row.id
    const told = this.#tell(taskId, (write) => {
      task?.failed?.(write, args, reason)
      if (state !== 'failure') return
      write.emit({ type: 'task_failed', id: taskId })
      this.core.taskFailed(write, { taskId, task: name, reason })
    })
    return row.batch_id === null ? told : [...told, ...this.core.batches.ended(taskId, state, null, reason)]
  }

  #tell(taskId: number, tell: (write: Write) => void): OfficeEvent[] {
    const events: OfficeEvent[] = []
    const write = openWrite(this.core, `task:${taskId}`, events, this.enqueue)
    try {
      this.#guarded(() => tell(write))
    } catch (error) {
      if (!this.core.db.inTransaction) throw error
      this.core.queries.log(taskId, 0, write.now, 'error', `telling of its end failed: ${String(error)}`)
    }
    return events
  }

  /** Never started: back where it was, as if it had not been handed out. */
  returned(running: Running): Ending {
    const off = this.#endCalledOff(running)
    if (off) return off
    const { id, queue_id, lane } = running.row
    // Its reply was on the way, and has been written: it stays ended.
    if (!this.core.queries.giveBack(id)) return { taskId: id, state: 'ready', events: [] }
    this.#count(running, 'ready')
    this.core.ready.add(lane, queue_id)
    return { taskId: id, state: 'ready', events: [] }
  }

  /**
   * The slot ended under it. A task that kills its slot three times ends, instead of going round and round; one whose place
   * was ended for another's sake is not counted for that.
   */
  lost(running: Running, why: LossReason): Ending {
    const now = this.core.clock.now()
    const end = endOfLoss(why, running.task)
    if (end) return this.#end(running, end.state, end.reason, end.outcome, now, null)
    const isCounted = why !== 'beside'
    const reason = { code: isCounted ? 'engine.slot_lost' : 'engine.ended_beside', params: {} }
    const asked = this.askAboutLost(running.row, running.args, running.call)
    if (asked) {
      this.#close(running, 'lost', 'success', reason, now)
      return asked
    }
    const off = this.#endCalledOff(running)
    if (off) return off
    if (isCounted && running.row.losses + 1 >= MOST_LOSSES)
      return this.#end(running, 'failure', WORKER_LOST, 'lost', now, null)
    this.core.queries.again(running.row.id, isCounted ? 1 : 0, 0)
    this.#close(running, 'lost', 'ready', reason, now)
    this.core.ready.add(running.row.lane, running.row.queue_id)
    return { taskId: running.row.id, state: 'ready', events: [] }
  }

  /** As its row says: that it was called off in the group of writes in which it ends is known there alone. */
  #calledOff({ row }: Running): Reason | null {
    const reason = this.core.queries.calledOff(row.id)
    return reason === null ? null : JSON.parse(reason)
  }

  /** Called off, and it would be handed out again: nobody else would end it. */
  #endCalledOff(running: Running): Ending | null {
    const reason = this.#calledOff(running)
    return reason && this.#end(running, 'revoked', reason, 'revoked', this.core.clock.now(), null)
  }

  /** A delivery with an outside effect and no answer: nobody knows, so nobody repeats it. */
  askAboutLost(
    row: { id: number; name_id: number; batch_id: number | null },
    args: Record<string, unknown>,
    call: TaskCall,
  ): Ending | null {
    const task = this.core.registry.find(this.core.catalogue.nameOf(row.name_id))
    if (!task?.begin || task.onLost !== 'ask' || !task.lost) return null
    const { lost } = task
    const events: OfficeEvent[] = []
    const write = openWrite(this.core, `task:${row.id}`, events, this.enqueue)
    const result = this.#guarded(() => lost(write, args, call))
    const text = pack(JSON.stringify(result ?? null))
    this.core.queries.finish(row.id, 'success', write.now, text, null, null)
    if (row.batch_id !== null) events.push(...this.core.batches.ended(row.id, 'success', text, null))
    return { taskId: row.id, state: 'success', events }
  }

  /** The attempt's row and the counters: the end of every delivery that was started. */
  #close(running: Running, outcome: AttemptOutcome, state: TaskState, reason: Reason | null, now: Instant): void {
    const { row, slot, startedAt } = running
    this.core.queries.attempt(
      row.id,
      row.attempt,
      this.core.bootId,
      slot,
      startedAt,
      now,
      outcome,
      reason && JSON.stringify(reason),
    )
    this.#count(running, state)
  }

  #count({ row }: Running, state: TaskState): void {
    this.core.counts.move(row.name_id, row.queue_id, 'running', state)
    this.core.events.taskChanged(row.id)
  }

  #guarded<T>(work: () => T): T {
    const forget = undoFrom(this.core)
    this.#savepoint.run()
    try {
      const result = work()
      this.#release.run()
      return result
    } catch (error) {
      if (this.core.db.inTransaction) {
        this.#undo.run()
        this.#release.run()
        forget()
      }
      throw error
    }
  }
}

const progressText = (reply: Reply) => (reply.progress ? JSON.stringify(reply.progress) : null)
