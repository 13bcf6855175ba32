import type { GridColumn } from './columns'
import type { Active } from './grid'
import { type ImportRow, type Layout, placeAt, rowFurther } from './layout'
import type { RowStore } from './row-store'

/** What a spreadsheet copies: lines of cells with tabs between them, a last line break not counted. */
export const linesOf = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))

const MOST_CELLS = 10_000

/** A pasted block from the active cell on, down the rows that are shown and to the right. */
export async function pastedCells(
  text: string,
  { layout, store, columns, active }: { layout: Layout; store: RowStore; columns: GridColumn[]; active: Active },
): Promise<{ row: ImportRow; column: GridColumn; value: string }[]> {
  const cells: { row: ImportRow; column: GridColumn; value: string }[] = []
  const lines = linesOf(text)
  const last = rowFurther(layout, active.index, lines.length - 1)
  await store.want(layout, active.index, last)
  let index = active.index
  for (const line of lines) {
    const place = placeAt(layout, index)
    const row = place && place.offset !== null ? store.rowAt(place.group, place.offset) : undefined
    for (const [across, value] of line.entries()) {
      const column = columns[active.column + across]
      if (row && column && cells.length < MOST_CELLS) cells.push({ row, column, value })
    }
    const next = rowFurther(layout, index, 1)
    if (next === index) break
    index = next
  }
  return cells
}
