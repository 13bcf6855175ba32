import type { RunContext } from '../engine/define-task'
import { type Leftover, leftoversOf } from './leftovers'

const CHUNK = 200

/** Looks through the store and hands what is old enough to the office, a chunk at a time. */
export default async function lookForLeftovers(
  { root }: { root: string },
  ctx: RunContext<unknown, Leftover>,
): Promise<{ old: number }> {
  let old = 0
  for (const shelf of leftoversOf(root)) {
    ctx.check()
    for (let from = 0; from < shelf.length; from += CHUNK) await ctx.stage(shelf.slice(from, from + CHUNK))
    old += shelf.length
  }
  return { old }
}
