import { atOnce, type Steps } from '../../shared/steps'
import { Problem } from '../../values/problem'
import type { Kind } from './component'

/**
 * A pay run beside an old spreadsheet, cell by cell. Amounts are minor units of one currency; a difference is the office's
 * figure less the sheet's.
 */

/** The sums of a payslip that a sheet may have a column of. */
export const TOTALS = ['gross', 'deductions', 'employer_cost', 'net'] as const
export type Total = (typeof TOTALS)[number]

/** A column that both sides have: a component by its code, or a sum of the payslip. */
export type SheetColumn = { key: string; name: string; kind: Kind | Total }

/** One person's figures by column. Null: the cell is empty, which counts as nothing. */
export type Figures = ReadonlyMap<string, number | null>

/** Where a difference stands. `follows`: the differences of the parts of this sum come to exactly this. */
export type CellState = 'same' | 'rounding' | 'accepted' | 'follows' | 'open'

export type Cell = {
  column: string
  officeMinor: number | null
  sheetMinor: number | null
  differenceMinor: number
  state: CellState
  /** Of the computation before, where that was another one. */
  beforeMinor: number | null
}

export type ComparedPerson = {
  who: string
  side: 'both' | 'sheet' | 'run'
  /** In the order of the columns. */
  cells: Cell[]
  /** What is open, every difference counted without its sign. */
  openMinor: number
  /** What the differences of earnings and deductions come to. */
  differenceMinor: number
  /** Differences of the computation before that are none now. */
  gone: number
}

export type ComparedColumn = SheetColumn & {
  officeMinor: number
  sheetMinor: number
  differenceMinor: number
  open: number
  openMinor: number
  /** The sheet writes what is deducted with a minus; it is compared without. */
  isFlipped: boolean
}

export type Comparison = {
  /** Those with the largest open differences first, then in the order of the slip. */
  columns: ComparedColumn[]
  people: ComparedPerson[]
  cells: Record<CellState, number>
  openMinor: number
  gone: number
  goneMinor: number
}

export type ComparisonInput = {
  columns: readonly SheetColumn[]
  /** By whom they are about: `party:12`, or `row:7` of somebody the office does not know. */
  office: ReadonlyMap<string, Figures>
  sheet: ReadonlyMap<string, Figures>
  /** {who, column}: the difference that was accepted. */
  accepted: ReadonlyMap<string, number>
  /** The differences of the computation before; null: there is none. */
  before: ReadonlyMap<string, number> | null
}

/** What a cell goes by in `accepted` and `before`. */
export const cellKey = (who: string, column: string): string => `${who} ${column}`

/** Up to one minor unit is how two programs round. */
const ROUNDING_MINOR = 1
export const isRounding = (minor: number): boolean => Math.abs(minor) <= ROUNDING_MINOR

/** Compares every cell of both, in one go; see `comparing`. */
export const compareSheet = (input: ComparisonInput): Comparison => atOnce(comparing(input))

/** People between two steps: 24 columns of them take some 10 ms. */
const PEOPLE_A_STEP = 500

/**
 * Compares every cell of both. The order of people and columns in either makes no difference. Throws
 * `payroll.sheet_out_of_range` where a sum is larger than can be kept exactly.
 */
export function* comparing(input: ComparisonInput): Steps<Comparison> {
  const { columns, office, sheet } = input
  const flipped = new Set(columns.filter((column) => isWrittenWithMinus(column, sheet)).map(({ key }) => key))
  yield
  const whos = new Set([...office.keys(), ...sheet.keys()])
  const people: ComparedPerson[] = []
  const sums = columns.map(
    (column): ComparedColumn => ({
      ...column,
      officeMinor: 0,
      sheetMinor: 0,
      differenceMinor: 0,
      open: 0,
      openMinor: 0,
      isFlipped: flipped.has(column.key),
    }),
  )
  const cells: Comparison['cells'] = { same: 0, rounding: 0, accepted: 0, follows: 0, open: 0 }
  for (const who of whos) {
    const person = comparePerson(who, input, flipped)
    people.push(person)
    for (const [at, cell] of person.cells.entries()) {
      const sum = sums[at]
      cells[cell.state]++
      if (sum) addTo(sum, cell)
    }
    if (people.length % PEOPLE_A_STEP === 0) yield
  }
  const order = sums.map((sum, at) => ({ sum, at })).sort((a, b) => b.sum.openMinor - a.sum.openMinor || a.at - b.at)
  for (const [index, person] of people.entries()) {
    person.cells = order.flatMap(({ at }) => person.cells[at] ?? [])
    if (index % PEOPLE_A_STEP === 0) yield
  }
  const openMinor = sums.reduce((total, sum) => total + sum.openMinor, 0)
  const all = sums.flatMap((sum) => [sum.officeMinor, sum.sheetMinor, sum.differenceMinor, sum.openMinor])
  if (![...all, openMinor].every(Number.isSafeInteger)) throw new Problem('payroll.sheet_out_of_range')
  people.sort((a, b) => b.openMinor - a.openMinor || compareText(a.who, b.who))
  yield
  return { columns: order.map(({ sum }) => sum), people, cells, openMinor, ...goneSince(people, input.before) }
}

