import { setTimeout } from 'node:timers/promises'
import type { RunContext } from '../engine/define-task'

/** Waits without using the processor; a revoke, the soft limit and a stop end it at once. */
export default async function sleep({ ms }: { ms: number }, ctx: RunContext): Promise<{ slept_ms: number }> {
  await setTimeout(ms, undefined, { signal: ctx.signal })
  return { slept_ms: ms }
}
