import type { Db } from '../../db/open'
import { deleteFact } from '../../db/queries/people/calculations'
import { type SalaryFactRow, salaryFactsOfSource, upsertSalaryFact } from '../../db/queries/people/salary-facts'
import type { Write } from '../engine/write'
import { readSetting } from '../shared/settings'
import type { Month } from '../values/time'
import { departmentOf } from './departments'
import type { FactSource, SalaryFact } from './rules/facts'

/** What earlier files, runs or forms told about a month: of everybody, or of the parties named. */
export const factsOf = (db: Db, month: Month, source: FactSource, partyIds?: readonly number[]): SalaryFact[] =>
  salaryFactsOfSource(db, month, source, partyIds).map(factFromRow)

/** Writes a fact over the one of the same employee, month and source. False where that one said the same already. */
export function putFact(write: Write, fact: SalaryFact, batch: number | null, origin: string): boolean {
  return upsertSalaryFact(write.db, { ...rowOf(fact), batch, origin, changed_at: write.now })
}

/** What an approved run paid an employee for a month, in minor units. Deductions are positive. */
export type ApprovedFact = {
  partyId: number
  /** False: all that was paid was taken back by a reversal, and payroll has no word on the month any more. */
  stands?: boolean
  /** The office's, where it is not said. */
  currency?: string
  basicMinor: number
  grossMinor: number
  netMinor: number
  overtimeMinor?: number
  lateMinor?: number
  tdsMinor?: number
  advanceMinor?: number
  incentiveMinor?: number
  presentHalves?: number | null
  absentHalves?: number | null
}

/**
 * Payroll's word on a month: written as facts of source 'payroll', which the charts prefer to every other, and the charts
 * of the month are rebuilt. Approving the same again changes nothing. The approval's own audit entry stands for it. Who was
 * paid for the month before (a correction, off-cycle pay) stays in the department of then. Of whom a reversal has left
 * nothing the fact goes, so that nobody is counted with a pay of zero and the file's word, where there is one, counts again.
 */
export function approvedFacts(write: Write, month: Month, rows: readonly ApprovedFact[]): { changed: number } {
  const { currency } = readSetting(write.db, 'office')
  const then = new Map(factsOf(write.db, month, 'payroll').map((fact) => [fact.partyId, fact.departmentId]))
  let changed = 0
  for (const row of rows) {
    if (row.stands === false) {
      if (then.has(row.partyId)) changed++
      deleteFact(write.db, row.partyId, month, 'payroll')
      continue
    }
    const known = then.get(row.partyId)
    const fact: SalaryFact = {
      partyId: row.partyId,
      month,
      source: 'payroll',
      departmentId: known === undefined ? (departmentOf(write.db, row.partyId)?.id ?? null) : known,
      currency: row.currency ?? currency,
      basicMinor: row.basicMinor,
      grossMinor: row.grossMinor,
      netMinor: row.netMinor,
      overtimeMinor: row.overtimeMinor ?? 0,
      lateMinor: row.lateMinor ?? 0,
      tdsMinor: row.tdsMinor ?? 0,
      advanceMinor: row.advanceMinor ?? 0,
      incentiveMinor: row.incentiveMinor ?? 0,
      overtimeHours: null,
      lateMinutes: null,
      advancesOpenMinor: null,
      statedNetMinor: null,
      presentHalves: row.presentHalves ?? null,
      absentHalves: row.absentHalves ?? null,
    }
    if (putFact(write, fact, null, write.actor)) changed++
  }
  enqueueChartSync(write, month, 'payroll')
  return { changed }
}

/** Has the month's charts rebuilt after this transaction. */
export function enqueueChartSync(write: Write, month: Month, source: FactSource) {
  const [year, number] = month.split('-').map(Number)
  return write.enqueue('people.sync_chart_data_batch', { year, month: number, source })
}

const factFromRow = (row: SalaryFactRow): SalaryFact => ({
  partyId: row.party_id,
  month: row.month as Month,
  source: row.source,
  departmentId: row.department_id,
  currency: row.currency,
  basicMinor: row.basic_minor,
  grossMinor: row.gross_minor,
  netMinor: row.net_minor,
  overtimeMinor: row.overtime_minor,
  lateMinor: row.late_minor,
  tdsMinor: row.tds_minor,
  advanceMinor: row.advance_minor,
  incentiveMinor: row.incentive_minor,
  overtimeHours: row.overtime_hours,
  lateMinutes: row.late_minutes,
  advancesOpenMinor: row.advances_open_minor,
  statedNetMinor: row.stated_net_minor,
  presentHalves: row.present_halves,
  absentHalves: row.absent_halves,
})

const rowOf = (fact: SalaryFact): SalaryFactRow => ({
  party_id: fact.partyId,
  month: fact.month,
  source: fact.source,
  department_id: fact.departmentId,
  currency: fact.currency,
  basic_minor: fact.basicMinor,
  gross_minor: fact.grossMinor,
  net_minor: fact.netMinor,
  overtime_minor: fact.overtimeMinor,
  late_minor: fact.lateMinor,
  tds_minor: fact.tdsMinor,
  advance_minor: fact.advanceMinor,
  incentive_minor: fact.incentiveMinor,
  overtime_hours: fact.overtimeHours,
  late_minutes: fact.lateMinutes,
  advances_open_minor: fact.advancesOpenMinor,
  stated_net_minor: fact.statedNetMinor,
  present_halves: fact.presentHalves,
  absent_halves: fact.absentHalves,
})
