import { atOnce, type Steps } from '../../shared/steps'
import { Problem } from '../../values/problem'
import { effectOn, hasParts, isTotal, roundingOf, type SheetLine, type Total } from './sheet-lines'

/**
 * A pay run beside an old spreadsheet, cell by cell. Amounts are minor units of one currency; a difference is the office's
 * figure less the sheet's.
 */

/** One person's figures: the office's by component, the sheet's by column. Null: the cell is empty, which counts as nothing. */
export type Figures = ReadonlyMap<string, number | null>

/** Where a difference stands. `follows`: the differences of the parts of this sum come to exactly this. */
export type CellState = 'same' | 'rounding' | 'accepted' | 'follows' | 'open'

/** The figures a side's is added of, in the order of the line's components and columns. */
export type Parts = { office: (number | null)[]; sheet: (number | null)[] }

export type Cell = {
  /** The line's. */
  column: string
  officeMinor: number | null
  sheetMinor: number | null
  differenceMinor: number
  state: CellState
  /** Null: there is one figure on each side. */
  parts: Parts | null
  /** Of the computation before, where that was another one. */
  beforeMinor: number | null
}

export type ComparedPerson = {
  who: string
  side: 'both' | 'sheet' | 'run'
  /** In the order of the lines. */
  cells: Cell[]
  /** What is open, every difference counted without its sign. */
  openMinor: number
  /** What the differences of earnings and deductions come to. */
  differenceMinor: number
  /** Differences of the computation before that are none now. */
  gone: number
}

export type ComparedLine = SheetLine & {
  officeMinor: number
  sheetMinor: number
  differenceMinor: number
  open: number
  openMinor: number
  /** What the parts of everybody come to; null where there is one on each side. */
  parts: { office: number[]; sheet: number[] } | null
  /** The columns in which the sheet writes what is deducted with a minus; they are compared without. */
  flipped: ReadonlySet<string>
}

export type Comparison = {
  /** Those with the largest open differences first, then in the order of the slip. */
  lines: ComparedLine[]
  people: ComparedPerson[]
  cells: Record<CellState, number>
  openMinor: number
  gone: number
  goneMinor: number
}

