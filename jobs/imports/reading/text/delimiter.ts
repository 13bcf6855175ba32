import type { RawRow } from '../cell'
import { readNumberText } from '../columns/number-text'

export const DELIMITERS = [',', ';', '\t', '|']

type Fit = { delimiter: string; share: number; hasHeader: boolean; width: number; spaced: number }

/**
 * The delimiter by which most lines have the same number of fields, one of them a line of headers of that width: decimal
 * commas split numbers evenly too, but not the headers. `parse` reads the sample by one delimiter, quotes respected.
 * Null where no delimiter splits it: a file of one column.
 */
export function findDelimiter(parse: (delimiter: string) => RawRow[], preferred: string | null): string | null {
  let best: Fit | null = null
  for (const delimiter of DELIMITERS) {
    const fit = fitOf(delimiter, parse(delimiter))
    if (fit && (!best || isBetter(fit, best, preferred))) best = fit
  }
  return best?.delimiter ?? null
}

function fitOf(delimiter: string, rows: RawRow[]): Fit | null {
  const filled = rows.filter((row) => row.cells.length > 0)
  const lines = new Map<number, number>()
  for (const row of filled) lines.set(row.fields ?? 0, (lines.get(row.fields ?? 0) ?? 0) + 1)
  let width = 0
  let count = 0
  for (const [fields, found] of lines) {
    if (fields > 1 && (found > count || (found === count && fields > width))) [width, count] = [fields, found]
  }
  if (width < 2) return null
  const even = filled.filter((row) => row.fields === width)
  const hasHeader = even.slice(0, 5).some((row) => row.cells.every((cell) => !readNumberText(cell.text)))
  const cells = even.flatMap((row) => row.cells)
  const spaced = cells.filter((cell) => cell.raw.startsWith(' ')).length / Math.max(1, cells.length)
  return { delimiter, share: count / filled.length, hasHeader, width, spaced }
}

function isBetter(fit: Fit, best: Fit, preferred: string | null): boolean {
  if (fit.hasHeader !== best.hasHeader) return fit.hasHeader
  if (Math.abs(fit.share - best.share) > 0.1) return fit.share > best.share
  if (fit.width !== best.width) return fit.width > best.width
  if (Math.abs(fit.spaced - best.spaced) > 0.2) return fit.spaced < best.spaced
  return fit.delimiter === preferred
}
