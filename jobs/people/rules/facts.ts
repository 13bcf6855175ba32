import type { Month } from '../../values/time'

/** Who says it. For one employee and month the stronger source counts alone; sources are never added together. */
export const SOURCES = ['payroll', 'excel', 'form'] as const
export type FactSource = (typeof SOURCES)[number]

/** Amounts in minor units of `currency`; days in halves; null where the source does not tell. */
export type SalaryFact = {
  partyId: number
  month: Month
  source: FactSource
  departmentId: number | null
  currency: string
  basicMinor: number
  grossMinor: number
  netMinor: number
  overtimeMinor: number
  lateMinor: number
  tdsMinor: number
  advanceMinor: number
  incentiveMinor: number
  overtimeHours: string | null
  lateMinutes: string | null
  advancesOpenMinor: number | null
  statedNetMinor: number | null
  presentHalves: number | null
  absentHalves: number | null
}

const COMPARED: (keyof SalaryFact)[] = [
  'currency',
  'basicMinor',
  'grossMinor',
  'netMinor',
  'overtimeMinor',
  'lateMinor',
  'tdsMinor',
  'advanceMinor',
  'incentiveMinor',
  'overtimeHours',
  'lateMinutes',
  'advancesOpenMinor',
  'statedNetMinor',
  'presentHalves',
  'absentHalves',
]

/** Which of a fact's figures differ; all of them where there was none before. The department a fact was written under is no figure. */
export const factDifferences = (before: SalaryFact | null, after: SalaryFact): (keyof SalaryFact)[] =>
  before === null ? COMPARED : COMPARED.filter((field) => before[field] !== after[field])
