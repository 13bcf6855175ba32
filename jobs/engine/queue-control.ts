import type { Reason } from '../values/problem'
import { revokeTask } from './commands'
import type { Core } from './core'
import type { QueueLimits } from './define-task'
import type { Endings } from './endings'
import { runningIn } from './make-core'
import type { Actor, Write } from './write'

/** So many tasks a transaction: a purge of a long queue holds up nobody for longer than a few milliseconds. */
const PAGE = 200

type WriteIn = <T>(actor: Actor, work: (write: Write) => T) => Promise<T>

/** What a person does with a queue. The rows are the truth: a pause outlives the office. */
export class QueueControl {
  constructor(
    private readonly core: Core,
    private readonly endings: Endings,
    private readonly writeIn: WriteIn,
  ) {}

  /** From now on this office works on these queues alone. */
  serveOnly(names: readonly string[]): void {
    this.core.gates.serve(names)
  }

  /** Nothing of the queue is handed out until it is resumed; what runs goes on. False where it was paused already. */
  pause(write: Write, name: string): boolean {
    const id = this.core.catalogue.queueId(name)
    if (this.core.gates.of(id).paused) return false
    this.core.queues.pause(id, write.actor, write.now)
    this.#changed(write, name)
    return true
  }

  resume(write: Write, name: string): boolean {
    const id = this.core.catalogue.queueId(name)
    if (!this.core.gates.of(id).paused) return false
    this.core.queues.resume(id)
    this.#changed(write, name)
    return true
  }

  /** Sets what a queue is held to; what is null has no limit, what is not given stands as Daybook declares it. */
  limit(write: Write, name: string, { maxRunning, rate }: QueueLimits): void {
    const id = this.core.catalogue.queueId(name)
    const tasks = rate === null ? 0 : (rate?.tasks ?? null)
    this.core.queues.limit(id, maxRunning === null ? 0 : (maxRunning ?? null), tasks, rate?.seconds ?? null)
    this.#changed(write, name)
  }

  /** Takes back everything that waits in a queue now, page by page; answers with how many. What runs goes on. */
  async purge(name: string, actor: Actor): Promise<number> {
    const id = this.core.catalogue.queueId(name)
    const upTo = this.core.queues.newestTask()
    const purge = (pageOf: () => number[]) => this.#purgePages(name, actor, pageOf)
    const ready = await purge(() => this.core.queues.ready(id, upTo, PAGE))
    const held = await purge(() => this.core.queues.waitingForOthers(id, upTo, PAGE))
    let purged = ready + held
    for (let after = { due_at: 0, id: 0 }; ; ) {
      const page = this.core.queues.waitingAfter(after.due_at, after.id, PAGE)
      const last = page.at(-1)
      if (!last) return purged
      after = { due_at: last.due_at ?? 0, id: last.id }
      const ids = page.filter((one) => one.queue_id === id && one.id <= upTo).map((one) => one.id)
      if (ids.length) purged += await this.writeIn(actor, (write) => this.#revokeAll(write, name, ids))
      else await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async #purgePages(name: string, actor: Actor, pageOf: () => number[]): Promise<number> {
    for (let purged = 0; ; ) {
      const page = await this.writeIn(actor, (write) => this.#revokeAll(write, name, pageOf()))
      if (page === 0) return purged
      purged += page
    }
  }

  #revokeAll(write: Write, queue: string, ids: number[]): number {
    const reason = { code: 'engine.purged', params: { queue, by: write.actor } }
    for (const id of ids) revokeTask(this.core, this.endings, write, id, { reason })
    return ids.length
  }

  /** What holds the ready tasks of a queue back at this moment; null where only the slots do. */
  holds(name: string): Reason | null {
    const id = this.core.catalogue.queueId(name)
    const { paused, isServed, maxRunning, rate } = this.core.gates.of(id)
    if (paused) return { code: 'engine.queue_paused', params: { queue: name, by: paused.by } }
    if (!isServed) return { code: 'engine.queue_not_served', params: { queue: name } }
    if (maxRunning !== null && runningIn(this.core.running, id) >= maxRunning)
      return { code: 'engine.queue_full', params: { queue: name, limit: maxRunning } }
    if (rate) return { code: 'engine.queue_rate', params: { queue: name, ...rate } }
    return null
  }

  #changed(write: Write, name: string): void {
    this.core.gates.reload()
    write.emit({ type: 'queue_changed', name })
    this.core.wake()
  }
}
