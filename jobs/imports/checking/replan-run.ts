import type { StoredRow } from '../../../db/queries/imports/rows'
import type { RunContext } from '../../engine/define-task'
import type { OfficeFacts } from '../kind'
import { plannerOf } from '../planners'
import { changesFromJson, changeToJson } from '../values-json'
import { cellsFromJson } from './cells'
import { type CheckedRow, checkRow, rowRules } from './check-row'
import { count, moveToError } from './check-run'
import { Duplicates } from './duplicates'
import { type Edit, Edits } from './edits'
import { type Counts, type MappedField, noCounts, type ReadColumn } from './facts'
import { stageAhead } from './stage-ahead'
import { findingsFromJson, type Staged, toStagedConflict, toStoredRow } from './stored-row'

export type ReplanInput = {
  digest: string
  /** Null: the office's records are as they were when the rows were checked. */
  stale: {
    kind: string
    columns: ReadColumn[]
    fields: MappedField[]
    options: unknown
    snapshot: unknown
    office: OfficeFacts
    edits: Edit[]
    file: string
    isSeen: boolean
    total: number
  } | null
}

export type ReplanOutput = {
  digest: string
  /** Null: nothing had to be planned again. */
  replanned: { counts: Counts; differing: number } | null
}

/**
 * Rows that were planned on facts that have changed since are planned again, from the cells kept with them. A row that now
 * does something that was not shown counts as differing; one that finds its work done already does not.
 */
export default async function runReplan(
  { digest, stale }: ReplanInput,
  ctx: RunContext<StoredRow, Staged>,
): Promise<ReplanOutput> {
  if (stale === null) return { digest, replanned: null }
  const { columns, fields, options, snapshot, office, file, isSeen, total } = stale
  const plan = await plannerOf(stale.kind)
  const rules = rowRules(columns, fields, { plan, snapshot, options, office, file, isSeen })
  const letters = columns.map(({ letter }) => letter)
  const edits = new Edits(stale.edits)
  const duplicates = new Duplicates()
  const counts = noCounts()
  const staging = stageAhead(ctx)
  let differing = 0
  for (let page = await ctx.page(); page !== null; page = await ctx.page()) {
    const chunk: Staged[] = []
    for (const stored of page) {
      ctx.check()
      const cells = edits.over({ n: stored.n, cells: cellsFromJson(stored.cells, letters, stored.n) })
      const said = [edits.saidOf(stored.n), edits.createsOf(stored.n)] as const
      const checked = checkRow(stored.n, cells, problemsOf(stored), rules, ...said)
      const conflict = duplicates.see(checked)
      count(counts, checked)
      if (conflict) moveToError(counts, conflict.was)
      if (doesOtherThan(stored, checked)) differing++
      chunk.push({ row: toStoredRow(checked, stored.cells) })
      if (conflict) chunk.push(toStagedConflict(conflict))
    }
    await staging.put(chunk)
    ctx.progress(counts.rows, total, `Checking row ${counts.rows} of ${total} again`)
  }
  await staging.end()
  return { digest, replanned: { counts, differing } }
}

/** Problems of the row as a whole come from the file; they are kept as its first errors and found by their lack of a key. */
export const problemsOf = (stored: Pick<StoredRow, 'errors' | 'vals' | 'left_out'>) =>
  stored.vals !== null
    ? []
    : findingsFromJson(stored.errors ?? stored.left_out)
        .filter(({ column, found }) => column === null && found === null)
        .map(({ reason }) => reason)

/** Whether the row would now do something that was not shown. */
export function doesOtherThan(stored: StoredRow, fresh: CheckedRow): boolean {
  const writes = fresh.outcome === 'create' || fresh.outcome === 'update'
  if (!writes) return fresh.outcome === 'error' && stored.outcome !== 'error'
  if (fresh.outcome !== stored.outcome) return true
  const shown = new Set(changesFromJson(stored.changes).map(changeToJson))
  return fresh.changes.some((change) => !shown.has(changeToJson(change)))
}
