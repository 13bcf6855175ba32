import type { RunContext } from '../../engine/define-task'
import { type BulkEdit, type EditedColumn, type EditedRow, editOf } from './bulk-edit'

/** `edit` null: what the step typed is taken back. */
export type EditInput = { edit: BulkEdit | null; column: EditedColumn; total: number }

/** A cell as it is to be typed over; of a step that is taken back, as it was before and after. */
export type EditStaged =
  | { n: number; position: number; value: string | null }
  | { n: number; position: number; before: string | null; after: string | null }

export type EditPage = EditedRow | { n: number; position: number; before: string | null; after: string | null }

/** Types over the cells of a cause, page by page: each page is a turn of the office, and what is called off is taken back. */
export default async function runEdit(
  { edit, column, total }: EditInput,
  ctx: RunContext<EditPage, EditStaged>,
): Promise<null> {
  let done = 0
  for (let page = await ctx.page(); page !== null; page = await ctx.page()) {
    ctx.check()
    const staged = page.flatMap((row): EditStaged[] => {
      if ('after' in row) return [row]
      const typed = edit && editOf(edit, row, column)
      return typed ? [typed] : []
    })
    await ctx.stage(staged)
    done += page.length
    ctx.progress(done, total, edit ? `Changing row ${done} of ${total}` : `Taking back row ${done} of ${total}`)
  }
  return null
}
