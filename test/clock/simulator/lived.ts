import { type Expression, readExpression } from '../oracle/expression'
import { dueBetween, nextDue } from '../oracle/oracle'
import { ZoneWalk } from '../oracle/zone-walk'
import type { Planned, PlannedRule } from './plan'

const MINUTE = 60_000

/** The office's working days as the oracle knows them: a test of a day counted from 1970-01-01. */
export type Calendar = { isWorking: (day: number) => boolean }

/** What a schedule goes by at a time. */
export type InForce = {
  rule: PlannedRule
  zone: string
  workingDay: Planned['workingDay']
  calendar: Calendar
  anchor: number
}

/** A stretch of the wall clock, its start left out, that a schedule lived through with one rule. */
type Stretch = InForce & { from: number; to: number }

const walks = new Map<string, ZoneWalk>()
function walkOf(zone: string): ZoneWalk {
  const walk = walks.get(zone) ?? new ZoneWalk(zone)
  walks.set(zone, walk)
  return walk
}

const moved = new WeakMap<Calendar, Map<string, Expression>>()

/** An expression whose days are moved to working days, the simple way: a day is due when some day is moved to it. */
function expressionOf({ rule, workingDay, calendar }: InForce): Expression | null {
  if (!('cron' in rule)) return null
  const made = moved.get(calendar) ?? new Map<string, Expression>()
  moved.set(calendar, made)
  const key = `${workingDay} ${rule.cron}`
  const known = made.get(key) ?? withMovedDays(readExpression(rule.cron), workingDay, calendar)
  made.set(key, known)
  return known
}

const LONGEST_CLOSED = 60

function withMovedDays(expression: Expression, move: Planned['workingDay'], { isWorking }: Calendar): Expression {
  if (move === 'unchanged') return expression
  const target = (day: number): number => {
    for (let steps = 0; steps <= LONGEST_CLOSED; steps++) {
      const other = move === 'after' ? day + steps : day - steps
      if (isWorking(other)) return other
    }
    return day
  }
  const known = new Map<number, boolean>()
  const isDay = (day: number): boolean => {
    for (let other = day - LONGEST_CLOSED; other <= day + LONGEST_CLOSED; other++)
      if (expression.isDay(other) && target(other) === day) return true
    return false
  }
  return {
    ...expression,
    isDay: (day) => {
      const is = known.get(day) ?? isDay(day)
      known.set(day, is)
      return is
    },
  }
}

/** The next instant after one at which a schedule falls due, by the oracle; null where it lies beyond its reach. */
export function nextBy(inForce: InForce, after: number): number | null {
  if ('everyMinutes' in inForce.rule) return nextStep(inForce.rule.everyMinutes, inForce.anchor, after)
  const expression = expressionOf(inForce)
  const minute = Math.floor(after / MINUTE) + 1
  const next = expression && nextDue(expression, walkOf(inForce.zone), minute)
  return next === null ? null : next * MINUTE
}

function nextStep(everyMinutes: number, anchor: number, after: number): number {
  let at = anchor
  if (after >= anchor) at += Math.floor((after - anchor) / (everyMinutes * MINUTE)) * everyMinutes * MINUTE
  while (at <= after) at += everyMinutes * MINUTE
  return at
}

function dueIn(stretch: Stretch): number[] {
  const { rule, from, to } = stretch
  if ('everyMinutes' in rule) {
    const found: number[] = []
    for (let at = nextStep(rule.everyMinutes, stretch.anchor, from); at <= to; at += rule.everyMinutes * MINUTE)
      found.push(at)
    return found
  }
  const expression = expressionOf(stretch)
  if (!expression) return []
  const first = Math.floor(from / MINUTE) + 1
  return dueBetween(expression, walkOf(stretch.zone), first, Math.floor(to / MINUTE) + 1).map(
    (minute) => minute * MINUTE,
  )
}

/** What each schedule has lived through, and what therefore must have fallen due. */
export class Lived {
  readonly #stretches = new Map<string, Stretch[]>()
  readonly #open = new Map<string, { from: number; inForce: InForce }>()

  begin(name: string, at: number, inForce: InForce): void {
    this.#open.set(name, { from: at, inForce })
  }

  /** It rests from here on, or goes on by something else. */
  end(name: string, at: number): void {
    const open = this.#open.get(name)
    this.#open.delete(name)
    if (!open || at <= open.from) return
    this.#stretches.set(name, [...(this.#stretches.get(name) ?? []), { ...open.inForce, from: open.from, to: at }])
  }

  inForce(name: string): InForce | null {
    return this.#open.get(name)?.inForce ?? null
  }

  /** Every instant at which the schedule fell due while it was there and ran, whatever the computer did. */
  due(name: string): Set<number> {
    return new Set((this.#stretches.get(name) ?? []).flatMap(dueIn))
  }
}
