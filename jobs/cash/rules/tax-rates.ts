import type { Finding, Row, RowPlan } from '../../imports/kind'
import { changesOf, finding, madeOnce, moneyOf, numberOf, rowPlan, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'

/** Both ends count; null is open. No category or energy means every one. */
export type RateScope = {
  year: number
  category: string | null
  energy: string | null
  powerFrom: number | null
  powerTo: number | null
  ageFrom: number | null
  ageTo: number | null
}
export type KnownRate = RateScope & { id: number; rateKey: string; amountMinor: number }
export type RateSnapshot = { rates: KnownRate[] }
export type RateDeed = RateScope & { rateKey: string; amountMinor: number }

const keyOf = (scope: RateScope): string => {
  const { year, category, energy, powerFrom, powerTo, ageFrom, ageTo } = scope
  return [year, fold(category ?? ''), fold(energy ?? ''), powerFrom, powerTo, ageFrom, ageTo]
    .map((one) => one ?? '')
    .join('|')
}

const meets = (a: string | null, b: string | null): boolean => a === null || b === null || fold(a) === fold(b)
const cross = (fromA: number | null, toA: number | null, fromB: number | null, toB: number | null): boolean =>
  (fromA ?? 0) <= (toB ?? Number.POSITIVE_INFINITY) && (fromB ?? 0) <= (toA ?? Number.POSITIVE_INFINITY)

/** Whether one vehicle could fall under both. */
export const ratesOverlap = (a: RateScope, b: RateScope): boolean =>
  a.year === b.year &&
  meets(a.category, b.category) &&
  meets(a.energy, b.energy) &&
  cross(a.powerFrom, a.powerTo, b.powerFrom, b.powerTo) &&
  cross(a.ageFrom, a.ageTo, b.ageFrom, b.ageTo)

const byKey = madeOnce((rates: KnownRate[]) => new Map(rates.map((one) => [one.rateKey, one])))

/** The rates a row may not overlap: those that are kept and those of earlier rows, by year. */
const standing = madeOnce(({ rates }: RateSnapshot) => {
  const years = new Map<number, Map<string, RateScope>>()
  for (const one of rates) years.set(one.year, (years.get(one.year) ?? new Map()).set(one.rateKey, one))
  return years
})

/** Decides what one row of a tax rates file does: a rate is its year and what it is for; only its amount changes. */
export function decideRate(row: Row, snapshot: RateSnapshot): { plan: RowPlan; deed: RateDeed | null } {
  const year = numberOf(row, 'year')
  const amount = moneyOf(row, 'amount')
  const errors: Finding[] = []
  if (year === null) errors.push(finding('year', null, 'cash.year_missing'))
  if (amount === null) errors.push(finding('amount', null, 'cash.rate_amount_missing'))
  const scope: RateScope = {
    year: year ?? 0,
    category: textOf(row, 'category'),
    energy: textOf(row, 'energy'),
    powerFrom: numberOf(row, 'power_from'),
    powerTo: numberOf(row, 'power_to'),
    ageFrom: numberOf(row, 'age_from'),
    ageTo: numberOf(row, 'age_to'),
  }
  for (const [field, from, to] of [
    ['power_to', scope.powerFrom, scope.powerTo],
    ['age_to', scope.ageFrom, scope.ageTo],
  ] as const) {
    if (from !== null && to !== null && to < from) {
      errors.push(finding(field, String(to), 'cash.range_backwards', { from, to }))
    }
  }
  const key = keyOf(scope)
  const known = byKey(snapshot.rates).get(key) ?? null
  if (errors.length === 0) errors.push(...overlaps(scope, key, snapshot))
  const before = known ? BigInt(known.amountMinor) : null
  const changes = changesOf([['amount', before, amount]])
  const entity = known ? `tax_rate:${known.id}` : null
  const plan = rowPlan({ key: year === null ? null : key, entity, changes, errors })
  return { plan, deed: errors.length > 0 ? null : { ...scope, rateKey: key, amountMinor: Number(amount) } }
}

function overlaps(scope: RateScope, key: string, snapshot: RateSnapshot): Finding[] {
  const years = standing(snapshot)
  const others = years.get(scope.year) ?? new Map<string, RateScope>()
  years.set(scope.year, others)
  for (const [otherKey, other] of others) {
    if (otherKey !== key && ratesOverlap(scope, other)) {
      return [finding(null, null, 'cash.rates_overlap', { other: shownScope(other) })]
    }
  }
  others.set(key, scope)
  return []
}

const shownScope = ({ year, category, energy, powerFrom, powerTo, ageFrom, ageTo }: RateScope): string =>
  [
    String(year),
    category ?? 'every category',
    energy ?? 'every energy',
    `power ${powerFrom ?? 0}–${powerTo ?? '∞'}`,
    `age ${ageFrom ?? 0}–${ageTo ?? '∞'}`,
  ].join(', ')
