import type { RunContext } from '../../engine/define-task'
import { type BulkEdit, type EditedColumn, type EditedRow, editOf } from './bulk-edit'

/** `edit`: what is done to the rows of a cause; null: what is typed, or taken back, is told cell by cell. */
export type EditInput = { edit: { does: BulkEdit; column: EditedColumn } | null; back: boolean; total: number }

/** A cell as it is to be typed over; of a step that is taken back, as it was before and after. */
export type EditStaged =
  | { n: number; position: number; value: string | null }
  | { n: number; position: number; before: string | null; after: string | null }

export type EditPage = EditedRow | EditStaged

/** Types over the cells of many rows, page by page: each page is a turn of the office, and what is called off is taken back. */
export default async function runEdit(
  { edit, back, total }: EditInput,
  ctx: RunContext<EditPage, EditStaged>,
): Promise<null> {
  let done = 0
  for (let page = await ctx.page(); page !== null; page = await ctx.page()) {
    ctx.check()
    const staged = page.flatMap((row): EditStaged[] => {
      if (!('found' in row)) return [row]
      const typed = edit && editOf(edit.does, row, edit.column)
      return typed ? [typed] : []
    })
    await ctx.stage(staged)
    done += page.length
    const unit = edit ? 'row' : 'cell'
    ctx.progress(done, total, `${back ? 'Taking back' : 'Changing'} ${unit} ${done} of ${total}`)
  }
  return null
}
