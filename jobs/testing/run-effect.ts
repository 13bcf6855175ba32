import { setTimeout } from 'node:timers/promises'
import type { RunContext } from '../engine/define-task'

export default async function effect(
  { key, ms = 0 }: { key: string; ms?: number },
  ctx: RunContext,
): Promise<{ key: string }> {
  if (ms > 0) await setTimeout(ms, undefined, { signal: ctx.signal })
  return { key }
}
