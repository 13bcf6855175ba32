import type { Db } from '../../../db/open'
import { allComponents } from '../../../db/queries/payroll/components'
import { type RunRow, runComponents } from '../../../db/queries/payroll/runs'
import { Problem } from '../../values/problem'
import { needRun } from '../approve'
import type { Kind } from '../rules/component'
import type { SheetColumn } from '../rules/sheet-lines'

/**
 * A run that a sheet can be laid beside: one with figures. Throws `payroll.run_not_found`, `payroll.run_is_discarded` and
 * `payroll.sheet_before_figures`.
 */
export function needSheetRun(db: Db, id: number): RunRow {
  const run = needRun(db, id)
  if (run.status === 'discarded') throw new Problem('payroll.run_is_discarded', { no: run.no }, { kind: 'conflict' })
  if (run.version === 0) throw new Problem('payroll.sheet_before_figures', { no: run.no }, { kind: 'conflict' })
  return run
}

const SUMS: SheetColumn[] = [
  { key: 'gross', name: 'Gross', kind: 'gross' },
  { key: 'deductions', name: 'Total deductions', kind: 'deductions' },
  { key: 'net', name: 'Net', kind: 'net' },
  { key: 'employer_cost', name: 'Employer contributions', kind: 'employer_cost' },
]

/**
 * What a sheet beside a run can have a column of: the components of the run and those the office has had since, in the order
 * of the slip, then the sums. A name that two components share is told apart by their codes.
 */
export function columnsOf(db: Db, run: Pick<RunRow, 'id'>): SheetColumn[] {
  const known = runComponents(db, run.id).map(({ code, name, kind }) => ({ key: code, name, kind: kind as Kind })) // the table's words
  const codes = new Set(known.map(({ key }) => key))
  const since = allComponents(db)
    .filter(({ code, active }) => active === 1 && !codes.has(code))
    .map(({ code, name, kind }) => ({ key: code, name, kind: kind as Kind }))
  const columns: SheetColumn[] = [...known, ...since, ...SUMS]
  const named = new Map<string, number>()
  for (const { name } of columns) named.set(name, (named.get(name) ?? 0) + 1)
  return columns.map((one) => ((named.get(one.name) ?? 0) > 1 ? { ...one, name: `${one.name} (${one.key})` } : one))
}
