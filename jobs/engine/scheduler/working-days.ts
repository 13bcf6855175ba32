import type { LocalDate } from '../../values/time'
import { addDays, dayNumber } from '../../values/time'
import type { Expression } from './cron'
import { type Wall, wall } from './offsets'

const DAY = 86_400_000

/** On which days the office works. */
export type WorkingDays = { isWorkingDay(day: Wall): boolean }

/** Where a day that is none is moved to. */
export type Move = 'before' | 'after'

/** Longer closed than that, and a schedule runs on its own day after all: a list of holidays is not to silence it. */
export const LONGEST_CLOSED_DAYS = 60

/** Monday to Friday, until somebody says otherwise. */
const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5]

/** `workdays` as ISO 8601 counts them, 1 Monday to 7 Sunday. */
export function workingDays(
  workdays: readonly number[] = MONDAY_TO_FRIDAY,
  holidays: Iterable<LocalDate> = [],
): WorkingDays {
  const closed = new Set([...holidays].map(dayNumber))
  const open = new Set(workdays)
  return {
    isWorkingDay(day) {
      const number = Math.floor(day / DAY)
      return open.has(isoWeekday(number)) && !closed.has(number)
    },
  }
}

/** 1 January 1970 was a Thursday. */
const isoWeekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** The day to which a working-day rule moves a day (wall midnights); the day itself where it is a working day. */
export function movedDay(day: Wall, move: Move, days: WorkingDays): Wall {
  const step = move === 'before' ? -DAY : DAY
  for (let steps = 0; steps <= LONGEST_CLOSED_DAYS; steps++) {
    const other = wall(day + steps * step)
    if (days.isWorkingDay(other)) return other
  }
  return day
}

/** The same of a date. */
export function movedDate(date: LocalDate, move: Move, days: WorkingDays): LocalDate {
  const day = wall(dayNumber(date) * DAY)
  return addDays(date, (movedDay(day, move, days) - day) / DAY)
}

/**
 * The expression whose matching days are moved to working days; its times of day stay. Several days that are moved to one
 * are due on it once.
 */
export function onWorkingDays(expression: Expression, move: Move, days: WorkingDays): Expression {
  return {
    ...expression,
    nextDay(day) {
      let from = move === 'after' ? firstMovedTo(day, days) : day
      for (;;) {
        const nominal = expression.nextDay(from)
        if (nominal === null) return null
        const target = movedDay(nominal, move, days)
        if (target >= day) return target
        from = wall(nominal + DAY)
      }
    },
  }
}

/** The first of the closed days right before a day: from there on, days may be moved to it. */
function firstMovedTo(day: Wall, days: WorkingDays): Wall {
  let first = day
  for (let steps = 0; steps < LONGEST_CLOSED_DAYS && !days.isWorkingDay(wall(first - DAY)); steps++)
    first = wall(first - DAY)
  return first
}

const made = new WeakMap<WorkingDays, WeakMap<Expression, Map<Move, Expression>>>()

/** The same, made once for as long as the working days stay what they are. */
export function movedExpression(expression: Expression, move: Move, days: WorkingDays): Expression {
  const ofDays = made.get(days) ?? new WeakMap<Expression, Map<Move, Expression>>()
  made.set(days, ofDays)
  const ofExpression = ofDays.get(expression) ?? new Map<Move, Expression>()
  ofDays.set(expression, ofExpression)
  const moved = ofExpression.get(move) ?? onWorkingDays(expression, move, days)
  ofExpression.set(move, moved)
  return moved
}

/** The days of a rule that its working-day rule moves to a day, that day itself left out. */
export function movedHere(expression: Expression, day: Wall, move: Move, days: WorkingDays): Wall[] {
  const found: Wall[] = []
  const reach = LONGEST_CLOSED_DAYS * DAY
  const [from, to] = move === 'after' ? [day - reach, day] : [day + DAY, day + reach]
  for (let at = expression.nextDay(wall(from)); at !== null && at <= to; at = expression.nextDay(wall(at + DAY))) {
    if (at !== day && movedDay(at, move, days) === day) found.push(at)
  }
  return found
}