function addTo(sum: ComparedColumn, cell: Cell): void {
  sum.officeMinor += cell.officeMinor ?? 0
  sum.sheetMinor += cell.sheetMinor ?? 0
  sum.differenceMinor += cell.differenceMinor
  if (cell.state !== 'open') return
  sum.open++
  sum.openMinor += Math.abs(cell.differenceMinor)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A column of what is deducted in which nothing is above zero and something below. */
function isWrittenWithMinus({ key, kind }: SheetColumn, sheet: ComparisonInput['sheet']): boolean {
  if (kind !== 'deduction' && kind !== 'deductions') return false
  let hasMinus = false
  for (const figures of sheet.values()) {
    const minor = figures.get(key) ?? 0
    if (minor > 0) return false
    hasMinus ||= minor < 0
  }
  return hasMinus
}

function comparePerson(who: string, input: ComparisonInput, flipped: ReadonlySet<string>): ComparedPerson {
  const { columns, office, sheet } = input
  const [ours, theirs] = [office.get(who), sheet.get(who)]
  const cells = columns.map(({ key }): Cell => {
    const told = theirs?.get(key) ?? null
    const sheetMinor = told !== null && flipped.has(key) ? 0 - told : told
    const officeMinor = ours ? (ours.get(key) ?? 0) : null
    const differenceMinor = (officeMinor ?? 0) - (sheetMinor ?? 0)
    return { column: key, officeMinor, sheetMinor, differenceMinor, state: 'same', beforeMinor: null }
  })
  for (const [at, cell] of cells.entries()) {
    const column = columns[at]
    if (column) cell.state = stateOf(who, cell, column, cells, input)
    cell.beforeMinor = input.before === null ? null : (input.before.get(cellKey(who, cell.column)) ?? 0)
  }
  const open = cells.filter(({ state }) => state === 'open')
  return {
    who,
    side: ours && theirs ? 'both' : ours ? 'run' : 'sheet',
    cells,
    openMinor: open.reduce((sum, cell) => sum + Math.abs(cell.differenceMinor), 0),
    differenceMinor: partsOf('net', columns, cells) ?? 0,
    gone: cells.filter(isGone).length,
  }
}

const isGone = (cell: Cell): boolean =>
  cell.beforeMinor !== null && !isRounding(cell.beforeMinor) && isRounding(cell.differenceMinor)

function stateOf(
  who: string,
  cell: Cell,
  { kind }: SheetColumn,
  cells: readonly Cell[],
  { columns, accepted }: ComparisonInput,
): CellState {
  const { differenceMinor } = cell
  if (differenceMinor === 0) return 'same'
  if (isRounding(differenceMinor)) return 'rounding'
  if (accepted.get(cellKey(who, cell.column)) === differenceMinor) return 'accepted'
  return isTotal(kind) && partsOf(kind, columns, cells) === differenceMinor ? 'follows' : 'open'
}

const isTotal = (kind: SheetColumn['kind']): kind is Total => (TOTALS as readonly string[]).includes(kind)

/** What the differences of the parts of a sum come to; null where the sheet has no column of any. */
function partsOf(total: Total, columns: readonly SheetColumn[], cells: readonly Cell[]): number | null {
  let sum: number | null = null
  for (const [at, { kind }] of columns.entries()) {
    const sign = SIGNS[total][kind]
    if (sign !== undefined) sum = (sum ?? 0) + sign * (cells[at]?.differenceMinor ?? 0)
  }
  return sum
}

const SIGNS: Record<Total, Partial<Record<SheetColumn['kind'], 1 | -1>>> = {
  gross: { earning: 1 },
  deductions: { deduction: 1 },
  employer_cost: { employer: 1 },
  net: { earning: 1, deduction: -1 },
}

function goneSince(
  people: readonly ComparedPerson[],
  before: ComparisonInput['before'],
): Pick<Comparison, 'gone' | 'goneMinor'> {
  if (before === null) return { gone: 0, goneMinor: 0 }
  const cells = people.flatMap((person) => person.cells.filter(isGone))
  return { gone: cells.length, goneMinor: cells.reduce((sum, cell) => sum + Math.abs(cell.beforeMinor ?? 0), 0) }
}
