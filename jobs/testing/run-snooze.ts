import type { RunContext } from '../engine/define-task'

/** Puts itself off so many times, then it succeeds. */
export default function snooze(
  { times, seconds }: { times: number; seconds: number },
  ctx: RunContext,
): { attempts: number } {
  if (ctx.attempt <= times) ctx.snooze(seconds)
  return { attempts: ctx.attempt }
}
