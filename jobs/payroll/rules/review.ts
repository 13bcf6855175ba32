import type { LocalDate } from '../../values/time'
import type { Kind } from './component'
import { type Cause, causesOf, unexplainedOf } from './review-causes'

/** A line of a slip, as the review compares it. Amounts in minor units. */
export type ReviewedLine = {
  code: string
  name: string
  kind: Kind
  quantity: string | null
  rate: number | null
  baseMinor: number | null
  amountMinor: number
  /** It stands there because of an item of the month, a loan, pay held back or what waited for this period. */
  oneOff: boolean
  /** Arrears: the period they belong to. */
  forPeriodId?: number | null
}

export type ReviewedSlip = {
  partyId: number
  isError: boolean
  netMinor: number
  paidDays: number
  totalDays: number
  lines: ReviewedLine[]
}

/** In the order in which they are looked at: what needs a person first, what hardly changed last. */
export const REVIEW_GROUPS = [
  'new_account',
  'errors',
  'nothing_paid',
  'unexplained',
  'joiners',
  'leavers',
  'raises',
  'drops',
  'rest',
] as const
export type ReviewGroup = (typeof REVIEW_GROUPS)[number]

export type ReviewRow = {
  partyId: number
  group: ReviewGroup
  /** Net of the last run; null: the person was not in it. */
  beforeMinor: number | null
  /** Net of this run; null: the person is not in it, or the slip could not be computed. */
  netMinor: number | null
  /** What it adds to the difference of the two runs' totals. */
  differenceMinor: number
  /** Largest effect first; their effects add up to the difference where both slips are good. */
  causes: Cause[]
}

/** First and last day of employment, as far as known. */
export type Employed = { from: LocalDate | null; to: LocalDate | null }

export type ReviewInput = {
  period: { start: LocalDate; end: LocalDate }
  slips: readonly ReviewedSlip[]
  /** Of the last run; null: there is none to compare with. */
  before: readonly ReviewedSlip[] | null
  employed: ReadonlyMap<number, Employed>
  /** Whose pay goes to another account than last time, or to one that nobody has confirmed. */
  newAccounts?: ReadonlySet<number>
}

/** From so many parts in a hundred on a change is worth a look. */
const NOTABLE_PERCENT = 5

/**
 * Compares a run with the last one, person by person. Everybody of either run stands in exactly one group, and the
 * differences add up to the difference of the totals (an error slip counts nothing, as in the run's own totals).
 */
export function reviewRun(input: ReviewInput): ReviewRow[] {
  const { slips, before } = input
  const last = new Map((before ?? []).map((slip) => [slip.partyId, slip]))
  const now = new Set(slips.map((slip) => slip.partyId))
  const rows = slips.map((slip) => reviewSlip(slip, last.get(slip.partyId), input))
  for (const slip of before ?? []) if (!now.has(slip.partyId)) rows.push(goneRow(slip))
  const order = (row: ReviewRow) => REVIEW_GROUPS.indexOf(row.group)
  return rows.sort((a, b) => order(a) - order(b) || Math.abs(b.differenceMinor) - Math.abs(a.differenceMinor))
}

const paid = (slip: ReviewedSlip | undefined): number => (slip && !slip.isError ? slip.netMinor : 0)

function reviewSlip(
  slip: ReviewedSlip,
  before: ReviewedSlip | undefined,
  { period, employed, newAccounts, before: last }: ReviewInput,
): ReviewRow {
  const compares = last !== null
  const differenceMinor = paid(slip) - paid(before)
  const comparable = before !== undefined && !before.isError && !slip.isError
  const causes = comparable ? causesOf(before, slip) : []
  const row = {
    partyId: slip.partyId,
    beforeMinor: before && !before.isError ? before.netMinor : null,
    netMinor: slip.isError ? null : slip.netMinor,
    differenceMinor,
    causes,
  }
  const { from = null, to = null } = employed.get(slip.partyId) ?? {}
  // The first run of an office compares with nothing: who was there from its first day on has not just joined.
  const joined = from !== null && from <= period.end && (compares ? from >= period.start : from > period.start)
  const left = to !== null && to >= period.start && to <= period.end
  const group = (): ReviewGroup => {
    if (slip.isError) return 'errors'
    // Diverted pay looks right in every other respect.
    if (newAccounts?.has(slip.partyId)) return 'new_account'
    if (slip.netMinor <= 0) return 'nothing_paid'
    if (comparable && isNotable(unexplainedOf(causes), before.netMinor)) return 'unexplained'
    if (joined || (compares && !comparable)) return 'joiners'
    if (left) return 'leavers'
    if (!comparable || !isNotable(differenceMinor, before.netMinor)) return 'rest'
    return differenceMinor > 0 ? 'raises' : 'drops'
  }
  return { ...row, group: group() }
}

const goneRow = (slip: ReviewedSlip): ReviewRow => ({
  partyId: slip.partyId,
  group: 'leavers',
  beforeMinor: slip.isError ? null : slip.netMinor,
  netMinor: null,
  differenceMinor: -paid(slip),
  causes: [],
})

const isNotable = (difference: number, of: number): boolean =>
  difference !== 0 && Math.abs(difference) * 100 >= Math.abs(of) * NOTABLE_PERCENT
