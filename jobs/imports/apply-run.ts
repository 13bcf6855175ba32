import type { StoredRow } from '../../db/queries/imports/rows'
import type { RunContext } from '../engine/define-task'
import { Problem } from '../values/problem'
import type { Counts } from './checking/facts'
import runReplan, { type ReplanInput, type ReplanOutput } from './checking/replan-run'
import type { Staged } from './checking/stored-row'

export type ApplyInput = ReplanInput & {
  /** Rows of a page, rows that create or change something, and those of them that are written already. */
  pageRows: number
  writes: number
  written: number
}

/** A row that was planned again, or the word to write the next page: on which facts, and what the rows now count. */
export type ApplyStaged = Staged | { apply: { digest: string; counts: Counts | null } }
export type ApplyOutput = ReplanOutput

/**
 * Plans the rows again where the facts have changed, and has all pages but the last one written, one after another; the
 * last one is written with the task's end. The office knows which rows are next, so nothing of them travels.
 */
export default async function runApply(
  input: ApplyInput,
  ctx: RunContext<StoredRow, ApplyStaged>,
): Promise<ApplyOutput> {
  const output = await runReplan(input, ctx)
  const { replanned, digest } = output
  if (replanned !== null && replanned.differing > 0) return output
  const counts = replanned?.counts ?? null
  const writes = counts ? counts.create + counts.update : input.writes
  try {
    for (let left = writes - input.written; left > input.pageRows; left -= input.pageRows) {
      ctx.progress(writes - left, writes, `Writing row ${writes - left} of ${writes}`)
      await ctx.stage([{ apply: { digest, counts } }])
    }
  } catch (error) {
    // Somebody changed something just before the first page: the end of the task sees it too, and it runs again.
    if (error instanceof Problem && error.code === 'import.facts_moved') return output
    throw error
  }
  return output
}
