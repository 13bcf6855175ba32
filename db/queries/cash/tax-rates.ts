import type { Db } from '../../open'
import { statement } from '../../statement'

export type TaxRateRow = {
  id: number
  year: number
  category: string | null
  energy: string | null
  power_from: number | null
  power_to: number | null
  age_from: number | null
  age_to: number | null
  rate_key: string
  amount_minor: number
}

export const taxRateRows = (db: Db): TaxRateRow[] =>
  statement(
    db,
    `select id, year, category, energy, power_from, power_to, age_from, age_to, rate_key, amount_minor
     from tax_rate order by year, category, energy, power_from, age_from, id`,
  ).all() as TaxRateRow[]

export const putTaxRate = (db: Db, row: Omit<TaxRateRow, 'id'> & { currency: string; origin: string }): number =>
  statement(
    db,
    `insert into tax_rate (year, category, energy, power_from, power_to, age_from, age_to, rate_key, amount_minor, currency,
       origin)
     values (@year, @category, @energy, @power_from, @power_to, @age_from, @age_to, @rate_key, @amount_minor, @currency,
       @origin)
     on conflict (rate_key) do update
     set amount_minor = excluded.amount_minor, currency = excluded.currency, origin = excluded.origin
     returning id`,
  )
    .pluck()
    .get(row) as number
