import type { ReviewedLine, ReviewedSlip } from './review'

/**
 * Why a line differs: another base pay, other paid days, an item of the month, a line that follows what it is taken of,
 * or the rule itself, which nobody's data explains. `posted`: a line of arrears, which says what was posted and what is due.
 */
export type CauseKind = 'base' | 'days' | 'item' | 'follows' | 'rule' | 'posted'

export type Cause = {
  kind: CauseKind
  code: string
  name: string
  /** What it does to the net, in minor units. */
  effectMinor: number
  before: CauseSide | null
  after: CauseSide | null
}

/** The line on one of the two slips, with the days it was paid for where those made it. */
export type CauseSide = {
  amountMinor: number
  quantity: string | null
  baseMinor: number | null
}

/** Every line that differs, the largest effect first. The effects add up to the difference of the nets. */
export function causesOf(before: ReviewedSlip, after: ReviewedSlip): Cause[] {
  const was = byCode(before.lines)
  const is = byCode(after.lines)
  const causes: Cause[] = []
  for (const code of new Set([...was.keys(), ...is.keys()])) {
    const one = was.get(code)
    const other = is.get(code)
    const effectMinor = effect(other) - effect(one)
    if (effectMinor === 0) continue
    const kind = kindOf(one, other, before.paidDays * after.totalDays !== after.paidDays * before.totalDays)
    causes.push({ kind, code, name: (other ?? one)?.name ?? code, effectMinor, before: side(one), after: side(other) })
  }
  return causes.sort((a, b) => Math.abs(b.effectMinor) - Math.abs(a.effectMinor) || (a.code < b.code ? -1 : 1))
}

/** Lines of arrears, each with what had been posted for its period and what that comes to today. */
export function postedCauses(lines: readonly ReviewedLine[], periodName: (id: number | null) => string): Cause[] {
  const causes = lines.map((line): Cause => {
    const fresh = line.baseMinor ?? 0
    const amount = (amountMinor: number): CauseSide => ({ amountMinor, quantity: null, baseMinor: null })
    // What is held back of it belongs to no period: nothing had been posted for it.
    if ((line.forPeriodId ?? null) === null) {
      const { code, name } = line
      return { kind: 'item', code, name, effectMinor: effect(line), before: null, after: amount(line.amountMinor) }
    }
    return {
      kind: 'posted',
      code: line.code,
      name: [line.name, periodName(line.forPeriodId ?? null)].filter(Boolean).join(', '),
      effectMinor: effect(line),
      before: amount(fresh - line.amountMinor),
      after: amount(fresh),
    }
  })
  return causes.sort((a, b) => Math.abs(b.effectMinor) - Math.abs(a.effectMinor))
}

/** What of the difference no data explains, in minor units. */
export const unexplainedOf = (causes: readonly Cause[]): number =>
  causes.reduce((sum, cause) => (cause.kind === 'rule' ? sum + cause.effectMinor : sum), 0)

/** Lines of one code together: arrears stand beside the month's own. */
function byCode(lines: readonly ReviewedLine[]): Map<string, ReviewedLine> {
  const map = new Map<string, ReviewedLine>()
  for (const line of lines) {
    const known = map.get(line.code)
    map.set(line.code, known ? { ...known, amountMinor: known.amountMinor + line.amountMinor } : line)
  }
  return map
}

const effect = (line: ReviewedLine | undefined): number =>
  line?.kind === 'earning' ? line.amountMinor : line?.kind === 'deduction' ? -line.amountMinor : 0

const side = (line: ReviewedLine | undefined): CauseSide | null =>
  line ? { amountMinor: line.amountMinor, quantity: line.quantity, baseMinor: line.baseMinor } : null

function kindOf(before: ReviewedLine | undefined, after: ReviewedLine | undefined, daysDiffer: boolean) {
  const line = after ?? before
  if (before?.oneOff || after?.oneOff) return 'item'
  if (line?.code === 'BASE') return before?.baseMinor === after?.baseMinor ? 'days' : 'base'
  if (!before || !after) return 'rule'
  if (before.baseMinor === after.baseMinor) return daysDiffer && after.quantity !== null ? 'days' : 'rule'
  return isTakenOf(before) && isTakenOf(after) && before.rate === after.rate ? 'follows' : 'rule'
}

/** Taken of other lines (percent, bands, rounding), where a fixed amount has its own amount or days. */
const isTakenOf = (line: ReviewedLine): boolean => line.quantity === null && line.amountMinor !== line.baseMinor
