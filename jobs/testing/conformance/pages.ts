import type { RunContext } from '../../engine/define-task'

export default async function pages(_args: unknown, ctx: RunContext<number, number>) {
  let count = 0
  for (let page = await ctx.page(); page; page = await ctx.page()) {
    count++
    await ctx.stage(page.map((n) => n * 10))
  }
  const { sha256, originalName } = await ctx.putFile(Buffer.from('stored by a run'), 'text/plain', 'a.txt')
  return { pages: count, text: Buffer.from(await ctx.readFile(sha256)).toString(), originalName }
}
