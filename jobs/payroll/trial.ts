import type { Db } from '../../db/open'
import { type ContractRow, contractsOfParty } from '../../db/queries/payroll/contracts'
import { readSetting } from '../shared/settings'
import type { Currency } from '../values/money'
import type { Reason } from '../values/problem'
import { firstOfMonth, lastOfMonth, type Month } from '../values/time'
import { readPlanFacts } from './load-rules'
import { readComponents } from './load-run'
import type { MonthItem } from './month-items'
import type { Kind } from './rules/component'
import type { PeriodDates } from './rules/proration'
import { computeSlip, planSlips } from './rules/slip'
import { yearBeforeMonth } from './stand'

/** Amounts in minor units of the office's currency. */
export type TrialSlip = {
  currency: string
  error: Reason | null
  lines: { code: string; name: string; kind: Kind; quantity: string | null; amountMinor: number }[]
  grossMinor: number
  deductionsMinor: number
  employerMinor: number
  netMinor: number
}

export type TrialAsk = {
  /** Null: nobody in particular, who gets the components that apply to all. */
  partyId: number | null
  month: Month
  /** Of the whole month. */
  baseMinor: number
  items: readonly MonthItem[]
}

/**
 * What a payslip of a whole month would say by the office's components, rate tables and structures as they are now, after
 * what approved runs have paid the person in the tax year. Nothing is written.
 */
export function trialSlip(db: Db, { partyId, month, baseMinor, items }: TrialAsk): TrialSlip {
  const currency = readSetting(db, 'office').currency
  const components = readComponents(db)
  const [from, to] = [firstOfMonth(month), lastOfMonth(month)]
  const period: PeriodDates = { type: 'monthly', start: from, end: to }
  const rules = readPlanFacts(db, period, components)
  const plan = planSlips(components, period, currency as Currency, rules) // checked by the setting's schema
  const structureId = partyId === null ? null : structureIn(contractsOfParty(db, partyId), to)
  const one = {
    partyId: partyId ?? 0,
    segments: [{ from, to, baseMinor, structureId }],
    year: partyId === null ? {} : yearBeforeMonth(db, month, plan, partyId),
    items: items.map(({ code, amountMinor, quantity, rateMinor }) => ({
      month,
      source: 'form',
      code,
      amountMinor: amountMinor ?? null,
      quantity: quantity ?? null,
      rateMinor: rateMinor ?? null,
    })),
  }
  const { error, lines, grossMinor, deductionsMinor, employerMinor, netMinor } = computeSlip(one, plan)
  const names = new Map(components.map((component) => [component.code, component.name]))
  return {
    currency,
    error,
    lines: lines.map(({ code, kind, quantity, amountMinor }) => ({
      code,
      name: names.get(code) ?? code,
      kind,
      quantity,
      amountMinor,
    })),
    grossMinor,
    deductionsMinor,
    employerMinor,
    netMinor,
  }
}

const structureIn = (contracts: ContractRow[], day: string): number | null =>
  contracts.filter((one) => one.from_on <= day).at(-1)?.structure_id ?? null
