import { rowByNumber, type StoredRow } from '../../db/queries/imports/rows'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import type { AnyPlanRow } from './planners'
import { typeOver } from './type-over'

/** Types values over cells of one row and answers with the row as it now stands. */
export function fixRow(
  write: Write,
  importId: number,
  n: number,
  typed: Record<string, unknown>,
  plan: AnyPlanRow,
): StoredRow {
  const cells = Object.entries(typed).map(([column, value]) => ({ row: n, column, value }))
  if (cells.length === 0) throw new Problem('import.nothing_typed', { row: n }, { kind: 'malformed' })
  typeOver(write, importId, cells, plan)
  const row = rowByNumber(write.db, importId, n)
  if (!row) throw new Problem('import.no_such_row', { id: importId, row: n }, { kind: 'not_found' })
  return row
}
