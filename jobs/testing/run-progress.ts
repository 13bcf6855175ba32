import { setTimeout } from 'node:timers/promises'
import type { RunContext } from '../engine/define-task'

export default async function progress(
  { steps, ms = 20 }: { steps: number; ms?: number },
  ctx: RunContext,
): Promise<{ steps: number }> {
  for (let step = 1; step <= steps; step++) {
    ctx.progress(step, steps, `Step ${step} of ${steps}`)
    await setTimeout(ms, undefined, { signal: ctx.signal })
  }
  return { steps }
}
