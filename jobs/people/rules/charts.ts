import { divideRounded, toSafeNumber } from '../../values/money'
import type { FactSource } from './facts'

/** A fact as the charts count it: minor units, halves of days. */
export type ChartFact = {
  partyId: number
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
  presentHalves: number | null
  absentHalves: number | null
  /** Whether the employee's dates reach into the month; true where they are not known. */
  employed: boolean
}

const SUMS = [
  'basicMinor',
  'grossMinor',
  'netMinor',
  'overtimeMinor',
  'lateMinor',
  'tdsMinor',
  'advanceMinor',
  'incentiveMinor',
] as const
type Sum = (typeof SUMS)[number]

export type Aggregate = Record<Sum, number> & {
  level: 'total' | 'department'
  /** Null at level `department`: employees without one. */
  departmentId: number | null
  currency: string
  headcount: number
  /** Gross per head, half-up, and the middle gross (of an even number the mean of the two middle ones, half-up). */
  averageGrossMinor: number
  medianGrossMinor: number
  /** Days of those whose presence and absence are both known. */
  presentHalves: number
  workingHalves: number
  /** Σ present ÷ Σ working, not a mean of percentages; null where nobody's days are known. */
  attendancePpm: number | null
}

/** The fact that counts of somebody. `days`: the one that tells their days, which may be another; null: none does. */
export type Chosen<Fact extends ChartFact> = Fact & { days: Fact | null }

export type Counted<Fact extends ChartFact> = {
  counted: Chosen<Fact>[]
  /** How many employees each source speaks for. */
  sources: Record<FactSource, number>
  /** Employees with figures for a month in which they were not employed. */
  notEmployed: number
}

const STRENGTH: Record<FactSource, number> = { payroll: 3, excel: 2, form: 1 }

/**
 * One fact per employee: approved payroll, else the uploaded file, else the form; never added together. A file may tell
 * salaries of people who left or are still to come: they count only where a pay run has paid them. A pay run knows no
 * days at work, so the days are those of the strongest source that tells both, else an approval would empty attendance.
 */
export function chooseFacts<Fact extends ChartFact>(facts: readonly Fact[]): Counted<Fact> {
  const strongest = new Map<number, Fact>()
  const days = new Map<number, Fact>()
  const prefer = (known: Map<number, Fact>, fact: Fact) => {
    const before = known.get(fact.partyId)
    if (!before || STRENGTH[fact.source] > STRENGTH[before.source]) known.set(fact.partyId, fact)
  }
  for (const fact of facts) {
    prefer(strongest, fact)
    if (tellsDays(fact)) prefer(days, fact)
  }
  const chosen = [...strongest.values()].map((fact) => withDays(fact, days.get(fact.partyId)))
  const counted = chosen.filter((fact) => fact.source === 'payroll' || fact.employed)
  const sources = { payroll: 0, excel: 0, form: 0 }
  for (const fact of counted) sources[fact.source]++
  return { counted, sources, notEmployed: chosen.length - counted.length }
}

const tellsDays = (fact: ChartFact): boolean => fact.presentHalves !== null && fact.absentHalves !== null

const withDays = <Fact extends ChartFact>(fact: Fact, told: Fact | undefined): Chosen<Fact> => {
  const days = tellsDays(fact) ? fact : (told ?? null)
  return days === null
    ? { ...fact, days }
    : { ...fact, days, presentHalves: days.presentHalves, absentHalves: days.absentHalves }
}

/** A month's aggregates: one per department and currency, and the total of each currency. Departments add up to the total. */
export function aggregate(facts: ChartFact[]): Aggregate[] {
  const groups = new Map<string, { level: Aggregate['level']; facts: ChartFact[] }>()
  const put = (key: string, level: Aggregate['level'], fact: ChartFact) => {
    const group = groups.get(key)
    if (group) group.facts.push(fact)
    else groups.set(key, { level, facts: [fact] })
  }
  for (const fact of facts) {
    put(`total ${fact.currency}`, 'total', fact)
    put(`department ${fact.departmentId ?? '-'} ${fact.currency}`, 'department', fact)
  }
  return [...groups.values()].map((group) => aggregateGroup(group.level, group.facts))
}

function aggregateGroup(level: Aggregate['level'], facts: ChartFact[]): Aggregate {
  const sums = Object.fromEntries(SUMS.map((field) => [field, sum(facts, field)])) as Record<Sum, number>
  const attended = facts.filter(tellsDays)
  const presentHalves = attended.reduce((halves, fact) => halves + (fact.presentHalves ?? 0), 0)
  const workingHalves = attended.reduce((halves, fact) => halves + (fact.absentHalves ?? 0), presentHalves)
  return {
    level,
    departmentId: level === 'total' ? null : (facts[0]?.departmentId ?? null),
    currency: facts[0]?.currency ?? '',
    headcount: facts.length,
    ...sums,
    averageGrossMinor: Number(divideRounded(BigInt(sums.grossMinor), BigInt(facts.length))),
    medianGrossMinor: median(facts.map((fact) => fact.grossMinor)),
    presentHalves,
    workingHalves,
    attendancePpm:
      workingHalves === 0 ? null : Number(divideRounded(BigInt(presentHalves) * 1_000_000n, BigInt(workingHalves))),
  }
}

const sum = (facts: ChartFact[], field: Sum): number =>
  toSafeNumber(facts.reduce((total, fact) => total + BigInt(fact[field]), 0n))

/** The middle value; of an even number the mean of the two middle ones, half-up. 0 for none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = BigInt(sorted[middle] ?? 0)
  const lower = sorted.length % 2 === 1 ? upper : BigInt(sorted[middle - 1] ?? 0)
  return Number(divideRounded(lower + upper, 2n))
}
