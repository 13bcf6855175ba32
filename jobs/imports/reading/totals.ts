import type { Cell } from './sheet'

// English, French, Spanish, Portuguese, German, Hindi in Latin script.
const TOTAL =
  /^((grand|sub|sous)[\s-]*)?(totals?|totales|totaux|totais|sum|summe|gesamt|gesamtsumme|insgesamt|zwischensumme|somme|suma|soma|kul|kul yog|yog|jod)\b/i
/** Nothing but the word and what makes it the whole's: no name begins like this. */
const ONLY =
  /^((grand|sub|sous)[\s-]*)?\p{L}+([\s-]+(general|générale?|geral|yog|amount|montant|importe|valor|betrag|rashi|due|net|gross|brut|brutto|netto))*[\s\d:.,;()#/%*–-]*$/iu
const NUMBER = /^\D{0,5}\d[\d.,'’\s]*\D{0,5}$/

/** What of the rows so far tells a line of totals: what the columns add up to, and how many rows fill each. */
export type Sums = {
  rows: number
  filled: number[]
  /** Hundredths of all rows, and of those since the last line of totals. */
  whole: number[]
  part: number[]
}

export const noSums = (columns: number): Sums => {
  const zeros = (): number[] => new Array<number>(columns).fill(0)
  return { rows: 0, filled: zeros(), whole: zeros(), part: zeros() }
}

/**
 * Whether a line below the table is its total: its first text begins with "total", it has a number in it, and either the
 * numbers are what the columns add up to, or it leaves empty what every row above it fills. “Total Energies” among clients
 * is a client. A line that is none is added to the sums.
 */
export function takeTotalsRow(cells: Cell[], sums: Sums): boolean {
  if (isTotalsRow(cells, sums)) {
    sums.part.fill(0)
    return true
  }
  sums.rows++
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (!cell || cell.kind === 'empty') continue
    sums.filled[at] = (sums.filled[at] ?? 0) + 1
    const hundredths = hundredthsOf(cell)
    if (hundredths === null) continue
    sums.whole[at] = (sums.whole[at] ?? 0) + hundredths
    sums.part[at] = (sums.part[at] ?? 0) + hundredths
  }
  return false
}

function isTotalsRow(cells: Cell[], sums: Sums): boolean {
  if (cells.length < 2) return false
  const first = cells.find(({ kind }) => kind !== 'empty')
  if (first?.kind !== 'text' || !TOTAL.test(first.text)) return false
  const filled = cells.filter(({ kind }) => kind !== 'empty')
  const hasNumber = filled.some(
    (cell) => cell !== first && (cell.kind === 'formula_without_value' || hundredthsOf(cell) !== null),
  )
  if (!hasNumber || filled.length > Math.max(2, cells.length * 0.6)) return false
  return ONLY.test(first.text) || addsUp(cells, sums) || leavesEmpty(cells, sums)
}

function addsUp(cells: Cell[], { rows, whole, part }: Sums): boolean {
  return (
    rows > 1 &&
    cells.some((cell, at) => {
      const hundredths = hundredthsOf(cell)
      return hundredths !== null && hundredths !== 0 && (hundredths === whole[at] || hundredths === part[at])
    })
  )
}

/** Half of the columns that all rows fill; of fewer than three rows nothing can be said. */
function leavesEmpty(cells: Cell[], { rows, filled }: Sums): boolean {
  if (rows < 3) return false
  const always = cells.filter((_, at) => filled[at] === rows)
  return always.length > 1 && always.filter(({ kind }) => kind === 'empty').length >= always.length / 2
}

/** A number however it is written; as evidence only, its value is read with its whole column. */
function hundredthsOf(cell: Cell): number | null {
  if (cell.kind === 'number') return Math.round(Number(cell.text) * 100)
  if (cell.kind !== 'text' || cell.text.length > 24 || !NUMBER.test(cell.text)) return null
  const digits = cell.text.replace(/[^\d.,-]/g, '')
  const [, whole = digits, fraction = ''] = /^(.*)[.,](\d{1,2})$/.exec(digits) ?? []
  const size = Number(whole.replace(/\D/g, '') + fraction.padEnd(2, '0'))
  return digits.startsWith('-') ? -size : size
}
