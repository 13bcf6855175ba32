import { type Instant, instant, type LocalDate, wallClock, type Zone } from '../../values/time'
import { type Expression, nextWall, parseCron } from './cron'
import { type Stretch, stretchAfter, stretchAt, type Wall, wall } from './offsets'
import { type Move, movedExpression, type WorkingDays } from './working-days'

/** When a schedule falls due: a cron expression on the wall clock, every so many minutes of real time, or once. */
export type Rule = CronRule | { everyMinutes: number; anchor: Instant } | { onceAt: Instant }

/** `workingDay`: its days are moved to working days. */
export type CronRule = { cron: string; workingDay?: { move: Move; days: WorkingDays } | undefined }

/** The expression of a cron rule, on the days to which it is moved. */
export function expressionOf({ cron, workingDay }: CronRule): Expression {
  const expression = parseCron(cron)
  return workingDay ? movedExpression(expression, workingDay.move, workingDay.days) : expression
}

/** What becomes of times that a change of the clock skips or repeats. */
export type ClockChange = {
  /** A time in the gap runs at the instant of the change, or is skipped. */
  gap?: 'transition' | 'skip'
  /** A time in the overlap runs at its first occurrence, or at both. */
  overlap?: 'once' | 'twice'
}

const MINUTE = 60_000
const DAY = 86_400_000
/** A rule that next fires in the year 2500 is taken for one that never does. */
const HORIZON = Date.UTC(2500, 0, 1)

/**
 * The first instant after `after` at which a rule falls due, on a wall clock in `zone`; null where it never does again.
 * Strictly later than `after`; several wall-clock times that fall on one instant are due once.
 * Throws a Problem where the cron expression cannot be read.
 */
export function nextDue(rule: Rule, zone: Zone, after: Instant, change: ClockChange = {}): Instant | null {
  if ('onceAt' in rule) return rule.onceAt > after ? rule.onceAt : null
  if ('everyMinutes' in rule) {
    const step = rule.everyMinutes * MINUTE
    const steps = Math.max(0, Math.floor((after - rule.anchor) / step) + 1)
    return instant(rule.anchor + steps * step)
  }
  return nextCron(expressionOf(rule), zone, after, change)
}

/**
 * Walks the stretches of constant offset: within one, the wall clock runs evenly and croner's answer holds; between two,
 * the daylight-saving rule decides. (croner's own rule differs by expression: it runs an interval in the gap never and
 * in the overlap twice.)
 */
function nextCron(expression: Expression, zone: Zone, after: Instant, change: ClockChange): Instant | null {
  let stretch = stretchAt(after, zone)
  let from = laterWall(wholeMinuteAfter(wall(after + stretch.offset)), firstWall(stretch, change))
  for (;;) {
    const found = nextWall(expression, from)
    if (found === null || found > HORIZON) return null
    if (found < stretch.end + stretch.offset) return instant(found - stretch.offset)
    // Nothing is due until about then. Two days stand clear of every offset, and of times that the next change repeats.
    const near = instant(found - 2 * DAY)
    if (near > stretch.end && from + 2 * DAY < stretch.end + stretch.offset) {
      stretch = stretchAt(near, zone)
      from = laterWall(wall(near + stretch.offset), firstWall(stretch, change))
      continue
    }
    const next = stretchAfter(stretch, zone)
    const isInGap = found < next.start + next.offset
    if (isInGap && change.gap !== 'skip') return next.start
    stretch = next
    from = firstWall(next, change)
  }
}

/** Where a stretch's wall clock begins to count: after what it repeats, unless repeated times run twice. */
const firstWall = (stretch: Stretch, change: ClockChange): Wall =>
  change.overlap === 'twice' ? wall(stretch.start + stretch.offset) : stretch.fresh

const wholeMinuteAfter = (at: Wall): Wall => wall(Math.floor(at / MINUTE) * MINUTE + MINUTE)
const laterWall = (a: Wall, b: Wall): Wall => (a > b ? a : b)

/**
 * The instant of a wall-clock time (`HH:MM`) on a date: its first occurrence in an overlap; in a gap the instant of the
 * change, or null with `skip`.
 */
export function localToInstant(date: LocalDate, time: string, zone: Zone, gap?: 'transition'): Instant
export function localToInstant(date: LocalDate, time: string, zone: Zone, gap: 'transition' | 'skip'): Instant | null
export function localToInstant(
  date: LocalDate,
  time: string,
  zone: Zone,
  gap: 'transition' | 'skip' = 'transition',
): Instant | null {
  const asked = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(asked)) throw new RangeError(`no time of day: ${date} ${time}`)
  let stretch = stretchAt(instant(asked - DAY), zone)
  while (asked >= stretch.end + stretch.offset) {
    const next = stretchAfter(stretch, zone)
    if (asked < next.start + next.offset) return gap === 'skip' ? null : next.start
    stretch = next
  }
  return instant(asked - stretch.offset)
}

/** The wall clock at an instant with its zone, as it is shown: `2025-03-30 02:00 Europe/Lisbon`. */
export function localText(at: Instant, zone: Zone): string {
  const { date, time } = wallClock(at, zone)
  return `${date} ${time.slice(0, 5)} ${zone}`
}

/** Whether the instant is the one to which a change of the clock moved a time that does not exist that day. */
export function isMoved(rule: CronRule, zone: Zone, at: Instant): boolean {
  const stretch = stretchAt(at, zone)
  return (
    stretch.start === at &&
    stretch.before < stretch.offset &&
    nextWall(expressionOf(rule), wall(at + stretch.offset)) !== at + stretch.offset
  )
}
