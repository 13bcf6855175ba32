import type { Db } from '../../../db/open'
import { allSchedules, type ScheduleRow } from '../../../db/queries/schedule'
import { type Instant, instant, type LocalDate } from '../../values/time'
import { parseCron } from './cron'
import { jitterSeconds } from './jitter'
import { nextDue } from './next-due'
import { offsetAt, type Wall, wall } from './offsets'
import { isModuleOnFor, nextDueOf, ruleOf, type Terms, zoneOf } from './row'
import { movedHere } from './working-days'

const DAY = 86_400_000
/** So many instants of one schedule are shown; every minute for a month would bury the others. */
export const MOST_OF_ONE = 200
/** So many in all. */
export const MOST_SHOWN = 5_000

export type DryRunItem = {
  row: ScheduleRow
  due: Instant
  /** When its task would start: later than due by its jitter. */
  startsAt: Instant
  /** The days off from which its working-day rule moves it here; empty where it is due on its own day. */
  movedFrom: LocalDate[]
}

export type DryRun = {
  /** By instant, then by schedule. */
  items: DryRunItem[]
  /** Instants at which more than one schedule falls due, with their names. */
  collisions: { due: Instant; names: string[] }[]
  /** Schedules of which more falls due than is shown, and how much of each is. */
  cut: { row: ScheduleRow; listed: number }[]
  /** Schedules that rest, so that nothing of theirs would run. */
  resting: ScheduleRow[]
}

/** What would run from now on for so many days if nothing changed: every schedule, with what moves and what meets. */
export function dryRun(db: Db, now: Instant, days: number, terms: Terms): DryRun {
  const until = instant(now + days * DAY)
  const rows = allSchedules(db)
  const cut = new Set<ScheduleRow>()
  const items = rows.flatMap((row) => {
    const due = dueUntil(row, now, until, terms)
    if (due.length > MOST_OF_ONE) cut.add(row)
    return due.slice(0, MOST_OF_ONE).map((at) => itemOf(row, at, terms))
  })
  items.sort((a, b) => a.due - b.due || a.row.id - b.row.id)
  for (const { row } of items.splice(MOST_SHOWN)) cut.add(row)
  return {
    items,
    collisions: collisionsOf(items),
    cut: [...cut].map((row) => ({ row, listed: items.filter((one) => one.row === row).length })),
    resting: rows.filter((row) => row.enabled === 0 || !isModuleOnFor(row, terms.isModuleOn)),
  }
}

function dueUntil(row: ScheduleRow, now: Instant, until: Instant, terms: Terms): Instant[] {
  const found: Instant[] = []
  for (let at = nextDueOf(row, now, terms); at !== null && at <= until && found.length <= MOST_OF_ONE; ) {
    found.push(at)
    at = nextDue(ruleOf(row, terms.days), zoneOf(row), at)
  }
  return found
}

const itemOf = (row: ScheduleRow, due: Instant, terms: Terms): DryRunItem => ({
  row,
  due,
  startsAt: instant(due + jitterSeconds(row.id, due, row.jitter_s) * 1_000),
  movedFrom: movedFrom(row, due, terms),
})

/** The days off whose occurrence a working-day rule has moved to an instant. */
export function movedFrom(
  row: Pick<ScheduleRow, 'cron' | 'working_day' | 'zone'>,
  due: Instant,
  terms: Terms,
): LocalDate[] {
  if (row.cron === null || row.working_day === 'unchanged') return []
  const day = wallDay(due, row)
  return movedHere(parseCron(row.cron), day, row.working_day, terms.days).map(dateOf)
}

const wallDay = (at: Instant, row: Pick<ScheduleRow, 'zone'>): Wall =>
  wall(Math.floor((at + offsetAt(at, zoneOf(row))) / DAY) * DAY)
const dateOf = (day: Wall): LocalDate => new Date(day).toISOString().slice(0, 10) as LocalDate

function collisionsOf(items: DryRunItem[]): DryRun['collisions'] {
  const byInstant = new Map<Instant, string[]>()
  for (const { due, row } of items) byInstant.set(due, [...(byInstant.get(due) ?? []), row.name])
  return [...byInstant].flatMap(([due, names]) => (names.length > 1 ? [{ due, names }] : []))
}
