import { toDecimal, toSafeNumber } from '../../values/money'
import { Problem, type Reason } from '../../values/problem'
import {
  bringForward,
  carryOver,
  type Hold,
  heldOf,
  instalmentsOf,
  type Loan,
  type SlipEntry,
  spareBeyondCaps,
} from './balances'
import type { Component, Kind } from './component'
import type { PaidTime } from './component-amount'
import { whole } from './fraction'
import { absentHalfDays, effectiveItems, type OneOffItem } from './one-off'
import { type PaidSegment, paidPart, type UnpaidDays, within } from './proration'
import { roundAmount } from './rounding'
import { type ComputedLine, computeLines, type Line } from './slip-lines'
import type { SlipPlan } from './slip-plan'

export type { Hold, Loan, SlipEntry } from './balances'
export type { Line } from './slip-lines'
export { type PlanFacts, planSlips, type SlipPlan } from './slip-plan'

export type Employee = {
  partyId: number
  /** In order; they do not overlap. */
  segments: (PaidSegment & { structureId: number | null })[]
  items: OneOffItem[]
  unpaid?: UnpaidDays[]
  loans?: Loan[]
  /** Final pay: of what is owed as much is taken as the pay reaches for. */
  loansWait?: true
  /** What earlier periods could not deduct, by component. */
  carried?: Record<string, number>
  hold?: Hold
  /** Year to date before this period by component, GROSS and TAXABLE; only what some component asks for. */
  year?: Record<string, number>
}

/** Totals are the sums of its rounded lines. An error slip that could not be computed has no lines. */
export type Slip = {
  partyId: number
  error: Reason | null
  totalDays: number
  employedDays: number
  paidHalfDays: number
  baseMinor: number | null
  grossMinor: number
  deductionsMinor: number
  employerMinor: number
  netMinor: number
  lines: Line[]
  entries: SlipEntry[]
}

/** One employee's slip. What is wrong with the employee's data becomes an error slip; the others go on. */
export function computeSlip(employee: Employee, plan: SlipPlan): Slip {
  const slip: Slip = {
    partyId: employee.partyId,
    error: null,
    totalDays: plan.totalDays,
    employedDays: 0,
    paidHalfDays: 0,
    baseMinor: null,
    grossMinor: 0,
    deductionsMinor: 0,
    employerMinor: 0,
    netMinor: 0,
    lines: [],
    entries: [],
  }
  try {
    fill(slip, employee, plan)
  } catch (error) {
    slip.lines = []
    slip.entries = []
    if (error instanceof Problem) slip.error = error.reason
    else if (error instanceof RangeError) slip.error = { code: 'payroll.amount_out_of_range', params: {} }
    else throw error
  }
  return slip
}

function fill(slip: Slip, employee: Employee, plan: SlipPlan): void {
  const items = effectiveItems(employee.items)
  const time = paidTime(slip, employee, items, plan)
  // A run of chosen components takes no other instalments.
  const isThere = (code: string) => plan.steps.some((step) => step.component.code === code)
  const instalments = instalmentsOf((employee.loans ?? []).filter((loan) => isThere(loan.code)))
  const before = { year: employee.year ?? {} }
  const lines = computeLines(time, [...items, ...instalments.items], before, plan)
  spareBeyondCaps(instalments.entries, lines)
  const brought = bringForward(lines, employee.carried ?? {}, plan)
  slip.entries = [...instalments.entries, ...brought]
  sumUp(slip, lines, employee, plan)
}

