import type { RunContext } from '../../engine/define-task'
import { Problem } from '../../values/problem'
import runCheck, { type CheckInput, type CheckOutput } from './check-run'
import type { Staged } from './stored-row'

export type UploadInput = {
  /** Null: an earlier attempt has checked the file and written some of its pages. */
  check: CheckInput | null
  /** Rows of a page; of an earlier attempt: rows that create or change something, and those of them that are written. */
  pageRows: number
  writes: number
  written: number
}

/** A checked row; the whole check, which then stands, with the word to write the first page; the word to write another. */
export type UploadStaged = Staged | { checked: CheckOutput } | { next: true }
/** Null: the check stands already. */
export type UploadOutput = { checked: CheckOutput | null }

/**
 * Checks the file of an upload; progress is told in the words of guide 004. What fits into a page is written with the
 * task's end; of more, all pages but the last one before it.
 */
export default async function runUpload(
  input: UploadInput,
  ctx: RunContext<unknown, UploadStaged>,
): Promise<UploadOutput> {
  const checked = input.check && (await check(input.check, ctx))
  const { writes, written } = checked ? toWrite(checked) : input
  try {
    for (let left = writes - written; left > input.pageRows; left -= input.pageRows) {
      ctx.progress(writes - left, writes, `Writing row ${writes - left} of ${writes}`)
      const isFirst = checked !== null && left === writes
      await ctx.stage([isFirst ? { checked } : { next: true }])
    }
  } catch (error) {
    // Somebody changed something just before the first page: the end of the task sees it too, and it runs again.
    if (error instanceof Problem && error.code === 'import.facts_moved') return { checked }
    throw error
  }
  return { checked: writes - written > input.pageRows ? null : checked }
}

const check = (input: CheckInput, ctx: RunContext<unknown, UploadStaged>): Promise<CheckOutput> =>
  runCheck(input, {
    ...ctx,
    progress: (current, total, _status) => ctx.progress(current, total, `Processing row ${current}`),
  })

const toWrite = ({ counts }: CheckOutput) => ({ writes: counts ? counts.create + counts.update : 0, written: 0 })
