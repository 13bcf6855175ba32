import type { Params, Reason } from '../../values/problem'
import type { Column } from './sheet'

/** Counts of one pass over the rows; worded only at its end. */
export type Oddities = {
  rows: number
  trimmed: number[]
  invisible: number[]
  blank: Seen
  hidden: Seen
  totals: Seen
  headers: Seen
  remarks: Seen
  longer: Seen
  shorter: Seen
  broken: Seen
  outside: { count: number; first: string }
}

type Seen = { count: number; rows: number[] }

const ROWS_NAMED = 10
const seen = (): Seen => ({ count: 0, rows: [] })

export const noOddities = (columns: number): Oddities => ({
  rows: 0,
  trimmed: new Array<number>(columns).fill(0),
  invisible: new Array<number>(columns).fill(0),
  blank: seen(),
  hidden: seen(),
  totals: seen(),
  headers: seen(),
  remarks: seen(),
  longer: seen(),
  shorter: seen(),
  broken: seen(),
  outside: { count: 0, first: '' },
})

/** `count` rows from `row` on. */
export function note(seen: Seen, row: number, count = 1): void {
  seen.count += count
  if (seen.rows.length < ROWS_NAMED) seen.rows.push(row)
}

/** What was odd, as reasons an administrator can read, in the order of weight. */
export function reasonsOf(oddities: Oddities, columns: Column[]): Reason[] {
  const reasons: Reason[] = []
  const add = (code: string, params: Params): void => {
    reasons.push({ code, params })
  }
  const addRows = (code: string, { count, rows }: Seen): void => {
    if (count === 0) return
    add(code, { count, rows: rows.join(', ') + (count > rows.length ? ', …' : '') })
  }
  if (oddities.rows === 0) add('import.no_data_rows', {})
  addRows('import.quotes_malformed', oddities.broken)
  addRows('import.rows_longer', oddities.longer)
  addRows('import.rows_shorter', oddities.shorter)
  addRows('import.remark_rows', oddities.remarks)
  addRows('import.totals_rows', oddities.totals)
  addRows('import.headers_again', oddities.headers)
  addRows('import.hidden_rows', oddities.hidden)
  if (oddities.outside.count) add('import.cells_outside', oddities.outside)
  addRows('import.blank_rows', oddities.blank)
  const addCells = (code: string, counts: number[]): void => {
    const cells = counts.reduce((sum, count) => sum + count, 0)
    const named = columns.filter((column) => counts[column.index])
    if (cells > 0) add(code, { cells, columns: named.map(nameOf).join(', ') })
  }
  addCells('import.invisible_removed', oddities.invisible)
  addCells('import.spaces_trimmed', oddities.trimmed)
  return reasons
}

export const nameOf = (column: Column): string => column.header || `column ${column.letter}`
