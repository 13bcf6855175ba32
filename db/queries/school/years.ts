import type { Db } from '../../open'
import { statement } from '../../statement'

export type AcademicYearRow = {
  id: number
  name: string
  first_year: number
  starts_on: string | null
  ends_on: string | null
}

export const academicYears = (db: Db): AcademicYearRow[] =>
  statement(
    db,
    'select id, name, first_year, starts_on, ends_on from academic_year order by first_year, id',
  ).all() as AcademicYearRow[]

export const insertAcademicYear = (db: Db, row: { name: string; first_year: number; origin: string }): number =>
  Number(
    statement(db, 'insert into academic_year (name, first_year, origin) values (@name, @first_year, @origin)').run(row)
      .lastInsertRowid,
  )
