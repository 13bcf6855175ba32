import { localToInstant, movedDate, nextDue, type WorkingDays } from '../../engine/scheduler'
import { USUAL_TIME } from '../../values/automation-rule'
import { addDays, dateIn, type Instant, instant, type LocalDate, wallClock, type Zone } from '../../values/time'
import { type AutomationRule, GRACE_DAYS } from './automation-rule'

type Dates = { start: LocalDate; end: LocalDate }

export type Due = {
  at: Instant
  /** The day from which cron's ticks count. */
  gateOn: LocalDate
  /** No tick lay between gate and end: it runs on the gate day instead. */
  noTick: boolean
  /** The day off from which it was moved to a working day; null: it was not. */
  movedFrom: LocalDate | null
}

/**
 * When an automated period runs, once. Combined rules are a gated AND (domains/payroll.md): `run_on_date`, else
 * `days_before_end`, else the period's start opens a gate; cron picks the first tick at or after the gate's midnight and
 * not after the last day; without cron, and where no tick lies there, it is the gate day at the rule's time, mostly 02:00.
 * (An OR would fire `5 days before the end` + `0 2 * * *` on the first day; a strict AND would never fire
 * `3 days before the end` + `0 2 28 * *` in February.) Where the rule keeps to working days, the day that was found
 * moves and its time of day stays.
 */
export function dueInstant(rule: AutomationRule, period: Dates, zone: Zone, days: WorkingDays): Due {
  const gateOn =
    rule.run_on_date ?? (rule.days_before_end === undefined ? period.start : addDays(period.end, -rule.days_before_end))
  const tick = rule.cron === undefined ? null : firstTick(rule.cron, gateOn, period, zone)
  const noTick = rule.cron !== undefined && tick === null
  const on = tick === null ? gateOn : dateIn(tick, zone)
  const day = rule.working_day === undefined ? on : workingDay(on, rule.working_day, period, days)
  const movedFrom = day === on ? null : on
  if (tick !== null && movedFrom === null) return { at: tick, gateOn, noTick, movedFrom }
  const time = tick === null ? (rule.time ?? USUAL_TIME) : wallClock(tick, zone).time.slice(0, 5)
  return { at: localToInstant(day, time, zone), gateOn, noTick, movedFrom }
}

function firstTick(cron: string, gateOn: LocalDate, period: Dates, zone: Zone): Instant | null {
  const opens = localToInstant(gateOn, '00:00', zone)
  const tick = nextDue({ cron }, zone, instant(opens - 1))
  return tick !== null && dateIn(tick, zone) <= period.end ? tick : null
}

/**
 * Never before the period begins nor after it would be missed: where the rule's own direction leads there it goes the
 * other way, and where neither stays within, on the day itself.
 */
function workingDay(on: LocalDate, move: 'before' | 'after', period: Dates, days: WorkingDays): LocalDate {
  const isWithin = (day: LocalDate) => day >= period.start && day <= addDays(period.end, GRACE_DAYS)
  const ways = [move, move === 'before' ? 'after' : 'before'] as const
  return ways.map((way) => movedDate(on, way, days)).find(isWithin) ?? on
}

/** More than seven days after its end a period no longer runs by itself: it is missed and waits for a click. */
export const isTooLate = (period: { end: LocalDate }, now: Instant, zone: Zone): boolean =>
  dateIn(now, zone) > addDays(period.end, GRACE_DAYS)
