import {
  dueSchedules,
  lastGoodbye,
  nearestDue,
  type ScheduleRow,
  schedulesWithQueued,
  unfinishedTaskOf,
  unfinishedTasksOf,
} from '../../../db/queries/schedule'
import { faultPoint } from '../../values/faults'
import { type Instant, instant } from '../../values/time'
import type { Engine } from '../engine'
import type { OfficeEvent, Write } from '../write'
import { Alarm, REAL_TIMERS, type Timers, Watch } from './alarm'
import { type Audit, type BuiltIn, checkBuiltIns, realign, syncBuiltIns } from './built-in'
import { fire } from './fire'
import type { IsModuleOn, Terms } from './row'
import { releaseQueued } from './waiting'
import type { WhileClosed } from './while-closed'
import { type WorkingDays, workingDays } from './working-days'

export type SchedulerConfig = {
  engine: Pick<Engine, 'db' | 'clock' | 'zone' | 'write' | 'onEvent' | 'definition' | 'status' | 'revoke'>
  builtIn: BuiltIn[]
  isModuleOn: IsModuleOn
  /** The office's working days as they stand; Monday to Friday where nobody says. */
  workingDays?: () => WorkingDays
  audit: Audit
  /** Hears, in the same transaction, what ran late or was coalesced while the office was closed: one notice. */
  onCaughtUp: (write: Write, closed: WhileClosed) => void
  /** Hears what went wrong with a look at the schedules; it is tried again within half a minute. */
  onProblem?: (error: unknown) => void
  timers?: Timers
}

export type SchedulerStatus = {
  running: boolean
  nextDueAt: Instant | null
  lastLookAt: Instant | null
  /** What the last look failed with; null where all was well. */
  problem: unknown
}

export type Scheduler = {
  /** Lays down the built-in schedules and runs, coalesces or explains all that was missed; answers when that is done. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Decides everything that is due and sets the timer anew; also to be called when the computer wakes up. */
  tick(): Promise<void>
  status(): SchedulerStatus
}

const MONDAY_TO_FRIDAY = workingDays()

/** Schedules decided in one transaction. */
const GROUP = 100
const HOLD_OFF_MS = 30_000

/** Throws an Error where the configuration is wrong. */
export function createScheduler(config: SchedulerConfig): Scheduler {
  checkBuiltIns(config.builtIn, (name) => config.engine.definition(name) !== null)
  return new Service(config)
}

class Service implements Scheduler {
  readonly #config: SchedulerConfig
  readonly #alarm: Alarm
  readonly #watch: Watch
  #stopListening: (() => void)[] = []
  #running = false
  #look: Promise<void> | null = null
  #lookAgain = false
  #realignFirst = false
  /** Some occurrence waits until a task has ended. */
  #hasQueued = false
  #awakeUntil: Instant | null = null
  #lastLookAt: Instant | null = null
  #problem: unknown = null

  constructor(config: SchedulerConfig) {
    const { clock } = config.engine
    this.#config = config
    this.#alarm = new Alarm(clock, config.timers ?? REAL_TIMERS, () => void this.tick())
    this.#watch = new Watch(clock)
  }

