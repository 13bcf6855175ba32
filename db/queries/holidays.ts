import type { Db } from '../open'
import { statement } from '../statement'

export type HolidayRow = {
  on_date: string
  name: string
  /** 'typed', or the name of the calendar file. */
  source: string
  created_at: number
}

export const allHolidays = (db: Db): HolidayRow[] =>
  statement(db, 'select * from holiday order by on_date').all() as HolidayRow[]

export const countHolidays = (db: Db): number => statement(db, 'select count(*) from holiday').pluck().get() as number

export const holidayOn = (db: Db, date: string): HolidayRow | undefined =>
  statement(db, 'select * from holiday where on_date = ?').get(date) as HolidayRow | undefined

/** False where that date is in the list already. */
export const insertHoliday = (db: Db, row: HolidayRow): boolean =>
  statement(
    db,
    `insert into holiday (on_date, name, source, created_at) values (@on_date, @name, @source, @created_at)
     on conflict (on_date) do nothing`,
  ).run(row).changes === 1

export const deleteHoliday = (db: Db, date: string): boolean =>
  statement(db, 'delete from holiday where on_date = ?').run(date).changes === 1
