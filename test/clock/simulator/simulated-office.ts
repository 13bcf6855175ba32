import { applyMigrations } from '../../../db/migrate'
import { openDb } from '../../../db/open'
import type { EnqueueOptions } from '../../../jobs/engine/write'
import { instant, toIso } from '../../../jobs/values/time'
import { SchedulerOffice } from '../../unit/engine/scheduler/support/scheduler-office'
import type { Random } from '../random'

const SECOND = 1_000
const MINUTE = 60 * SECOND

function memoryDb(now: number) {
  const db = openDb(':memory:')
  applyMigrations(db, instant(now))
  return db
}

type Running = { taskId: number; schedule: string; endsAt: number }

/** An office in memory whose tasks take their time and end while the computer is awake. */
export class SimulatedOffice extends SchedulerOffice {
  readonly #random: Random
  #running: Running[] = []
  /** What was done that must not be done, in words. */
  readonly broken: string[] = []
  /** Schedules of which two tasks may run at once. */
  readonly mayOverlap = new Set<string>()

  constructor(random: Random, start: number) {
    super(toIso(instant(start)), memoryDb(start))
    this.#random = random
  }

  override enqueuedTask(taskId: number, options: EnqueueOptions): void {
    const schedule = options.origin ?? ''
    const other = this.#running.find((one) => one.schedule === schedule)
    if (other && !this.mayOverlap.has(schedule))
      this.broken.push(`${schedule}: task ${taskId} started while task ${other.taskId} had not ended`)
    const spread = options.eta === undefined ? 0 : options.eta - this.clock.wall
    this.#running.push({ taskId, schedule, endsAt: this.clock.awake + spread + this.#duration() })
  }

  #duration(): number {
    if (this.#random.chance(0.9)) return this.#random.whole(0, 40 * SECOND)
    return this.#random.chance(0.8) ? this.#random.whole(0, 20 * MINUTE) : this.#random.whole(0, 600 * MINUTE)
  }

  override end(taskId: number): void {
    const soon = this.clock.awake + this.#random.whole(0, 20) * SECOND
    for (const one of this.#running) if (one.taskId === taskId) one.endsAt = Math.min(one.endsAt, soon)
  }

  /** Time passes with the computer awake: what falls due is decided at its instant, tasks end at theirs. */
  async live(ms: number): Promise<void> {
    const end = this.clock.awake + ms
    let standing = 0
    while (this.clock.awake < end) {
      const nearest = Math.min(end, ...this.#running.map(({ endsAt }) => endsAt))
      const passed = await this.stepAwake(Math.max(0, nearest - this.clock.awake))
      const hasEnded = await this.#endTasks()
      standing = passed > 0 || hasEnded ? 0 : standing + 1
      if (standing > 100) throw new Error(`time stands still at ${toIso(this.clock.now())}`)
    }
  }

  async #endTasks(): Promise<boolean> {
    const ended = this.#running.filter(({ endsAt }) => endsAt <= this.clock.awake)
    if (ended.length === 0) return false
    this.#running = this.#running.filter(({ endsAt }) => endsAt > this.clock.awake)
    for (const { taskId } of ended) this.finish(taskId)
    await new Promise<void>((resolve) => setImmediate(resolve))
    return true
  }
}
