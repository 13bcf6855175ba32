import type { Input } from '../../jobs/api/contract'
import { instantOf, wallOf } from '../components/wall-time'

export const RULE_KINDS = ['day', 'weekdays', 'week', 'month', 'hour', 'minutes', 'once', 'cron'] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** A schedule's rule as the sentence shows it; each kind uses the words it needs and keeps the others for later. */
export type Rule = {
  kind: RuleKind
  /** `02:00` */
  time: string
  /** Cron's day of the week, 0 Sunday to 6 Saturday. */
  weekday: string
  /** 1 to 31, or L for the last. */
  day: string
  minute: string
  everyMinutes: string
  /** On the schedule's wall clock: `2026-12-01T09:00`. */
  onceAt: string
  cron: string
}

export const newRule: Rule = {
  kind: 'day',
  time: '02:00',
  weekday: '1',
  day: '1',
  minute: '0',
  everyMinutes: '30',
  onceAt: '',
  cron: '0 2 * * *',
}

const SIMPLE = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}|L) \* (\*|[0-6]|1-5)$/
const HOURLY = /^(\d{1,2}) \* \* \* \*$/
const two = (text: string) => text.padStart(2, '0')

/** The sentence of a cron expression; one that no sentence says stays as it is. */
export function ruleOfCron(cron: string, before: Rule = newRule): Rule {
  const text = cron.trim().replace(/\s+/g, ' ')
  const hourly = HOURLY.exec(text)
  if (hourly) return { ...before, kind: 'hour', minute: String(Number(hourly[1])), cron }
  const [, minute = '', hour = '', day = '*', weekday = '*'] = SIMPLE.exec(text) ?? []
  const isRead = hour !== '' && Number(hour) < 24 && Number(minute) < 60 && (day === '*' || weekday === '*')
  if (!isRead) return { ...before, kind: 'cron', cron }
  const read: Rule = { ...before, cron, time: `${two(hour)}:${two(minute)}` }
  if (weekday === '1-5') return { ...read, kind: 'weekdays' }
  if (weekday !== '*') return { ...read, kind: 'week', weekday }
  return day === '*' ? { ...read, kind: 'day' } : { ...read, kind: 'month', day }
}

/** The cron expression of a sentence; null where the rule is none. */
export function cronOf(rule: Rule): string | null {
  const [hour = '0', minute = '0'] = rule.time.split(':').map((part) => String(Number(part)))
  switch (rule.kind) {
    case 'day':
      return `${minute} ${hour} * * *`
    case 'weekdays':
      return `${minute} ${hour} * * 1-5`
    case 'week':
      return `${minute} ${hour} * * ${rule.weekday}`
    case 'month':
      return `${minute} ${hour} ${rule.day} * *`
    case 'hour':
      return `${rule.minute} * * * *`
    case 'cron':
      return rule.cron
    default:
      return null
  }
}

type Saved = { cron: string | null; every_minutes: number | null; once_at: string | null; zone: string }

export function ruleOf(saved: Saved): Rule {
  if (saved.cron !== null) return ruleOfCron(saved.cron)
  if (saved.every_minutes !== null) return { ...newRule, kind: 'minutes', everyMinutes: String(saved.every_minutes) }
  return { ...newRule, kind: 'once', onceAt: saved.once_at ? wallOf(saved.once_at, saved.zone) : '' }
}

/** The rule as the office is given it: exactly one of the three. */
export function givenOf(
  rule: Rule,
  zone: string,
): Pick<Input<'schedules.create'>, 'cron' | 'every_minutes' | 'once_at'> {
  const cron = cronOf(rule)
  if (cron !== null) return { cron }
  return rule.kind === 'minutes'
    ? { every_minutes: Number(rule.everyMinutes) }
    : { once_at: instantOf(rule.onceAt, zone) }
}
