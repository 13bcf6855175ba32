import type { Db } from '../../../db/open'
import { keepBefore, sheetOfRun } from '../../../db/queries/payroll/pay-sheets'
import { type RunRow, runRow } from '../../../db/queries/payroll/runs'
import type { Write } from '../../engine/write'
import { isRounding } from '../rules/sheet-comparison'
import { besideSheet, needSheet, runBesideSheet } from './comparison'

const hasSheet = (db: Db, run: RunRow): boolean =>
  run.version > 0 && run.status !== 'discarded' && sheetOfRun(db, run.id) !== undefined

/** Compares step by step what `keepDifferences` then finds made. */
export async function readDifferences(db: Db, runId: number | undefined): Promise<void> {
  const run = runId === undefined ? undefined : runRow(db, runId)
  if (run && hasSheet(db, run)) await besideSheet(db, run.id)
}

/** Before a run is computed again: the differences it has now, so that afterwards it shows which of them went away. */
export function keepDifferences({ db }: Write, run: RunRow): void {
  if (!hasSheet(db, run)) return
  const found = runBesideSheet(db, run.id)
  const { comparison } = found
  const differences = comparison.people.flatMap(({ who, cells }) =>
    cells.flatMap(({ column, differenceMinor }) =>
      isRounding(differenceMinor) ? [] : [[who, column, differenceMinor]],
    ),
  )
  keepBefore(db, run.id, {
    version: run.version,
    import_id: needSheet(found).import_id,
    differences: JSON.stringify(differences),
  })
}
