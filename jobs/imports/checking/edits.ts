import { isCreatePlace, readCreateMark, SAID_OF_ROW, type ToCreate } from '../editing/bulk-edit'
import type { Cell, SourceRow } from '../reading'
import { typedCell } from './cells'

/** `skip`: it is left out. Of a row that may repeat another: it is the `same`, or `another` that says the same. */
export type SaidOfRow = 'skip' | 'same' | 'another'

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
    for (const { position, value } of edits ?? []) {
      if (position >= 0) cells[position] = typedCell(value, cells[position]?.address ?? '')
    }
    return cells
  }

  /** What the row names and is to be made. */
  createsOf(n: number): ToCreate[] {
    const edits = this.#byRow.get(n) ?? []
    return edits.flatMap(({ position, value }) => (isCreatePlace(position) ? [readCreateMark(value)] : []))
  }

  /** What somebody said of the row as a whole; null: nothing. */
  saidOf(n: number): SaidOfRow | null {
    const said = this.#byRow.get(n)?.find(({ position }) => position === SAID_OF_ROW)?.value
    return said === 'skip' || said === 'same' || said === 'another' ? said : null
  }
}

/** How exports, Daybook's own among them, keep a spreadsheet from running text (see values/neutralise). */
const MARKED = /^'+[=+\-@\t\r]/
