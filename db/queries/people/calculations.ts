import type { Db } from '../../open'
import { statement } from '../../statement'
import type { SalaryFactWrite } from './salary-facts'

/** A calculation that was saved. `inputs`, `fact`, `before` and `items` are JSON. */
export type CalculationRow = {
  id: number
  party_id: number
  month: string
  inputs: string
  fact: string
  before: string | null
  items: string | null
  saved_at: number
  saved_by: string
  undone_at: number | null
  undone_by: string | null
}

export const insertCalculation = (db: Db, row: Omit<CalculationRow, 'id' | 'undone_at' | 'undone_by'>): number =>
  Number(
    statement(
      db,
      `insert into form_calculation (party_id, month, inputs, fact, before, items, saved_at, saved_by)
       values (@party_id, @month, @inputs, @fact, @before, @items, @saved_at, @saved_by)`,
    ).run(row).lastInsertRowid,
  )

export const calculationRow = (db: Db, id: number): CalculationRow | undefined =>
  statement(db, 'select * from form_calculation where id = ?').get(id) as CalculationRow | undefined

/** The calculation that stands for an employee and month: the last one that was not undone. */
export const standingCalculation = (db: Db, partyId: number, month: string): number | undefined =>
  statement(db, 'select max(id) from form_calculation where party_id = ? and month = ? and undone_at is null')
    .pluck()
    .get(partyId, month) as number | undefined

export const setCalculationUndone = (db: Db, id: number, at: number, by: string): void => {
  statement(db, 'update form_calculation set undone_at = ?, undone_by = ? where id = ?').run(at, by, id)
}

/** The newest calculations with whose they are. */
export const recentCalculations = (db: Db, limit: number): (CalculationRow & { name: string })[] =>
  statement(
    db,
    `select c.*, p.name from form_calculation c join party p on p.id = c.party_id order by c.id desc limit ?`,
  ).all(limit) as (CalculationRow & { name: string })[]

/** A fact with all that its row holds, so that it can be put back as it was. */
export const wholeFact = (db: Db, partyId: number, month: string, source: string): SalaryFactWrite | undefined => {
  const row = statement(db, 'select * from salary_fact where party_id = ? and month = ? and source = ?').get(
    partyId,
    month,
    source,
  ) as (SalaryFactWrite & { id: number }) | undefined
  if (!row) return undefined
  const { id: _id, ...fact } = row
  return fact
}

export const deleteFact = (db: Db, partyId: number, month: string, source: string): void => {
  statement(db, 'delete from salary_fact where party_id = ? and month = ? and source = ?').run(partyId, month, source)
}
