import type { Db } from '../../db/open'
import {
  allHolidays,
  countHolidays,
  deleteHoliday,
  type HolidayRow,
  holidayOn,
  insertHoliday,
} from '../../db/queries/holidays'
import { type WorkingDays, workingDays } from '../engine/scheduler'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import { type LocalDate, parseLocalDate } from '../values/time'
import { recordAudit } from './audit'
import type { CalendarDay } from './calendar-file'
import { readSetting } from './settings'

export type { HolidayRow } from '../../db/queries/holidays'

/** So many days at most: over a hundred years of public holidays. */
export const MOST_HOLIDAYS = 2_000
const TYPED = 'typed'

export const holidays = (db: Db): HolidayRow[] => allHolidays(db)

/** The days on which the office works: its days of the week without its holidays. */
export const officeWorkingDays = (db: Db): WorkingDays =>
  workingDays(
    readSetting(db, 'office').workdays,
    allHolidays(db).map((row) => row.on_date as LocalDate),
  )

/** Throws a Problem where that is no date, or the office is closed on it already. */
export function addHoliday(write: Write, typed: { date: string; name: string }): void {
  const date = parseLocalDate(typed.date)
  if (date === null) throw new Problem('holidays.not_a_date', { found: typed.date })
  const there = holidayOn(write.db, date)
  if (there) throw new Problem('holidays.there_already', { date, name: there.name }, { kind: 'conflict' })
  checkRoom(write, 1)
  insertHoliday(write.db, { on_date: date, name: typed.name, source: TYPED, created_at: write.now })
  changed(write, 'holidays.added', { date, name: typed.name })
}

export function removeHoliday(write: Write, date: string): void {
  if (!deleteHoliday(write.db, date)) throw new Problem('holidays.not_there', { date }, { kind: 'not_found' })
  changed(write, 'holidays.removed', { date })
}

/** Adds the days of a calendar file; a day that is in the list already stays as it is. */
export function importHolidays(write: Write, source: string, days: CalendarDay[]): { added: number; there: number } {
  checkRoom(write, days.filter(({ date }) => !holidayOn(write.db, date)).length)
  const added = days.filter(({ date, name }) =>
    insertHoliday(write.db, { on_date: date, name, source, created_at: write.now }),
  ).length
  if (added > 0) changed(write, 'holidays.imported', { source, added })
  return { added, there: days.length - added }
}

function checkRoom(write: Write, more: number): void {
  const there = countHolidays(write.db)
  if (there + more > MOST_HOLIDAYS)
    throw new Problem('holidays.too_many', { there, more, most: MOST_HOLIDAYS }, { kind: 'too_large' })
}

function changed(write: Write, action: string, payload: Record<string, unknown>): void {
  recordAudit(write, { action, entity: 'holidays', payload })
  write.emit({ type: 'holidays_changed' })
}