/** The days that are paid; they stand on the slip also where the rest of it is an error. */
function paidTime(slip: Slip, employee: Employee, items: readonly OneOffItem[], plan: SlipPlan): PaidTime {
  const segments = employee.segments.map((one) => within(one, plan.period)).filter((one) => one !== null)
  const last = segments.at(-1)
  if (!last) throw new Problem(employee.items.length > 0 ? 'payroll.items_without_employment' : 'payroll.no_contract')
  const parts = segments.map((one) => paidPart(one, plan.period, plan.dayCount(one.structureId), employee.unpaid))
  slip.baseMinor = last.baseMinor
  slip.totalDays = parts.at(-1)?.totalDays ?? plan.totalDays
  slip.employedDays = parts.reduce((sum, part) => sum + part.employedDays, 0)
  for (const { baseMinor, from } of segments) {
    if (baseMinor === null) throw new Problem('payroll.no_base_pay', { from })
    if (baseMinor < 0) throw new Problem('payroll.negative_base_pay', { from })
  }
  const halves = parts.reduce((sum, part) => sum + part.paidHalfDays, 0)
  const absent = absentHalfDays(items)
  if (absent > halves) {
    const params = { absent: absent / 2, employed: halves / 2 }
    throw new Problem('payroll.absence_exceeds_employment', params)
  }
  slip.paidHalfDays = halves - absent
  return {
    parts,
    baseMinor: last.baseMinor ?? 0,
    structureId: last.structureId,
    totalDays: slip.totalDays,
    employedDays: slip.employedDays,
    paidHalfDays: slip.paidHalfDays,
    presence: absent === 0 ? whole(1n) : { numerator: BigInt(slip.paidHalfDays), denominator: BigInt(halves) },
  }
}

function sumUp(slip: Slip, lines: ComputedLine[], { hold, loansWait }: Employee, plan: SlipPlan): void {
  const sum = (kind: Kind) => lines.reduce((total, one) => (one.line.kind === kind ? total + one.exact : total), 0n)
  const gross = sum('earning')
  const missing = sum('deduction') - gross
  if (missing > 0n) carryOver(lines, slip.entries, missing, loansWait ?? false)
  slip.entries = slip.entries.filter((one) => one.amountMinor !== 0)
  slip.lines = lines.sort((a, b) => a.component.position - b.component.position).map((one) => one.line)
  let deductions = sum('deduction')
  deductions += holdBack(slip, gross - deductions, hold ?? null, plan)
  deductions += roundNet(slip, gross - deductions, plan)
  const net = gross - deductions
  slip.grossMinor = toSafeNumber(gross)
  slip.deductionsMinor = toSafeNumber(deductions)
  slip.employerMinor = toSafeNumber(sum('employer'))
  slip.netMinor = toSafeNumber(net)
  if (net >= 0n) return
  const shown = (minor: bigint) => `${toDecimal(minor, plan.currency)} ${plan.currency}`
  const params = { net: shown(net), gross: shown(gross), deductions: shown(deductions) }
  slip.error = { code: 'payroll.negative_net', params }
}

/** A deduction line of its own that is made of the net. */
function afterNet(slip: Slip, component: Component, net: bigint, amount: bigint): bigint {
  if (amount === 0n) return 0n
  const rest = { quantity: null, rate: null, baseMinor: toSafeNumber(net), amountMinor: toSafeNumber(amount) }
  slip.lines.push({ code: component.code, kind: 'deduction', ...rest })
  return amount
}

/** What is held back of the net, or given of what was held (below zero). */
function holdBack(slip: Slip, net: bigint, hold: Hold | null, plan: SlipPlan): bigint {
  const { heldPay: component } = plan
  if (!component || !hold) return 0n
  const amount = afterNet(slip, component, net, heldOf(net, hold))
  const kind = amount > 0n ? 'held' : 'released'
  if (amount !== 0n) slip.entries.push({ kind, code: component.code, ref: 0, amountMinor: toSafeNumber(amount) })
  return amount
}

/** What is taken from the net (or given to it, below zero) to make it round. */
function roundNet(slip: Slip, net: bigint, plan: SlipPlan): bigint {
  const { netRounding: component } = plan
  if (!component) return 0n
  return afterNet(slip, component, net, net - roundAmount(net, 1n, component.rounding, plan.unitMinor))
}
