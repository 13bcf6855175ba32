import { setTimeout } from 'node:timers/promises'
import type { RunContext } from '../../engine/define-task'

/** Works without end, looks at its limits, and lets its thread breathe. */
export default async function loop(_args: unknown, ctx: RunContext): Promise<never> {
  for (;;) {
    ctx.check()
    await setTimeout(5)
  }
}
