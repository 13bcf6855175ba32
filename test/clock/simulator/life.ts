import { changeSchedule, readSchedule, type SchedulePatch, workingDays } from '../../../jobs/engine/scheduler'
import { fromDayNumber, instant, type LocalDate, toIso, type Zone } from '../../../jobs/values/time'
import { settled } from '../../unit/engine/scheduler/support/scheduler-office'
import { Random } from '../random'
import { type Calendar, type InForce, Lived, nextBy } from './lived'
import { anyRuleInsteadOf, type Plan, type Planned, ZONES } from './plan'
import { SimulatedOffice } from './simulated-office'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A story has about so many things happen to the computer. */
const EVENTS = 120
/** After a wake or a start everything is decided within so much of the processor's time ("within two seconds"). */
const CATCH_UP_MS = 2_000

/** One office lived through from a seed: whatever can happen to a computer happens to it. */
export class Life {
  readonly plan: Plan
  readonly office: SimulatedOffice
  readonly lived = new Lived()
  readonly broken: string[] = []
  /** The era in which each task was started; the clock goes back, or a rule changes, from one to the next. */
  readonly eras = new Map<number, number>()
  slowestCatchUpMs = 0
  happened = 0
  readonly #random: Random
  readonly #ids = new Map<string, number>()
  readonly #rules = new Map<string, Pick<InForce, 'rule' | 'anchor'>>()
  #calendar: Calendar = { isWorking: () => true }
  #era = 0

  constructor(plan: Plan) {
    this.plan = plan
    this.#random = new Random(plan.seed + 1_000_000)
    this.office = new SimulatedOffice(this.#random, plan.start)
    this.office.zone = plan.zone as Zone
  }

  async live(): Promise<void> {
    await this.#begin()
    const mean = (this.plan.until - this.plan.start) / EVENTS
    while (this.office.clock.wall < this.plan.until && this.happened < 10 * EVENTS && this.#isWell()) {
      await this.#happen(mean)
      this.happened++
      this.#checkNextDue()
      this.#noteEras()
    }
    for (const { name } of this.plan.schedules) this.lived.end(name, this.office.clock.wall)
    await this.office.close()
    this.broken.push(...this.office.broken, ...this.office.problems.map((problem) => `the scheduler met ${problem}`))
  }

  #isWell = (): boolean =>
    this.broken.length === 0 && this.office.broken.length === 0 && this.office.problems.length === 0

  idOf = (name: string): number => this.#ids.get(name) ?? 0

  async #begin(): Promise<void> {
    const { office, plan } = this
    this.#newCalendar()
    await office.open(
      plan.schedules.flatMap(({ isBuiltIn, name, rule, misfire }) =>
        isBuiltIn ? [{ name, task: 'test.tidy', module: null, misfire, ...rule }] : [],
      ),
    )
    for (const one of plan.schedules) {
      if (!one.isBuiltIn) await office.add({ ...one, ...one.rule, zone: one.zone as Zone })
      const row = office.schedule(one.name)
      this.#ids.set(one.name, row.id)
      this.#rules.set(one.name, { rule: one.rule, anchor: row.anchor_at })
      if (one.overlap === 'allow') office.mayOverlap.add(`schedule:${row.id}`)
      this.lived.begin(one.name, office.clock.wall, this.#inForce(one))
    }
  }

  #inForce = (one: Planned): InForce => {
    const { rule = one.rule, anchor = 0 } = this.#rules.get(one.name) ?? {}
    const zone = one.isBuiltIn ? this.office.zone : one.zone
    return { rule, anchor, zone, workingDay: one.workingDay, calendar: this.#calendar }
  }

  async #happen(mean: number): Promise<void> {
    const random = this.#random
    const { office } = this
    await office.live(Math.round(random.scaled(MINUTE, 4 * mean)))
    const away = () => Math.round(random.chance(0.2) ? random.scaled(DAY, 90 * DAY) : random.scaled(MINUTE, 3 * DAY))
    const step = () => Math.round(random.scaled(3_000, 5 * DAY))
    switch (random.whole(0, 10)) {
      case 0:
      case 1:
        office.sleep(away())
        return this.#wake()
      case 2:
      case 3:
        return this.#restart(away(), random.chance(0.5) ? 'well' : 'killed')
      case 4:
        office.clock.wall += step()
        return this.#wake()
      case 5:
        return this.#stepBack(step())
      case 6:
        return this.#changeZone()
      case 7:
        return this.#changeOne(random.pick(this.plan.schedules))
      case 8:
        return this.#rest(random.pick(this.plan.schedules), away())
      case 9:
        return this.#changeHolidays()
      default:
        office.clock.wall += random.whole(-1_500, 1_500) // the clock is slewed, which nobody notices
    }
  }

