import type { Db } from '../../../../../db/open'
import { allSchedules, latestOccurrences, type OccurrenceRow, scheduleByName } from '../../../../../db/queries/schedule'
import { statement } from '../../../../../db/statement'
import { checkArgs } from '../../../../../jobs/engine/registry'
import {
  type BuiltIn,
  createSchedule,
  createScheduler,
  type NewSchedule,
  type Scheduler,
  type SchedulerConfig,
  type Terms,
  type WhileClosed,
  workingDays,
} from '../../../../../jobs/engine/scheduler'
import type { Actor, Enqueued, EnqueueOptions, OfficeEvent, Write } from '../../../../../jobs/engine/write'
import { recordAudit } from '../../../../../jobs/shared/audit'
import { Problem } from '../../../../../jobs/values/problem'
import { instant, toIso, type Zone } from '../../../../../jobs/values/time'
import { openTestDb } from '../../../../support/office-db'
import { HandClock } from './hand-clock'
import { TASKS } from './schedule-tasks'
import { at, HOUR, settled } from './times'

export { at, DAY, HOUR, MINUTE, settled } from './times'

/** One office with a real database and a real scheduler; clock and timers are in the test's hands. */
export class SchedulerOffice {
  readonly db: Db
  readonly clock: HandClock
  zone = 'Europe/Lisbon' as Zone
  modulesOff = new Set<string>()
  days = workingDays()
  /** Tasks that were to be ended, and whether torn away. */
  revoked: { taskId: number; terminate: boolean }[] = []
  tasks = TASKS
  caughtUp: WhileClosed[] = []
  problems: unknown[] = []
  /** Every timer that was set, in milliseconds. */
  timers: number[] = []
  enqueued: { taskId: number; task: string; args: Record<string, unknown>; options: EnqueueOptions }[] = []
  /** Throws where the test wants a transaction to fail. */
  beforeCommit: (write: Write) => void = () => {}
  scheduler!: Scheduler
  #builtIn: BuiltIn[] = []
  #bootId = 0
  #timer: { run: () => void; awakeAt: number } | null = null
  #listeners = new Set<(event: OfficeEvent) => void>()

  constructor(start: string, db: Db = openTestDb()) {
    this.db = db
    this.clock = new HandClock(at(start))
  }

  async open(builtIn: BuiltIn[] = this.#builtIn): Promise<this> {
    this.#builtIn = builtIn
    const started = this.db.prepare('insert into boot (started_at, pid, version) values (?, 1, ?)')
    this.#bootId = Number(started.run(this.clock.now(), 'test').lastInsertRowid)
    this.scheduler = createScheduler(this.#config())
    await this.scheduler.start()
    return this
  }

  /** `killed`: without a word, as a power cut does it. */
  async close(how: 'well' | 'killed' = 'well'): Promise<void> {
    await this.scheduler.stop()
    if (how === 'well') this.db.prepare('update boot set ended_at = ? where id = ?').run(this.clock.now(), this.#bootId)
  }

  /** Time passes with the computer awake; timers ring when they are due. */
  async run(ms: number): Promise<void> {
    const end = this.clock.awake + ms
    while (this.#timer && this.#timer.awakeAt <= end) {
      const { run, awakeAt } = this.#timer
      this.#timer = null
      this.#pass(awakeAt - this.clock.awake)
      run()
      await settled()
    }
    this.#pass(end - this.clock.awake)
  }

  /**
   * A step of time with the computer awake, to the nearest instant at which something is due and at most so far. The rings
   * in between find nothing due and are left out. Answers with how much time passed.
   */
  async stepAwake(mostMs: number): Promise<number> {
    const next = this.scheduler.status().nextDueAt
    const away = next === null ? Number.POSITIVE_INFINITY : Math.max(0, next - this.clock.wall)
    const ms = Math.min(away, mostMs)
    this.#pass(ms)
    if (ms === away) await this.#ring()
    return ms
  }

  /** Time passes until the timer rings next. */
  async ringNext(): Promise<void> {
    if (!this.#timer) return
    this.#pass(Math.max(0, this.#timer.awakeAt - this.clock.awake))
    await this.#ring()
  }

  async #ring(): Promise<void> {
    const ring = this.#timer?.run
    this.#timer = null
    ring?.()
    await settled()
  }

  /** Days pass with the computer awake, looked at once an hour: for instants on the hour it is the same, and quick. */
  async hours(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.#pass(HOUR)
      await this.#ring()
    }
  }

  /** The lid is shut: the wall clock goes on, awake time and timers stand still. */
  sleep(ms: number): void {
    this.clock.wall += ms
  }

  /** Somebody sets the clock, and test mode says so. */
  async setClock(iso: string): Promise<void> {
    this.clock.wall = at(iso)
    this.clock.announceJump()
    await settled()
  }

  #pass(ms: number): void {
    this.clock.wall += ms
    this.clock.awake += ms
  }

  write = async <T>(actor: Actor, work: (write: Write) => T): Promise<T> => {
    await Promise.resolve()
    const events: OfficeEvent[] = []
    const write: Write = {
      db: this.db,
      now: this.clock.now(),
      zone: this.zone,
      actor,
      enqueue: (task, args, options = {}) => this.#enqueue(task, args, options),
      emit: (event) => void events.push(event),
    }
    const result = this.db.transaction(() => {
      const answer = work(write)
      this.beforeCommit(write)
      return answer
    })()
    for (const event of events) this.emit(event)
    return result
  }

