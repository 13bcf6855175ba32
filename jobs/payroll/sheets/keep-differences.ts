import type { Db } from '../../../db/open'
import { keepBefore, sheetOfRun } from '../../../db/queries/payroll/pay-sheets'
import { type RunRow, runRow } from '../../../db/queries/payroll/runs'
import type { Write } from '../../engine/write'
import { comparedBefore, needSheet, onceCompared } from './comparison'

const hasSheet = (db: Db, run: RunRow): boolean =>
  run.version > 0 && run.status !== 'discarded' && sheetOfRun(db, run.id) !== undefined

/** Has a write that asks for a run to be computed again find its differences made (`keepDifferences`). */
export function withDifferences<T>(db: Db, runId: number | undefined, write: () => Promise<T>): Promise<T> {
  const run = runId === undefined ? undefined : runRow(db, runId)
  return run && hasSheet(db, run) ? onceCompared(db, run.id, write) : write()
}

/** Before a run is computed again: the differences it has now, so that afterwards it shows which of them went away. */
export function keepDifferences({ db }: Write, run: RunRow): void {
  if (!hasSheet(db, run)) return
  const found = comparedBefore(db, run.id)
  const { comparison } = found
  const differences = comparison.people.flatMap(({ who, cells }) =>
    cells.flatMap(({ column, differenceMinor, state }) =>
      state === 'same' || state === 'rounding' ? [] : [[who, column, differenceMinor]],
    ),
  )
  keepBefore(db, run.id, {
    version: run.version,
    import_id: needSheet(found).import_id,
    differences: JSON.stringify(differences),
  })
}
