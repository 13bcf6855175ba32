import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateInForce } from '../../../../jobs/payroll/rules/rate-table'
import { amounts, BASE, component, date, period, segment, slipOf } from './builders'
import { PUBLISHED, type Published } from './published-tables'

const inForce = ({ table, on }: Published) => {
  const found = rateInForce(table, date(on))
  if (!found) throw new Error(`${table.code} is not in force on ${on}`)
  return found
}
const year = (on: string) => period(`${on.slice(0, 4)}-01-01`, `${on.slice(0, 4)}-12-31`, 'custom')

describe.each(PUBLISHED)('$country', (published) => {
  const tax = component({
    code: 'TAX',
    kind: 'deduction',
    method: 'bands',
    base: ['GROSS'],
    rateTable: published.table.code,
    position: 700,
  })
  const rules = { tables: [inForce(published)] }
  const { currency } = published

  it.each(published.examples)('takes $tax of $income in a year, as published', ({ income, tax: expected }) => {
    const pay = component({ code: 'PAY', amountMinor: income })
    const base = { ...BASE, prorate: false }
    const segments = [segment('2000-01-01', null, 0)]
    const given = { components: [base, pay, tax], period: year(published.on), currency, rules }
    expect(amounts(slipOf({ segments }, given)).TAX).toBe(expected)
    const formula = {
      ...tax,
      method: 'formula' as const,
      rateTable: null,
      base: [],
      formula: `bands(${published.table.code}, GROSS)`,
    }
    expect(amounts(slipOf({ segments }, { ...given, components: [base, pay, formula] })).TAX).toBe(expected)
  })

  it.each(published.examples)(
    'takes $tax of $income in twelve months, by year to date',
    ({ income, tax: expected }) => {
      const cumulative = { ...tax, method: 'cumulative_bands' as const }
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 100 }), { minLength: 11, maxLength: 11 }), (shares) => {
          const total = shares.reduce((sum, one) => sum + one, 1)
          let paid = 0
          let withheld = 0
          for (const share of [...shares, null]) {
            const pay = share === null ? income - paid : Math.floor((income * share) / total)
            const slip = slipOf(
              { segments: [segment('2000-01-01', null, 0)], year: { GROSS: paid, TAX: withheld } },
              { components: [BASE, component({ code: 'PAY', amountMinor: pay }), cumulative], currency, rules },
            )
            paid += slip.grossMinor
            withheld += amounts(slip).TAX ?? 0
          }
          expect(withheld).toBe(expected)
        }),
        { numRuns: 30 },
      )
    },
  )
})

it('the table of a couple with two shares is that of half their income, twice', () => {
  // Fiche F1419, example “couple marié ou pacsé sans enfant (foyer de 2 parts), 60 000 €”: half of it is what one has alone.
  const [alone] = PUBLISHED
  if (!alone) throw new Error('the source is missing')
  const pay = component({ code: 'PAY', amountMinor: 60_000_00 })
  const tax = component({ code: 'TAX', kind: 'deduction', method: 'formula', formula: 'bands(IR, GROSS / 2) * 2' })
  const slip = slipOf(
    { segments: [segment('2000-01-01', null, 0)] },
    { components: [BASE, pay, tax], rules: { tables: [inForce(alone)] } },
  )
  expect(amounts(slip).TAX).toBe(2 * 2_286_23)
})
