import { toSafeNumber } from '../../values/money'
import type { Component } from './component'
import { LOAN, type OneOffItem } from './one-off'
import type { ComputedLine } from './slip-lines'
import type { SlipPlan } from './slip-plan'

/** A loan as it stands before the period; an advance is one of a single instalment. */
export type Loan = { id: number; code: string; instalmentMinor: number; balanceMinor: number }

/** Pay that is held back: what is held already, and whether this period's is held too (`mostMinor`: at most so much). */
export type Hold = { balanceMinor: number; isHeld: boolean; mostMinor: number | null }

/** What a slip does to a balance that outlives it; see table slip_entry. */
export type SlipEntry = {
  kind: 'loan' | 'carried' | 'brought' | 'held' | 'released'
  code: string
  /** The loan; else 0. */
  ref: number
  amountMinor: number
}

const smaller = (a: bigint, b: bigint) => (a < b ? a : b)

/**
 * What an entry leaves to be added to its line so that the line is as if no balance had been moved: without loans taken,
 * pay held or released and what was brought forward, with what was carried over. Arrears compare such lines, because
 * loans, holds and what waits go on from the balance that stands, whatever a closed period would come to today.
 */
export const unmoved = ({ kind, amountMinor }: Pick<SlipEntry, 'kind' | 'amountMinor'>): number =>
  kind === 'carried' || kind === 'brought' ? amountMinor : -amountMinor

/** The instalments of this period as items of their components, and what they do to the loans: never more than is owed. */
export function instalmentsOf(loans: readonly Loan[]): { items: OneOffItem[]; entries: SlipEntry[] } {
  const entries = loans
    .filter((loan) => loan.balanceMinor > 0)
    .map(({ id, code, instalmentMinor, balanceMinor }): SlipEntry => {
      return { kind: 'loan', code, ref: id, amountMinor: Math.min(instalmentMinor, balanceMinor) }
    })
  const items = entries.map(
    ({ code, amountMinor }): OneOffItem => ({
      month: '',
      source: LOAN,
      code,
      amountMinor,
      quantity: null,
      rateMinor: null,
    }),
  )
  return { items, entries }
}

/**
 * What earlier periods could not take is added to its component's line, or makes one. What the component's cap leaves no
 * room for waits on.
 */
export function bringForward(
  lines: ComputedLine[],
  carried: Readonly<Record<string, number>>,
  plan: SlipPlan,
): SlipEntry[] {
  const entries: SlipEntry[] = []
  for (const { component, cap } of plan.steps) {
    const { code } = component
    const waits = BigInt(carried[code] ?? 0)
    if (waits <= 0n || !component.carryOver) continue
    const own = lines.find((one) => one.line.code === code)?.exact ?? 0n
    const amount = cap === null ? waits : smaller(waits, cap - own)
    if (amount <= 0n) continue
    change(lineOf(lines, component), amount)
    entries.push({ kind: 'brought', code, ref: 0, amountMinor: -toSafeNumber(amount) })
  }
  return entries
}

function lineOf(lines: ComputedLine[], component: Component): ComputedLine {
  const found = lines.find((one) => one.line.code === component.code)
  if (found) return found
  const { code, kind } = component
  const empty = { code, kind, quantity: null, rate: null, baseMinor: null, amountMinor: 0 }
  const made = { line: empty, exact: 0n, component, beyondCap: 0n }
  lines.push(made)
  return made
}

function change(one: ComputedLine, by: bigint): void {
  one.exact += by
  one.line.amountMinor = toSafeNumber(one.exact)
}

/**
 * Where the deductions are more than the earnings, those that may be carried over take less, the last on the slip first:
 * of a loan's instalment the loan just stays higher, all else waits for the next period. `loansWait`: loans and advances
 * take less whatever their component says, since final pay recovers all that is owed at once. `entries` are brought in
 * line; answers with what is still missing.
 */
export function carryOver(lines: ComputedLine[], entries: SlipEntry[], missing: bigint, loansWait: boolean): bigint {
  const most = ({ component, exact, line }: ComputedLine): bigint =>
    component.carryOver ? exact : loansWait ? smaller(exact, instalmentsIn(entries, line.code)) : 0n
  const last = lines
    .filter((one) => one.line.kind === 'deduction' && most(one) > 0n)
    .sort((a, b) => b.component.position - a.component.position)
  let rest = missing
  for (const one of last) {
    if (rest <= 0n) break
    const less = smaller(rest, most(one))
    rest -= less
    change(one, -less)
    const carried = less - spareLoans(entries, one.line.code, less)
    if (carried > 0n) {
      entries.push({ kind: 'carried', code: one.line.code, ref: 0, amountMinor: toSafeNumber(carried) })
    }
  }
  return rest
}

/** Takes up to so much less of the loans of a component, which stay higher by it; answers with how much less. */
function spareLoans(entries: readonly SlipEntry[], code: string, most: bigint): bigint {
  let rest = most
  for (const entry of entries) {
    if (entry.kind !== 'loan' || entry.code !== code) continue
    const spared = smaller(rest, BigInt(entry.amountMinor))
    entry.amountMinor -= toSafeNumber(spared)
    rest -= spared
  }
  return most - rest
}

/** Where a component's cap has cut a line, the loans in it were not taken whole. */
export function spareBeyondCaps(entries: readonly SlipEntry[], lines: readonly ComputedLine[]): void {
  for (const { line, beyondCap } of lines) if (beyondCap > 0n) spareLoans(entries, line.code, beyondCap)
}

/** What a slip takes of loans by a component. */
const instalmentsIn = (entries: readonly SlipEntry[], code: string): bigint =>
  entries.reduce((sum, one) => (one.kind === 'loan' && one.code === code ? sum + BigInt(one.amountMinor) : sum), 0n)

/** How much of the net is held back; below zero: released. */
export function heldOf(net: bigint, hold: Hold): bigint {
  if (!hold.isHeld) return -BigInt(hold.balanceMinor)
  if (net <= 0n) return 0n
  return hold.mostMinor === null ? net : smaller(net, BigInt(hold.mostMinor))
}