  emit(event: OfficeEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  /** A schedule of the administrator's own. */
  async add(typed: Partial<NewSchedule> = {}): Promise<number> {
    const defaults = {
      name: 'Tidy',
      task: 'test.tidy',
      args: {},
      zone: this.zone,
      expiresS: null,
      enabled: true,
      module: null,
    }
    const row = await this.write('user:1', (write) => createSchedule(write, { ...defaults, ...typed }, this.terms))
    await settled()
    return row.id
  }

  get terms(): Terms {
    return { isModuleOn: (name) => !this.modulesOff.has(name), days: this.days }
  }

  /** The scheduler asks for a running task to be ended. */
  end(taskId: number, terminate: boolean): void {
    this.revoked.push({ taskId, terminate })
  }

  finish(taskId: number): void {
    statement(this.db, "update task set state = 'success', open_key = null, finished_at = ? where id = ?").run(
      this.clock.now(),
      taskId,
    )
    this.emit({ type: 'tasks_changed' })
  }

  finishAll(): void {
    for (const { taskId } of this.enqueued) this.finish(taskId)
  }

  schedule(name: string) {
    const row = scheduleByName(this.db, name)
    if (!row) throw new Error(`no schedule ${name} among ${allSchedules(this.db).map((one) => one.name)}`)
    return row
  }

  /** Occurrences, oldest first: `2026-01-03T02:00 enqueued schedule.caught_up`. */
  occurrences(name: string): string[] {
    return this.occurrenceRows(name).map((row) => {
      const reason = row.reason === null ? '' : ` ${(JSON.parse(row.reason) as { code: string }).code}`
      return `${toIso(instant(row.due_at)).slice(0, 16)} ${row.state}${reason}`
    })
  }

  occurrenceRows(name: string): OccurrenceRow[] {
    return latestOccurrences(this.db, this.schedule(name).id, 100_000).reverse()
  }

  nextDue(name: string): string | null {
    const next = this.schedule(name).next_due_at
    return next === null ? null : toIso(instant(next)).slice(0, 16)
  }

  enqueuedTask(_taskId: number, _options: EnqueueOptions): void {}

  #enqueue(name: string, given: Record<string, unknown>, options: EnqueueOptions): Enqueued {
    const task = this.tasks.find((one) => one.name === name)
    if (!task) throw new Problem('engine.unknown_task', { task: name, near: '' }, { kind: 'not_found' })
    const args = checkArgs(task, given)
    const key = task.key?.(args) ?? null
    const nameId = this.#id('task_name', name)
    const held = statement(this.db, 'select id from task where name_id = ? and open_key = ?').pluck().get(nameId, key)
    if (held !== undefined) return { taskId: Number(held), deduplicated: true, state: 'PENDING' }
    const inserted = statement(
      this.db,
      `insert into task (name_id, queue_id, lane, priority, state, args, open_key, key, origin, created_at)
         values (?, ?, 0, 50, 'ready', ?, ?, ?, ?, ?)`,
    ).run(
      nameId,
      this.#id('queue', task.queue),
      JSON.stringify(args),
      key,
      key,
      options.origin ?? 'system',
      this.clock.now(),
    )
    const taskId = Number(inserted.lastInsertRowid)
    this.enqueued.push({ taskId, task: name, args, options })
    this.enqueuedTask(taskId, options)
    return { taskId, deduplicated: false, state: 'PENDING' }
  }

  #id(table: 'task_name' | 'queue', name: string): number {
    const known = statement(this.db, `select id from ${table} where name = ?`).pluck().get(name)
    if (known !== undefined) return Number(known)
    const sql =
      table === 'queue'
        ? 'insert into queue (name, priority) values (?, 50)'
        : 'insert into task_name (name) values (?)'
    return Number(this.db.prepare(sql).run(name).lastInsertRowid)
  }

  #config(): SchedulerConfig {
    return {
      engine: {
        db: this.db,
        clock: this.clock,
        zone: () => this.zone,
        write: this.write,
        revoke: async (taskId, { terminate }) => {
          this.end(taskId, terminate)
          return { state: 'STARTED' }
        },
        definition: (name) => this.tasks.find((task) => task.name === name) ?? null,
        onEvent: (listener) => {
          this.#listeners.add(listener)
          return () => this.#listeners.delete(listener)
        },
        status: () => ({
          state: 'running',
          bootId: this.#bootId,
          startedAt: this.clock.now(),
          slots: [],
          degradedReason: null,
        }),
      },
      builtIn: this.#builtIn,
      isModuleOn: (name) => this.terms.isModuleOn(name),
      workingDays: () => this.days,
      audit: recordAudit,
      onCaughtUp: (_write, closed) => void this.caughtUp.push(closed),
      onProblem: (error) => void this.problems.push(error),
      timers: {
        set: (run, ms) => {
          this.timers.push(ms)
          this.#timer = { run, awakeAt: this.clock.awake + ms }
          return this.#timer
        },
        clear: (handle) => {
          if (this.#timer === handle) this.#timer = null
        },
      },
    }
  }
}
