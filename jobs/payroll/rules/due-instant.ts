import { localToInstant, nextDue } from '../../engine/scheduler'
import { addDays, dateIn, type Instant, instant, type LocalDate, type Zone } from '../../values/time'
import { type AutomationRule, GRACE_DAYS } from './automation-rule'

/** Rules that name a day and no time run then, office time. */
const TIME_OF_DAY = '02:00'

export type Due = {
  at: Instant
  /** The day from which cron's ticks count. */
  gateOn: LocalDate
  /** No tick lay between gate and end: it runs on the gate day instead. */
  noTick: boolean
}

/**
 * When an automated period runs, once. Combined rules are a gated AND (domains/payroll.md): `run_on_date`, else
 * `days_before_end`, else the period's start opens a gate; cron picks the first tick at or after the gate's midnight and
 * not after the last day; without cron, and where no tick lies there, it is 02:00 of the gate day.
 * (An OR would fire `5 days before the end` + `0 2 * * *` on the first day; a strict AND would never fire
 * `3 days before the end` + `0 2 28 * *` in February.)
 */
export function dueInstant(rule: AutomationRule, period: { start: LocalDate; end: LocalDate }, zone: Zone): Due {
  const gateOn =
    rule.run_on_date ?? (rule.days_before_end === undefined ? period.start : addDays(period.end, -rule.days_before_end))
  const onGateDay = localToInstant(gateOn, TIME_OF_DAY, zone)
  if (rule.cron === undefined) return { at: onGateDay, gateOn, noTick: false }
  const opens = localToInstant(gateOn, '00:00', zone)
  const tick = nextDue({ cron: rule.cron }, zone, instant(opens - 1))
  const isWithin = tick !== null && dateIn(tick, zone) <= period.end
  return isWithin ? { at: tick, gateOn, noTick: false } : { at: onGateDay, gateOn, noTick: true }
}

/** More than seven days after its end a period no longer runs by itself: it is missed and waits for a click. */
export const isTooLate = (period: { end: LocalDate }, now: Instant, zone: Zone): boolean =>
  dateIn(now, zone) > addDays(period.end, GRACE_DAYS)
