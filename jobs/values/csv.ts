import { neutralise } from './neutralise'

/** Rows as lines of a CSV file, each with its end. */
export const csvLines = (rows: readonly (readonly (string | number | null)[])[], delimiter: string): string =>
  rows.map((cells) => `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`).join('')

function csvCell(cell: string | number | null, delimiter: string): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : neutralise(cell)
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
