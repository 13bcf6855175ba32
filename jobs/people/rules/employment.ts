import { addDays, type LocalDate, type Month } from '../../values/time'
import { spanOf } from './month'

/** A stretch of a contract with one base pay; null: a contract whose salary is not known yet. */
export type KnownContract = { partyId: number; from: LocalDate; to: LocalDate | null; baseMinor: number | null }

export type EmploymentFacts = {
  month: Month
  /** What the row says; null: nothing. */
  hiredOn: LocalDate | null
  leftOn: LocalDate | null
  baseMinor: number | null
  /** What is there. `knownFrom` is null where nobody ever said when the employment began. */
  knownFrom: LocalDate | null
  knownTo: LocalDate | null
  /** The next later month that a file has told a salary for. */
  nextTold: Month | null
  contracts: KnownContract[]
}

export type EmploymentDecision = {
  from: LocalDate
  to: LocalDate | null
  /** Where the contract began before; null where there was none. */
  fromBefore: LocalDate | null
  /** Whether the dates differ from the contract's. */
  datesChange: boolean
  /**
   * A base pay to set; null: leave it. `baseMinor: null` makes a contract without a salary. It holds until the day
   * before `until`, from which on an earlier file has told what holds; without one until the next change.
   */
  base: { baseMinor: number | null; from: LocalDate; until?: LocalDate } | null
  /** The base in force before, where `base` replaces one. */
  baseBefore: number | null
  /** Whether the person is employed on at least a day of the month. */
  inMonth: boolean
  /** The file tells another salary, but the person is not employed in that month: it is left. */
  baseLeft: boolean
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

type Range = { from: LocalDate; to: LocalDate | null }
const covers = (range: Range, date: LocalDate): boolean => range.from <= date && (range.to === null || range.to >= date)
const meets = (range: Range, first: LocalDate, last: LocalDate): boolean =>
  range.from <= last && (range.to === null || range.to >= first)

const NO_BASE = { baseBefore: null, baseLeft: false }

/**
 * The contract a row of a salary file makes or changes (domains/people.md): a new one from the hire date, else from the
 * month's 1st; a changed base from that month's 1st, or from the start of a contract that begins within the month; one
 * that is known to have changed within the month stays as it is known. Dates are those of the present employment; an
 * earlier one, with days between, keeps its own.
 */
export function decideEmployment(facts: EmploymentFacts): EmploymentDecision {
  const contracts = [...facts.contracts].sort((a, b) => (a.from < b.from ? -1 : 1))
  const present = presentEmployment(contracts)
  const first = present[0] ?? null
  const last = present[present.length - 1] ?? null
  const { first: monthStart, last: monthEnd } = spanOf(facts.month)
  const from = startOf(facts, first, monthStart, present.length === contracts.length)
  const to = facts.leftOn ?? facts.knownTo ?? last?.to ?? null
  const meeting = [{ from, to }, ...contracts].find((range) => meets(range, monthStart, monthEnd)) ?? null
  const datesChange = !first || !last || first.from !== from || last.to !== to
  const inMonth = meeting !== null
  const decision = { from, to, fromBefore: first?.from ?? null, datesChange, inMonth, ...NO_BASE }

  if (!first || !last) return { ...decision, base: { baseMinor: facts.baseMinor, from } }
  if (facts.baseMinor === null) return { ...decision, base: null }
  if (meeting) {
    const at = later(monthStart, meeting.from)
    const before = contracts.find((one) => covers(one, at))?.baseMinor ?? null
    const until = toldFrom(contracts, at, facts.nextTold)
    const base =
      before === facts.baseMinor || isKnownRaise(contracts, at, monthEnd, facts.baseMinor)
        ? null
        : { baseMinor: facts.baseMinor, from: at, ...(until && { until }) }
    return { ...decision, base, baseBefore: before }
  }
  const nearest = contracts.filter((one) => one.from <= monthStart).pop() ?? first
  if (nearest.baseMinor === null) return { ...decision, base: { baseMinor: facts.baseMinor, from: nearest.from } }
  return { ...decision, base: null, baseLeft: nearest.baseMinor !== facts.baseMinor }
}

/** A raise within the month that is known already: the file tells the last base, which holds from its own day. */
const isKnownRaise = (sorted: KnownContract[], after: LocalDate, monthEnd: LocalDate, baseMinor: number): boolean =>
  sorted.filter((one) => one.from > after && one.from <= monthEnd).pop()?.baseMinor === baseMinor

/** The last contracts without a day between them: the employment that is or was the latest. */
function presentEmployment(sorted: KnownContract[]): KnownContract[] {
  let begin = sorted.length - 1
  for (; begin > 0; begin--) {
    const [before, one] = [sorted[begin - 1], sorted[begin]]
    if (!before || !one || before.to === null || addDays(before.to, 1) < one.from) break
  }
  return sorted.slice(Math.max(begin, 0))
}

/**
 * A base pay holds until the next change. Where the same stretch reaches into a month that was told already, what was
 * told goes on from its 1st; null: there is a change in between, or nothing is known from there on.
 */
function toldFrom(contracts: KnownContract[], from: LocalDate, nextTold: Month | null): LocalDate | null {
  if (nextTold === null) return null
  const told = spanOf(nextTold).first
  const covering = contracts.find((one) => covers(one, told))
  return covering && covers(covering, from) && covering.baseMinor !== null && told > from ? told : null
}

function startOf(
  facts: EmploymentFacts,
  first: KnownContract | null,
  monthStart: LocalDate,
  isOnly: boolean,
): LocalDate {
  if (facts.hiredOn !== null) return facts.hiredOn
  if (first === null) return facts.knownFrom ?? monthStart
  // An earlier month's file about someone whose start nobody knows: the contract must reach back to it.
  return facts.knownFrom === null && isOnly && monthStart < first.from ? monthStart : first.from
}
