import { appliedBefore, type BatchRow } from '../../db/queries/imports/batches'
import { editsOfRow, putRow, rowsByKey, type StoredRow } from '../../db/queries/imports/rows'
import type { Write } from '../engine/write'
import { cellsFromJson } from './checking/cells'
import { type CheckedRow, checkRow, rowRules } from './checking/check-row'
import { Duplicates } from './checking/duplicates'
import { Edits } from './checking/edits'
import type { FileFacts } from './checking/facts'
import { problemsOf } from './checking/replan-run'
import { toStoredRow } from './checking/stored-row'
import { planContext } from './context'
import type { AnyPlanRow } from './planners'

/** Plans rows again, with everything that shares an old key or a new one of theirs, in the order of the file. Answers with their numbers. */
export function planRowsAgain(
  write: Write,
  batch: BatchRow,
  facts: FileFacts,
  rows: readonly StoredRow[],
  plan: AnyPlanRow,
): number[] {
  const { fields, options, office, snapshot } = planContext(write.db, batch, write.now)
  const rules = rowRules(facts.columns, fields, {
    plan,
    snapshot,
    options,
    office,
    file: batch.sha256,
    isSeen: appliedBefore(write.db, batch) !== undefined,
  })
  const letters = facts.columns.map(({ letter }) => letter)
  const check = (stored: StoredRow): CheckedRow => {
    const cells = cellsFromJson(stored.cells, letters, stored.n)
    const edits = new Edits(editsOfRow(write.db, batch.id, stored.n))
    const said = [edits.saidOf(stored.n), edits.createsOf(stored.n)] as const
    return checkRow(stored.n, edits.over({ n: stored.n, cells }), problemsOf(stored), rules, ...said)
  }
  const group = new Map<number, StoredRow>()
  const keys = new Set<string>()
  for (const row of rows) {
    group.set(row.n, row)
    for (const key of [row.key, check(row).key]) if (key !== null) keys.add(key)
  }
  for (const key of keys) {
    for (const other of rowsByKey(write.db, batch.id, key)) group.set(other.n, other)
  }
  const duplicates = new Duplicates()
  const checked = new Map([...group.values()].sort((a, b) => a.n - b.n).map((one) => [one.n, check(one)]))
  for (const one of checked.values()) {
    const conflict = duplicates.see(one)
    const first = conflict && checked.get(conflict.n)
    if (!first) continue
    first.outcome = 'error'
    first.errors.push(conflict.error)
  }
  for (const [number, one] of checked) putRow(write.db, batch.id, toStoredRow(one, group.get(number)?.cells ?? '[]'))
  return [...checked.keys()]
}
