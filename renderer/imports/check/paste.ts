import { Refused } from '../../app/client'
import { words } from '../../words/en'
import type { GridColumn } from './columns'
import type { Active } from './grid'
import type { Layout } from './layout'
import type { RowStore } from './row-store'

/** A line break, a tab or a quote inside a cell: then a spreadsheet copies the cell in quotes, its own quotes doubled. */
const QUOTED = /^"([^"]*(?:""[^"]*)*)"(?=\t|\n|$)/

/** What a spreadsheet copies: lines of cells with tabs between them, a last line break not counted. */
export function linesOf(text: string): string[][] {
  const lines: string[][] = [[]]
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (;;) {
    const [whole, inner = ''] = QUOTED.exec(rest) ?? []
    const isQuoted = whole !== undefined && /["\t\n]/.test(inner)
    const end = isQuoted ? whole.length : rest.search(/[\t\n]|$/)
    lines.at(-1)?.push(isQuoted ? inner.replaceAll('""', '"') : rest.slice(0, end))
    const mark = rest[end]
    if (mark === undefined) return lines
    if (mark === '\n') lines.push([])
    rest = rest.slice(end + 1)
  }
}

/** What the office takes in one paste. */
const MOST_CELLS = 10_000

export type PastedCell = { row: number; column: string; value: string }
/** `beyond`: lines and columns of the clipboard that had no place in the grid. */
export type Pasted = { cells: PastedCell[]; rows: number; beyond: { rows: number; columns: number } }
export type PastedAt = { layout: Layout; store: RowStore; columns: GridColumn[]; active: Active }

/**
 * A pasted block from the active cell on, down the rows that are listed (looked at or not) and to the right. More than the
 * office takes is refused, none of it pasted.
 */
export async function pastedCells(text: string, { layout, store, columns, active }: PastedAt): Promise<Pasted> {
  const lines = linesOf(text)
  const across = columns.slice(active.column)
  const widest = Math.max(...lines.map((line) => line.length))
  const count = lines.reduce((sum, line) => sum + Math.min(line.length, across.length), 0)
  const { paste } = words.imports.check
  if (count > MOST_CELLS) throw new Refused({ code: 'paste', ...paste.tooMany(count, MOST_CELLS) })
  const rows = await store.numbersFrom(layout, active.index, lines.length)
  const cells = rows.flatMap((row, at) =>
    (lines[at] ?? []).flatMap((value, place) => {
      const column = across[place]
      return column ? [{ row, column: column.name, value }] : []
    }),
  )
  const beyond = { rows: lines.length - rows.length, columns: Math.max(0, widest - across.length) }
  return { cells, rows: rows.length, beyond }
}
