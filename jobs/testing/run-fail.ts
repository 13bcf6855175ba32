import type { RunContext } from '../engine/define-task'
import { Problem } from '../values/problem'

/** Fails as a server that does not answer would, so many times; then it succeeds. */
export default function fail({ times }: { times: number }, ctx: RunContext): { attempts: number } {
  if (ctx.attempt <= times) throw new Problem('test.fails', { attempt: ctx.attempt, times }, { transient: true })
  return { attempts: ctx.attempt }
}