  async start(): Promise<void> {
    const { engine } = this.#config
    if (this.#running) return
    this.#running = true
    const goodbye = lastGoodbye(engine.db, engine.status().bootId)
    this.#awakeUntil = goodbye === null ? null : instant(goodbye)
    this.#realignFirst = true
    this.#stopListening = [
      engine.clock.onJump(() => this.#realignAndTick()),
      engine.onEvent((event) => this.#hear(event)),
    ]
    await this.tick()
  }

  async stop(): Promise<void> {
    this.#running = false
    for (const stop of this.#stopListening.splice(0)) stop()
    this.#alarm.clear()
    await this.#look
  }

  tick(): Promise<void> {
    if (!this.#running) return Promise.resolve()
    this.#lookAgain = true
    this.#look ??= this.#lookAround().finally(() => {
      this.#look = null
    })
    return this.#look
  }

  status(): SchedulerStatus {
    const next = nearestDue(this.#config.engine.db)
    return {
      running: this.#running,
      nextDueAt: next === null ? null : instant(next),
      lastLookAt: this.#lastLookAt,
      problem: this.#problem,
    }
  }

  #hear(event: OfficeEvent): void {
    if (event.type === 'setting_changed' || event.type === 'holidays_changed') this.#realignAndTick()
    if (event.type === 'tasks_changed' && this.#hasQueued) void this.tick()
    if (event.type === 'schedules_changed') void this.tick()
  }

  #realignAndTick(): void {
    this.#realignFirst = true
    void this.tick()
  }

  /** Never rejects: what goes wrong stands in the status and is tried again. */
  async #lookAround(): Promise<void> {
    this.#problem = null
    try {
      while (this.#lookAgain && this.#running) {
        this.#lookAgain = false
        await this.#lookOnce()
      }
    } catch (error) {
      this.#note(error)
    }
    if (!this.#running) return
    const next = this.#problem === null ? this.status().nextDueAt : null
    this.#alarm.set(next, this.#problem === null ? 1 : HOLD_OFF_MS)
  }

  async #lookOnce(): Promise<void> {
    const { engine, builtIn, audit } = this.#config
    const { hasJumped, awakeUntil } = this.#watch.look()
    if (hasJumped) engine.clock.announceJump()
    const closedFrom = this.#lastLookAt === null ? this.#awakeUntil : awakeUntil
    if (this.#realignFirst) {
      this.#realignFirst = false
      await engine
        .write('system', (write) => {
          const terms = this.#terms()
          syncBuiltIns(write, builtIn, terms, audit)
          realign(write, terms)
        })
        .catch((error) => {
          this.#realignFirst = true
          throw error
        })
    }
    await this.#fireDue(closedFrom)
    await this.#releaseWaiting()
    this.#lastLookAt = engine.clock.now()
  }

  async #fireDue(closedFrom: Instant | null): Promise<void> {
    const { db, clock } = this.#config.engine
    const stuck = new Set<number>()
    for (;;) {
      const group = dueSchedules(db, clock.now(), GROUP + stuck.size).filter((row) => !stuck.has(row.id))
      if (group.length === 0 || !this.#running) return
      try {
        await this.#fireGroup(group, closedFrom)
      } catch {
        for (const row of group) await this.#fireAlone(row, closedFrom, stuck)
      }
    }
  }

  /** One schedule's trouble is not the others': each is tried by itself, and what fails waits for the next look. */
  async #fireAlone(row: ScheduleRow, closedFrom: Instant | null, stuck: Set<number>): Promise<void> {
    try {
      await this.#fireGroup([row], closedFrom)
    } catch (error) {
      stuck.add(row.id)
      this.#note(error)
    }
  }

  async #fireGroup(rows: ScheduleRow[], closedFrom: Instant | null): Promise<void> {
    const { engine, onCaughtUp } = this.#config
    await engine.write('system', (write) => {
      const terms = this.#terms()
      const items = rows.flatMap((row) => fire(write, row, terms) ?? [])
      if (items.length > 0) {
        const from = instant(Math.min(closedFrom ?? write.now, ...items.map((item) => item.firstDue)))
        onCaughtUp(write, { from, to: write.now, items })
      }
      faultPoint('schedule.fired_before_commit')
    })
    faultPoint('schedule.fired')
  }

  /** Starts what waited for a task that has ended; a replacing occurrence ends it first. */
  async #releaseWaiting(): Promise<void> {
    const { engine } = this.#config
    for (const row of schedulesWithQueued(engine.db)) {
      if (row.overlap === 'replace') await this.#endUnfinished(row)
      if (row.overlap !== 'allow' && row.enabled === 1 && unfinishedTaskOf(engine.db, row.id) !== null) continue
      await engine.write('system', (write) => releaseQueued(write, row.id, this.#terms()))
    }
    this.#hasQueued = schedulesWithQueued(engine.db).length > 0
  }

  /** What has begun an outside effect is asked to stop, never torn away: nobody would know whether it took place. */
  async #endUnfinished(row: ScheduleRow): Promise<void> {
    const { engine } = this.#config
    const terminate = engine.definition(row.task)?.begin === undefined
    for (const taskId of unfinishedTasksOf(engine.db, row.id))
      await engine.revoke(taskId, { terminate }, `schedule:${row.id}`)
  }

  #terms(): Terms {
    const { isModuleOn, workingDays: read } = this.#config
    return { isModuleOn, days: read ? read() : MONDAY_TO_FRIDAY }
  }

  #note(error: unknown): void {
    this.#problem = error
    this.#config.onProblem?.(error)
  }
}