export type ComparisonInput = {
  lines: readonly SheetLine[]
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

/** Compares every cell of both, in one go; see `comparing`. */
export const compareSheet = (input: ComparisonInput): Comparison => atOnce(comparing(input))

/** People between two steps: 24 lines of them take some 10 ms. */
const PEOPLE_A_STEP = 500

/**
 * Compares every cell of both. The order of people and columns in either makes no difference. Throws
 * `payroll.sheet_out_of_range` where a sum is larger than can be kept exactly.
 */
export function* comparing(input: ComparisonInput): Steps<Comparison> {
  const { lines, office, sheet } = input
  const columns = lines.flatMap((line) => line.columns.map(({ key }) => ({ line, key })))
  const flipped = new Set(columns.filter(({ line, key }) => isWrittenWithMinus(line, key, sheet)).map(({ key }) => key))
  const given = { ...input, flipped }
  yield
  const whos = new Set([...office.keys(), ...sheet.keys()])
  const people: ComparedPerson[] = []
  const sums = lines.map((line) => nothingYet(line, flipped))
  const cells: Comparison['cells'] = { same: 0, rounding: 0, accepted: 0, follows: 0, open: 0 }
  for (const who of whos) {
    const person = comparePerson(who, given)
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
  return { lines: order.map(({ sum }) => sum), people, cells, openMinor, ...goneSince(people, input.before) }
}

const nothingYet = (line: SheetLine, flipped: ReadonlySet<string>): ComparedLine => ({
  ...line,
  officeMinor: 0,
  sheetMinor: 0,
  differenceMinor: 0,
  open: 0,
  openMinor: 0,
  parts: hasParts(line) ? { office: line.components.map(() => 0), sheet: line.columns.map(() => 0) } : null,
  flipped: new Set(line.columns.flatMap(({ key }) => (flipped.has(key) ? [key] : []))),
})

function addTo(sum: ComparedLine, cell: Cell): void {
  sum.officeMinor += cell.officeMinor ?? 0
  sum.sheetMinor += cell.sheetMinor ?? 0
  sum.differenceMinor += cell.differenceMinor
  if (sum.parts && cell.parts) {
    addEach(sum.parts.office, cell.parts.office)
    addEach(sum.parts.sheet, cell.parts.sheet)
  }
  if (cell.state !== 'open') return
  sum.open++
  sum.openMinor += Math.abs(cell.differenceMinor)
}

function addEach(sums: number[], parts: readonly (number | null)[]): void {
  for (const [at, part] of parts.entries()) sums[at] = (sums[at] ?? 0) + (part ?? 0)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A column of what is deducted in which nothing is above zero and something below. */
function isWrittenWithMinus({ kind }: SheetLine, key: string, sheet: ComparisonInput['sheet']): boolean {
  if (kind !== 'deduction' && kind !== 'deductions') return false
  let hasMinus = false
  for (const figures of sheet.values()) {
    const minor = figures.get(key) ?? 0
    if (minor > 0) return false
    hasMinus ||= minor < 0
  }
  return hasMinus
}

type Given = ComparisonInput & { flipped: ReadonlySet<string> }

function comparePerson(who: string, given: Given): ComparedPerson {
  const { lines, office, sheet, before } = given
  const [ours, theirs] = [office.get(who), sheet.get(who)]
  const cells = lines.map((line): Cell => cellOf(line, ours, theirs, given.flipped))
  for (const [at, cell] of cells.entries()) {
    const line = lines[at]
    if (line) cell.state = stateOf(who, cell, line, cells, given)
    cell.beforeMinor = before === null ? null : (before.get(cellKey(who, cell.column)) ?? 0)
  }
  const open = cells.filter(({ state }) => state === 'open')
  return {
    who,
    side: ours && theirs ? 'both' : ours ? 'run' : 'sheet',
    cells,
    openMinor: open.reduce((sum, cell) => sum + Math.abs(cell.differenceMinor), 0),
    differenceMinor: partsOf('net', lines, cells) ?? 0,
    gone: cells.filter(isGone).length,
  }
}

function cellOf(
  line: SheetLine,
  ours: Figures | undefined,
  theirs: Figures | undefined,
  flipped: Given['flipped'],
): Cell {
  let officeMinor: number | null = ours ? 0 : null
  let sheetMinor: number | null = null
  const parts: Parts | null = hasParts(line) ? { office: [], sheet: [] } : null
  for (const { key, sign } of line.components) {
    // Never -0, which is nothing else than 0 and is not the same to a test.
    const minor = ours ? 0 + sign * (ours.get(key) ?? 0) : null
    if (minor !== null) officeMinor = (officeMinor ?? 0) + minor
    parts?.office.push(minor)
  }
  for (const { key } of line.columns) {
    const told = theirs?.get(key) ?? null
    const minor = told !== null && flipped.has(key) ? 0 - told : told
    if (minor !== null) sheetMinor = (sheetMinor ?? 0) + minor
    parts?.sheet.push(minor)
  }
  const differenceMinor = (officeMinor ?? 0) - (sheetMinor ?? 0)
  return { column: line.key, officeMinor, sheetMinor, differenceMinor, state: 'same', parts, beforeMinor: null }
}

/** It differed before by more than rounding, and does no more. */
export const isGone = ({ state, beforeMinor }: Pick<Cell, 'state' | 'beforeMinor'>): boolean =>
  beforeMinor !== null && beforeMinor !== 0 && (state === 'same' || state === 'rounding')

function stateOf(who: string, cell: Cell, line: SheetLine, cells: readonly Cell[], given: Given): CellState {
  const { differenceMinor } = cell
  if (differenceMinor === 0) return 'same'
  if (Math.abs(differenceMinor) <= roundingOf(line)) return 'rounding'
  if (given.accepted.get(cellKey(who, cell.column)) === differenceMinor) return 'accepted'
  return isTotal(line.kind) && partsOf(line.kind, given.lines, cells) === differenceMinor ? 'follows' : 'open'
}

/** What the differences of the parts of a sum come to; null where the sheet has no column of any. */
function partsOf(total: Total, lines: readonly SheetLine[], cells: readonly Cell[]): number | null {
  let sum: number | null = null
  for (const [at, line] of lines.entries()) {
    const effect = effectOn(total, line)
    if (effect !== 0) sum = (sum ?? 0) + effect * (cells[at]?.differenceMinor ?? 0)
  }
  return sum
}

function goneSince(
  people: readonly ComparedPerson[],
  before: ComparisonInput['before'],
): Pick<Comparison, 'gone' | 'goneMinor'> {
  if (before === null) return { gone: 0, goneMinor: 0 }
  const cells = people.flatMap((person) => person.cells.filter(isGone))
  return { gone: cells.length, goneMinor: cells.reduce((sum, cell) => sum + Math.abs(cell.beforeMinor ?? 0), 0) }
}
