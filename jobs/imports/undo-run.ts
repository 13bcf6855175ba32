import type { RunContext } from '../engine/define-task'

export type UndoPage = { decided: number; total: number }

/** Nothing to compute: what was there before lies in the database. The office puts it back step by step, asked from here. */
export default async function runUndo(_args: unknown, ctx: RunContext<UndoPage, UndoPage>): Promise<null> {
  for (let page = await ctx.page(); page !== null; page = await ctx.page()) {
    const [step] = page
    if (!step) break
    ctx.progress(step.decided, step.total, `Undoing ${step.decided} of ${step.total}`)
    await ctx.stage(page)
  }
  return null
}
