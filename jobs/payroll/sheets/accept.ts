import { acceptDifference, acceptedDifferences, reopenDifference } from '../../../db/queries/payroll/pay-sheets'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { Problem } from '../../values/problem'
import { type Cell, cellKey } from '../rules/sheet-comparison'
import { needSheetRun } from './columns'
import { comparedBefore, needSheet } from './comparison'

/** One cell, all of a person's (`column` null), or all of a column's (`who` null). */
export type AcceptAsk = { who: string | null; column: string | null; because: string }

/**
 * Marks open differences as looked at, with the reason: one cell, or all that are open of a person or a column. Each holds
 * for its amount. Runs within `onceCompared`. Answers with their number; throws `payroll.no_sheet` and
 * `payroll.nothing_to_accept`.
 */
export function acceptDifferences(write: Write, runId: number, { who, column, because }: AcceptAsk): number {
  const found = comparedBefore(write.db, runId)
  const sheet = needSheet(found)
  // What somebody else has accepted since it was compared keeps that one's reason.
  const accepted = new Map(
    acceptedDifferences(write.db, runId).map((one) => [cellKey(one.who, one.column_key), one.difference_minor]),
  )
  const isOpen = (who: string, { state, column, differenceMinor }: Cell) =>
    state === 'open' && accepted.get(cellKey(who, column)) !== differenceMinor
  const cells = found.comparison.people.flatMap((person) =>
    who !== null && person.who !== who
      ? []
      : person.cells
          .filter((cell) => isOpen(person.who, cell) && (column === null || cell.column === column))
          .map((cell) => ({ who: person.who, ...cell })),
  )
  if (cells.length === 0) throw new Problem('payroll.nothing_to_accept', {}, { kind: 'conflict' })
  for (const cell of cells) {
    acceptDifference(write.db, runId, {
      who: cell.who,
      column_key: cell.column,
      difference_minor: cell.differenceMinor,
      because,
      accepted_by: write.actor,
      accepted_at: write.now,
    })
  }
  recordAudit(write, {
    action: 'payroll.differences_accepted',
    entity: `run:${runId}`,
    payload: { import: sheet.import_id, version: found.run.version, column, count: cells.length },
    personal: {
      partyId: found.people.get(who ?? '')?.partyId ?? null,
      payload: { because, cells: cells.map((cell) => [cell.who, cell.column, cell.differenceMinor]) },
    },
  })
  write.emit({ type: 'run_changed', id: runId, period_id: found.run.period_id, status: found.run.status })
  return cells.length
}

/** Takes an acceptance back. Throws `payroll.not_accepted`. */
export function reopenCell(write: Write, runId: number, who: string, column: string): void {
  const run = needSheetRun(write.db, runId)
  if (!reopenDifference(write.db, runId, who, column)) {
    throw new Problem('payroll.not_accepted', {}, { kind: 'not_found' })
  }
  recordAudit(write, {
    action: 'payroll.difference_reopened',
    entity: `run:${runId}`,
    payload: { column },
    personal: { partyId: partyOf(who), payload: { who } },
  })
  write.emit({ type: 'run_changed', id: runId, period_id: run.period_id, status: run.status })
}

/** Null: a row of the sheet, of somebody the office does not know. */
const partyOf = (who: string): number | null => (who.startsWith('party:') ? Number(who.slice('party:'.length)) : null)
