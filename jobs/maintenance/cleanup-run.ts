import type { RunContext } from '../engine/define-task'

/** Hands the office its own pages back, one transaction each. */
export default async function cleanUp(_args: unknown, ctx: RunContext<unknown, unknown>): Promise<null> {
  for (let page = await ctx.page(); page; page = await ctx.page()) {
    if (page.length > 0) await ctx.stage(page)
    ctx.check()
  }
  return null
}
