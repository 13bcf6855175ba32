import type { Cell } from './sheet'

// English, French, Spanish, Portuguese, German, Hindi in Latin script.
const TOTAL =
  /^((grand|sub|sous)[\s-]*)?(totals?|totales|totaux|totais|sum|summe|gesamt|gesamtsumme|insgesamt|zwischensumme|somme|suma|soma|kul|kul yog|yog|jod)\b/i

/** A line whose first text says "total" and that fills little of the table, with a number in it. */
export function isTotalsRow(cells: Cell[]): boolean {
  if (cells.length < 2) return false
  let first: Cell | null = null
  let filled = 0
  let numbers = 0
  for (const cell of cells) {
    if (cell.kind === 'empty') continue
    if (!first) {
      if (cell.kind !== 'text' || !TOTAL.test(cell.text)) return false
      first = cell
    }
    filled++
    if (
      cell.kind === 'number' ||
      cell.kind === 'formula_without_value' ||
      /^\D{0,5}\d[\d.,' ]*\D{0,5}$/.test(cell.text)
    ) {
      numbers++
    }
  }
  return first !== null && numbers > 0 && filled <= Math.max(2, cells.length * 0.6)
}
