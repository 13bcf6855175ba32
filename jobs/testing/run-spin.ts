import type { RunContext } from '../engine/define-task'

/** A busy loop that looks at its limits, as a rule over many rows does. */
export default function spin({ ms }: { ms: number }, ctx: RunContext): { spun_ms: number } {
  const end = process.hrtime.bigint() + BigInt(Math.round(ms * 1e6))
  while (process.hrtime.bigint() < end) ctx.check()
  return { spun_ms: ms }
}
