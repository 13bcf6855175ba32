import type { Cell, SourceRow } from '../reading'
import { typedCell } from './cells'

export type Edit = { n: number; position: number; value: string }

/** What was typed over the file's cells, by row. */
export class Edits {
  readonly #byRow = new Map<number, Edit[]>()

  constructor(edits: readonly Edit[]) {
    for (const edit of edits) this.#byRow.set(edit.n, [...(this.#byRow.get(edit.n) ?? []), edit])
  }

  /**
   * The cells as they are meant: with what was typed in their place, and without the apostrophe that marks text which
   * looks like a formula. The file's own list stays as it is.
   */
  over(row: Pick<SourceRow, 'n' | 'cells'>): Cell[] {
    const edits = this.#byRow.get(row.n)
    const isMarked = row.cells.some(({ text }) => MARKED.test(text))
    if (!edits && !isMarked) return row.cells
    const cells = row.cells.map((cell) => (MARKED.test(cell.text) ? { ...cell, text: cell.text.slice(1) } : cell))
    for (const { position, value } of edits ?? []) cells[position] = typedCell(value, cells[position]?.address ?? '')
    return cells
  }
}

/** How exports, Daybook's own among them, keep a spreadsheet from running text (see values/neutralise). */
const MARKED = /^'+[=+\-@\t\r]/
