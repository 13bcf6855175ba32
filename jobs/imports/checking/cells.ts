import { withoutInvisible } from '../../values/invisible'
import type { Cell } from '../reading'

/**
 * A row's cells as they are kept beside its plan: a plain text is itself, an empty cell is null, and only what carries
 * more (a spreadsheet's number, date, error) is kept whole. The address follows from column and row.
 */
type StoredCell = null | string | [text: string, raw: string, ...typed: unknown[]]

export function cellsToJson(cells: readonly Cell[]): string {
  return JSON.stringify(cells.map(storeCell))
}

function storeCell(cell: Cell): StoredCell {
  if (cell.kind === 'empty' && cell.raw === '') return null
  if (cell.kind === 'text' && cell.raw === cell.text && cell.value === null) return cell.text
  return [cell.text, cell.raw, cell.value, cell.date, cell.percent, cell.currency, cell.kind]
}

export function cellsFromJson(json: string, letters: readonly string[], n: number): Cell[] {
  const stored: StoredCell[] = JSON.parse(json)
  return stored.map((cell, index) => {
    const address = `${letters[index] ?? ''}${n}`
    if (cell === null) return typedCell('', address)
    if (typeof cell === 'string') return typedCell(cell, address)
    const [text, raw, value, date, percent, currency, kind] = cell
    return { text, raw, value, date, percent, currency, kind, address } as Cell // written by storeCell
  })
}

/** What a person typed, as a cell of a text file would hold it. */
export function typedCell(text: string, address: string): Cell {
  const trimmed = withoutInvisible(text).trim()
  const kind = trimmed === '' ? 'empty' : 'text'
  return { text: trimmed, raw: text, value: null, date: null, percent: false, currency: null, kind, address }
}
