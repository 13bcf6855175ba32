import type { RunContext } from './define-task'

/** Hands the office its own pages back, one transaction each, and says how far it is. */
export default async function actOnMany(
  { total, done }: { total: number; done: number },
  ctx: RunContext<number, number>,
): Promise<{ done: number }> {
  let reached = done
  for (let page = await ctx.page(); page; page = await ctx.page()) {
    if (page.length === 0) continue
    await ctx.stage(page)
    reached += page.length
    ctx.progress(reached, Math.max(total, reached), '')
  }
  return { done: reached }
}
