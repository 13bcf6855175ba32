import { daysInRange, firstOfMonth, type LocalDate, lastOfMonth, type Month } from '../../values/time'

// English, French, Spanish, Portuguese, German, Hindi in Latin script; folded (lower case, no accents). A name stands
// in one line only, so that reading one can never be ambiguous.
const NAMES = [
  'january jan janvier janv enero ene janeiro januar janvari janwari janner jaenner',
  'february feb fevrier fevr febrero fevereiro fev februar farvari farwari',
  'march mar mars marzo marco marz maerz',
  'april apr avril avr abril abr aprail',
  'may mai mayo maio',
  'june jun juin junio junho juni joon',
  'july jul juillet juil julio julho juli julai',
  'august aug aout agosto ago agast',
  'september sep sept septembre septiembre set setembro sitambar',
  'october oct octobre octubre out outubro oktober okt aktubar aktoobar',
  'november nov novembre noviembre novembro navambar',
  'december dec decembre diciembre dic dezembro dez dezember disambar',
].map((line) => line.split(' '))

const byName = new Map(NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)))

/** Reads `JAN`, `January`, `janvier`, `1` or `01` as 1 to 12. Null for anything else: a month is never guessed. */
export function readMonth(value: string | number): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1 && value <= 12 ? value : null
  const text = value.trim()
  if (/^\d{1,2}$/.test(text)) return readMonth(Number(text))
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '')
  return byName.get(folded) ?? null
}

/** `2025` and `1` as `2025-01`. */
export const monthOfYear = (year: number, month: number): Month =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month

export type MonthSpan = { first: LocalDate; last: LocalDate; days: number }
const spans = new Map<Month, MonthSpan>()

/** First and last day of a month and how many days it has; reckoned once, since every row of a file asks. */
export function spanOf(month: Month): MonthSpan {
  let span = spans.get(month)
  if (!span) {
    const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
    span = { first, last, days: daysInRange(first, last) }
    spans.set(month, span)
  }
  return span
}
