import type { AppliedRow, StoredRow } from '../../../db/queries/imports/rows'
import type { Finding, RowPlan } from '../kind'
import type { Cell } from '../reading'
import { changesFromJson, changesToJson, rowFromJson, rowToJson } from '../values-json'
import { cellsToJson } from './cells'
import type { CheckedRow } from './check-row'
import type { Conflict } from './duplicates'

/** What the check hands over to be stored: a row, or what a later row means for one that is stored already. */
export type Staged = { row: StoredRow } | { contradicted: { n: number; error: string } }

const listOrNull = (list: readonly Finding[]): string | null => (list.length === 0 ? null : JSON.stringify(list))

/** As it is stored; `cells` are the file's own, whatever was typed over them. */
export const toStoredRow = (checked: CheckedRow, cells: readonly Cell[] | string): StoredRow => ({
  n: checked.n,
  outcome: checked.outcome,
  key: checked.key,
  first_row: checked.firstRow,
  entity: checked.entity,
  cells: typeof cells === 'string' ? cells : cellsToJson(cells),
  vals: checked.values === null ? null : rowToJson(checked.values),
  changes: checked.changes.length === 0 ? null : changesToJson(checked.changes),
  errors: listOrNull(checked.errors),
  warnings: listOrNull(checked.warnings),
  left_out: checked.leftOut ? JSON.stringify(checked.leftOut) : null,
})

export const toStagedConflict = ({ n, error }: Conflict): Staged => ({
  contradicted: { n, error: JSON.stringify(error) },
})

export const findingsFromJson = (text: string | null): Finding[] => (text === null ? [] : JSON.parse(text))

/** The row and its plan as the kind's `apply` takes them. */
export function fromStoredRow(row: AppliedRow): { row: number; values: ReturnType<typeof rowFromJson>; plan: RowPlan } {
  const plan: RowPlan = {
    outcome: row.outcome === 'duplicate' || row.outcome === 'skipped' ? 'unchanged' : row.outcome,
    key: row.key,
    entity: row.entity,
    changes: changesFromJson(row.changes),
    errors: [], // a row with errors is never applied
    warnings: findingsFromJson(row.warnings),
  }
  return { row: row.n, values: rowFromJson(row.vals ?? '{}'), plan }
}
