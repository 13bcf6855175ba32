import type { Cell } from './sheet'

// English, French, Spanish, Portuguese, German, Hindi in Latin script.
const TOTAL =
  /^((grand|sub|sous)[\s-]*)?(totals?|totales|totaux|totais|sum|summe|gesamt|gesamtsumme|gesamtergebnis|teilergebnis|insgesamt|zwischensumme|somme|suma|soma|kul|kul yog|yog|jod)(?!\p{L})/iu
/** “Sales Total”: what a spreadsheet writes below each group of rows. */
const TOTAL_BEHIND = /\p{L}[\s:–-]+(sub-?)?(total|totals|sous-total|ergebnis|summe|yog)[\s:.]*$/iu
/** Other figures below a table. */
const FIGURE =
  /^(averages?|avg|mean|median|moyennes?|m[ée]diane|promedios?|mediana|m[ée]dias?|durchschnitt|mittelwert|mittel|ausat|count|anzahl|minimum|maximum|m[íi]nimo|m[áa]ximo)(?!\p{L})/iu
/** Nothing but the word and what makes it the whole's: no name begins like this. */
const ONLY =
  /^((grand|sub|sous)[\s-]*)?\p{L}+([\s-]+(general|générale?|geral|yog|amount|montant|importe|valor|betrag|rashi|due|net|gross|brut|brutto|netto))*[\s\d:.,;()#/%*–-]*$/iu
/** Longer texts are sentences. */
const LONGEST_LABEL = 200
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
 * Whether a line below the table is its total: its first text begins or ends with "total", it has a number in it, and either
 * the numbers are what the columns add up to, or it leaves empty what every row above it fills. “Total Energies” among
 * clients is a client. Below the word for an average alone nothing but figures may stand. A line that is none is added to the
 * sums.
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
  if (first?.kind !== 'text' || first.text.length > LONGEST_LABEL) return false
  const { text } = first
  const isTotal = TOTAL.test(text)
  const isMean = !isTotal && FIGURE.test(text) && ONLY.test(text)
  if (!isTotal && !isMean && !TOTAL_BEHIND.test(text)) return false
  const others = cells.filter((cell) => cell !== first && cell.kind !== 'empty')
  const figures = others.filter((cell) => cell.kind === 'formula_without_value' || hundredthsOf(cell) !== null).length
  if (figures === 0) return false
  const matching = cells.filter((cell, at) => (isMean ? isMeanOf : isSumOf)(cell, at, sums)).length
  // All columns of a register of pay but one or two are figures, and so are all cells of its last line.
  const isSparse = others.length + 1 <= Math.max(2, cells.length * 0.6)
  const isBare = isTotal && ONLY.test(text)
  const hasGap = cells.some(({ kind }, at) => kind === 'empty' && sums.filled[at] === sums.rows)
  if (isMean || !isSparse) {
    if (figures < others.length) return false
    if (matching > figures / 2 && (sums.rows > 1 || isBare)) return true
    return isMean ? hasGap : isBare && (hasGap || /total|summe|gesamt/i.test(text))
  }
  // one row adds up to itself
  if (matching > 0 && (sums.rows > 1 || hasGap)) return true
  return isBare || leavesEmpty(cells, sums)
}

/** What the column adds up to, in all or since the last total. */
function isSumOf(cell: Cell, at: number, { whole, part }: Sums): boolean {
  const found = hundredthsOf(cell)
  return found !== null && found !== 0 && (found === whole[at] || found === part[at])
}

function isMeanOf(cell: Cell, at: number, { whole, filled }: Sums): boolean {
  const [found, sum = 0, count = 0] = [hundredthsOf(cell), whole[at], filled[at]]
  return found !== null && count > 1 && Math.abs(found * count - sum) <= count
}

/** How lines below a list begin: “Printed by …”, “Page 2 of 3”, “© …”, “* provisional”. */
const REMARK =
  /^([^\p{L}\p{N}\s"'(+=-]|(printed|generated|exported|created|page|source|note|end of|imprim[ée]|[ée]dit[ée]|g[ée]n[ée]r[ée]|fin d|impreso|generado|p[áa]gina|impresso|gerado|emitido|fim d|gedruckt|erstellt|seite|stand|quelle|ende der|mudrit|prishth)(?!\p{L}))/iu
const LEAST_WORDS = 6

/**
 * A line with a single text, where all rows above fill two columns more: a sentence, or what begins like a remark on the
 * list. Somebody is asked: it may be a record of which nothing but its name is known.
 */
export function seemsToBeRemark(cells: readonly Cell[], { rows, filled }: Sums): boolean {
  if (rows < 3 || cells.length < 3) return false
  let only: Cell | null = null
  let missing = 0
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (cell && cell.kind !== 'empty') {
      if (only !== null) return false
      only = cell
    } else if (filled[at] === rows) missing++
  }
  if (only?.kind !== 'text' || missing < 2) return false
  return REMARK.test(only.text) || only.text.split(/\s+/, LEAST_WORDS).length === LEAST_WORDS
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
