import type { Db } from '../../db/open'
import { lint } from '../engine/scheduler'
import { holidays, officeWorkingDays } from '../shared/holidays'
import { nextPeriods } from '../values/pay-period'
import type { Reason } from '../values/problem'
import { type Instant, type LocalDate, toIso, type Zone } from '../values/time'
import { type AutomationRule, GRACE_DAYS, readAutomationRule, saysWhen } from './rules/automation-rule'
import { dueInstant, isTooLate } from './rules/due-instant'
import { readPeriodDates } from './rules/period'
import type { PeriodType } from './rules/proration'

/** So many periods are looked ahead. */
const AHEAD = 12

/** A period, and when the rule would run it. */
export type PreviewedDue = {
  start: LocalDate
  end: LocalDate
  at: Instant
  /** Cron names no time in it: it runs on the gate day. */
  noTick: boolean
  /** The day off it was moved from, and what that day is called where it is a holiday. */
  movedFrom: LocalDate | null
  holiday: string | null
  /** `catches_up`: its instant has passed, it runs as soon as it is there. `missed`: too late for that. */
  state: 'ahead' | 'catches_up' | 'missed'
}

export type RulePreview = {
  rule: AutomationRule
  /** Of the dates that were asked about; null where nothing says when. */
  due: PreviewedDue | null
  warnings: Reason[]
  /** The same rule on the periods that follow. One that names a day is that period's own and says nothing of others. */
  next: PreviewedDue[]
}

/** What a rule would mean for these dates. Throws in words what saving would refuse of dates and rule. */
export function previewRule(
  db: Db,
  given: {
    start_date: string
    end_date: string
    period_type: PeriodType
    automation_rule: Readonly<Record<string, unknown>>
  },
  now: Instant,
  zone: Zone,
): RulePreview {
  const period = readPeriodDates(given.start_date, given.end_date)
  const rule = readAutomationRule(given.automation_rule, period)
  if (!saysWhen(rule)) return { rule, due: null, warnings: [], next: [] }
  const dueIn = previewer(db, rule, now, zone)
  const due = dueIn(period)
  const warnings: Reason[] = rule.cron === undefined ? [] : [...lint(rule.cron)]
  if (due.noTick) {
    const gate = dueInstant(rule, period, zone, officeWorkingDays(db)).gateOn
    warnings.push({ code: 'payroll.warning_no_tick', params: { gate, end: period.end } })
  }
  if (due.state === 'missed') {
    warnings.push({ code: 'payroll.warning_too_late', params: { due_at: toIso(due.at), days: GRACE_DAYS } })
  }
  const following = rule.run_on_date === undefined ? nextPeriods(period, given.period_type, AHEAD) : []
  return { rule, due, warnings, next: following.map(dueIn) }
}

function previewer(db: Db, rule: AutomationRule, now: Instant, zone: Zone) {
  const days = officeWorkingDays(db)
  const names = new Map(holidays(db).map(({ on_date, name }) => [on_date, name]))
  return (dates: { start: LocalDate; end: LocalDate }): PreviewedDue => {
    const { at, noTick, movedFrom } = dueInstant(rule, dates, zone, days)
    const holiday = movedFrom === null ? null : (names.get(movedFrom) ?? null)
    const state = at > now ? 'ahead' : isTooLate(dates, now, zone) ? 'missed' : 'catches_up'
    return { start: dates.start, end: dates.end, at, noTick, movedFrom, holiday, state }
  }
}
