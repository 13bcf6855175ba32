import type { RunContext } from '../../engine/define-task'
import runCheck, { type CheckInput, type CheckOutput } from './check-run'
import type { Staged } from './stored-row'

/** Checks the file of an upload; progress is told in the words of guide 004. */
export default function runUpload(input: CheckInput, ctx: RunContext<unknown, Staged>): Promise<CheckOutput> {
  return runCheck(input, {
    ...ctx,
    progress: (current, total, _status) => ctx.progress(current, total, `Processing row ${current}`),
  })
}