  /** The shell hears of it, or the scheduler notices by itself within half a minute. */
  async #wake(): Promise<void> {
    await this.#catchUp(async () => {
      if (this.#random.chance(0.5)) return this.office.ringNext()
      this.office.clock.announceJump()
      await settled()
    })
  }

  async #restart(off: number, how: 'well' | 'killed'): Promise<void> {
    await this.office.close(how)
    this.office.sleep(off)
    const back = this.#random.chance(0.1) ? this.#random.whole(MINUTE, 2 * DAY) : 0
    if (back > off) this.#cut(-off)
    if (back > 0) this.office.clock.wall -= back
    await this.#catchUp(() => this.office.open().then(() => settled()))
    if (back > off) this.#resume()
  }

  async #stepBack(by: number): Promise<void> {
    this.#cut(0)
    this.office.clock.wall -= by
    await this.#wake()
    this.#resume()
  }

  /** Everything due is decided in one go, and in time. */
  async #catchUp(wake: () => Promise<unknown>): Promise<void> {
    const before = process.cpuUsage()
    await wake()
    const { user, system } = process.cpuUsage(before)
    const ms = (user + system) / 1_000
    this.slowestCatchUpMs = Math.max(this.slowestCatchUpMs, ms)
    if (ms > CATCH_UP_MS) this.broken.push(`a catch-up took ${Math.round(ms)} ms of the processor`)
    const next = this.office.scheduler.status().nextDueAt
    if (next !== null && next <= this.office.clock.wall)
      this.broken.push(`something due at ${toIso(next)} was left undecided at ${toIso(this.office.clock.now())}`)
  }

  /** What was lived ends for every schedule, here or so much from here on the wall clock. */
  #cut(by: number): void {
    for (const { name } of this.plan.schedules) this.lived.end(name, this.office.clock.wall + by)
    this.#nextEra()
  }

  #resume(): void {
    for (const one of this.plan.schedules) {
      if (this.office.schedule(one.name).enabled === 1)
        this.lived.begin(one.name, this.office.clock.wall, this.#inForce(one))
    }
  }

  async #changeZone(): Promise<void> {
    this.#cut(0)
    this.office.zone = this.#random.pick(ZONES) as Zone
    this.office.emit({ type: 'setting_changed' })
    await settled()
    this.#resume()
  }

  async #changeHolidays(): Promise<void> {
    this.#cut(0)
    this.#newCalendar()
    this.office.emit({ type: 'holidays_changed' })
    await settled()
    this.#resume()
  }

  /** Some days of the week, and some two dozen holidays somewhere in the years of the story. */
  #newCalendar(): void {
    const random = this.#random
    const workdays = random.pick([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5, 6],
      [7, 1, 2, 3, 4],
      [2, 4],
    ])
    const first = Math.floor(this.plan.start / DAY)
    const holidays = new Set(Array.from({ length: 25 }, () => first + random.whole(0, 3_700)))
    this.office.days = workingDays(
      workdays,
      [...holidays].map((day) => fromDayNumber(day) as LocalDate),
    )
    this.#calendar = {
      isWorking: (day) => workdays.includes(new Date(day * DAY).getUTCDay() || 7) && !holidays.has(day),
    }
  }

  async #changeOne(one: Planned): Promise<void> {
    if (one.isBuiltIn) return
    this.lived.end(one.name, this.office.clock.wall)
    this.#nextEra()
    const rule = one.workingDay === 'unchanged' ? anyRuleInsteadOf(one.rule, this.#random) : { cron: '30 9 * * *' }
    await this.#change(one, rule)
    this.#rules.set(one.name, { rule, anchor: this.office.schedule(one.name).anchor_at })
    this.lived.begin(one.name, this.office.clock.wall, this.#inForce(one))
  }

  /** Paused, and resumed after a while in which nothing of it runs. */
  async #rest(one: Planned, ms: number): Promise<void> {
    this.lived.end(one.name, this.office.clock.wall)
    this.#nextEra()
    await this.#change(one, { enabled: false })
    await this.office.live(Math.min(ms, DAY))
    await this.#change(one, { enabled: true })
    this.lived.begin(one.name, this.office.clock.wall, this.#inForce(one))
  }

  async #change({ name }: Planned, patch: SchedulePatch): Promise<void> {
    const { office } = this
    await office.write('user:1', (write) =>
      changeSchedule(write, readSchedule(write.db, this.idOf(name)), patch, office.terms),
    )
    await settled()
  }

  #checkNextDue(): void {
    const now = this.office.clock.wall
    for (const { name } of this.plan.schedules) {
      const inForce = this.lived.inForce(name)
      const expected = inForce && nextBy(inForce, now)
      const found = this.office.schedule(name).next_due_at
      // The slewed clock may stand a moment before an instant that was decided already.
      if (expected === null || expected === found || expected - now < 2_000) continue
      const shown = (at: number | null) => (at === null ? 'never' : toIso(instant(at)))
      this.broken.push(`${name}: at ${shown(now)} next due ${shown(found)}, by the oracle ${shown(expected)}`)
    }
  }

  #nextEra(): void {
    this.#noteEras()
    this.#era++
  }

  #noteEras(): void {
    for (let i = this.eras.size; i < this.office.enqueued.length; i++)
      this.eras.set(this.office.enqueued[i]?.taskId ?? 0, this.#era)
  }
}
