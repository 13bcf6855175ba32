import { toDecimal, toSafeNumber } from '../../values/money'
import { Problem, type Reason } from '../../values/problem'
import type { Kind } from './component'
import type { PaidTime } from './component-amount'
import { absentHalfDays, effectiveItems, type OneOffItem } from './one-off'
import { employedDays, type PaidSegment, within } from './proration'
import { roundAmount } from './rounding'
import { type ComputedLine, computeLines, type Line } from './slip-lines'
import type { SlipPlan } from './slip-plan'

export type { Line } from './slip-lines'
export { planSlips, type SlipPlan } from './slip-plan'

export type Employee = {
  partyId: number
  /** In order; they do not overlap. */
  segments: (PaidSegment & { structureId: number | null })[]
  items: OneOffItem[]
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
}

/** One employee's slip. What is wrong with the employee's data becomes an error slip; the others go on. */
export function computeSlip(employee: Employee, plan: SlipPlan): Slip {
  const slip: Slip = {
    partyId: employee.partyId,
    error: null,
    totalDays: plan.totalDays,
    employedDays: employedDays(employee.segments, plan.period),
    paidHalfDays: 0,
    baseMinor: null,
    grossMinor: 0,
    deductionsMinor: 0,
    employerMinor: 0,
    netMinor: 0,
    lines: [],
  }
  try {
    fill(slip, employee, plan)
  } catch (error) {
    slip.lines = []
    if (error instanceof Problem) slip.error = error.reason
    else if (error instanceof RangeError) slip.error = { code: 'payroll.amount_out_of_range', params: {} }
    else throw error
  }
  return slip
}

function fill(slip: Slip, employee: Employee, plan: SlipPlan): void {
  const segments = employee.segments.map((one) => within(one, plan.period)).filter((one) => one !== null)
  const last = segments.at(-1)
  if (!last) throw new Problem(employee.items.length > 0 ? 'payroll.items_without_employment' : 'payroll.no_contract')
  slip.baseMinor = last.baseMinor
  for (const { baseMinor, from } of segments) {
    if (baseMinor === null) throw new Problem('payroll.no_base_pay', { from })
    if (baseMinor < 0) throw new Problem('payroll.negative_base_pay', { from })
  }
  const items = effectiveItems(employee.items)
  const absent = absentHalfDays(items)
  slip.paidHalfDays = slip.employedDays * 2 - absent
  if (slip.paidHalfDays < 0) {
    slip.paidHalfDays = 0
    throw new Problem('payroll.absence_exceeds_employment', { absent: absent / 2, employed: slip.employedDays })
  }
  const { totalDays, employedDays: employed, paidHalfDays } = slip
  const time: PaidTime = { segments, baseMinor: last.baseMinor ?? 0, totalDays, employedDays: employed, paidHalfDays }
  sumUp(slip, computeLines(time, last.structureId, items, plan), plan)
}

function sumUp(slip: Slip, lines: ComputedLine[], plan: SlipPlan): void {
  const sum = (kind: Kind) => lines.reduce((total, one) => (one.line.kind === kind ? total + one.exact : total), 0n)
  const gross = sum('earning')
  const deductions = sum('deduction')
  slip.lines = lines.sort((a, b) => a.position - b.position).map((one) => one.line)
  const step = roundNet(slip, gross - deductions, plan)
  const net = gross - deductions - step
  slip.grossMinor = toSafeNumber(gross)
  slip.deductionsMinor = toSafeNumber(deductions + step)
  slip.employerMinor = toSafeNumber(sum('employer'))
  slip.netMinor = toSafeNumber(net)
  if (net >= 0n) return
  const shown = (minor: bigint) => `${toDecimal(minor, plan.currency)} ${plan.currency}`
  const params = { net: shown(net), gross: shown(gross), deductions: shown(deductions + step) }
  slip.error = { code: 'payroll.negative_net', params }
}

/** What is taken from the net (or given to it, below zero) to make it round, as a deduction line of its own. */
function roundNet(slip: Slip, net: bigint, plan: SlipPlan): bigint {
  const { netRounding: component } = plan
  if (!component) return 0n
  const step = net - roundAmount(net, 1n, component.rounding, plan.unitMinor)
  if (step !== 0n) {
    const rest = { quantity: null, rate: null, baseMinor: toSafeNumber(net), amountMinor: toSafeNumber(step) }
    slip.lines.push({ code: component.code, kind: 'deduction', ...rest })
  }
  return step
}
