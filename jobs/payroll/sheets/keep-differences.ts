import { keepBefore, sheetOfRun } from '../../../db/queries/payroll/pay-sheets'
import type { RunRow } from '../../../db/queries/payroll/runs'
import type { Write } from '../../engine/write'
import { isRounding } from '../rules/sheet-comparison'
import { runBesideSheet } from './comparison'

/** Before a run is computed again: the differences it has now, so that afterwards it shows which of them went away. */
export function keepDifferences({ db }: Write, run: RunRow): void {
  const sheet = run.version > 0 && run.status !== 'discarded' ? sheetOfRun(db, run.id) : undefined
  if (!sheet) return
  const { comparison } = runBesideSheet(db, run.id)
  const differences = comparison.people.flatMap(({ who, cells }) =>
    cells.flatMap(({ column, differenceMinor }) =>
      isRounding(differenceMinor) ? [] : [[who, column, differenceMinor]],
    ),
  )
  keepBefore(db, run.id, {
    version: run.version,
    import_id: sheet.import_id,
    differences: JSON.stringify(differences),
  })
}
