import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMonth } from '../../../jobs/people/rules/month'
import { halvesOf, monthItems, monthlyOfAnnual, netOf, payOf, timesDecimal } from '../../../jobs/people/rules/pay'
import { JANUARY, salaryRow } from './builders'

describe('a month', () => {
  test('is read from the guide’s short names, full names of six languages and numbers', () => {
    const short = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
    expect(short.map(readMonth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(['Januar', 'février', 'Março', 'abril', 'Mai', 'junho'].map(readMonth)).toEqual([1, 2, 3, 4, 5, 6])
    expect(['juillet', 'Août', 'septiembre', 'Oktober', 'navambar', 'déc.'].map(readMonth)).toEqual([
      7, 8, 9, 10, 11, 12,
    ])
    expect([1, '1', '01', ' 12 '].map(readMonth)).toEqual([1, 1, 1, 12])
  })

  test('that is none is never taken for January', () => {
    expect(['', 'JANU', 'Smarch', '0', '13', 13, 0, 1.5, '1.0', '2025-01'].map(readMonth)).toEqual(Array(10).fill(null))
  })

  test('reads every month name of the system’s own calendars the same way', () => {
    for (const language of ['en', 'fr', 'es', 'pt', 'de']) {
      for (let month = 0; month < 12; month++) {
        for (const style of ['long', 'short'] as const) {
          const name = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(
            Date.UTC(2025, month, 15),
          )
          expect([language, name, readMonth(name)]).toEqual([language, name, month + 1])
        }
      }
    }
  })
})

describe('pay', () => {
  test('a month of an annual salary is a twelfth, rounded half-up', () => {
    expect(monthlyOfAnnual(10_443_700n)).toBe(870_308n) // 8,703.0833
    expect(monthlyOfAnnual(6n)).toBe(1n)
    expect(monthlyOfAnnual(5n)).toBe(0n)
  })

  test('twelve months of an annual salary are at most six cents from the year', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), (annual) => {
        const difference = monthlyOfAnnual(annual) * 12n - annual
        expect(difference <= 6n && difference >= -6n).toBe(true)
      }),
    )
  })

  test('only the salary is annual; everything else of an annual file is the month’s', () => {
    const row = salaryRow({ salary: 1_200_000n, tds: 5_000n, incentive: 1_000n })
    const pay = payOf(row, { ...JANUARY, salary_period: 'annual' })
    expect(pay).toMatchObject({ basicMinor: 100_000n, tdsMinor: 5_000n, incentiveMinor: 1_000n })
    expect(netOf(pay)).toBe(96_000n)
  })

  test('overtime is hours times their rate, rounded once', () => {
    expect(timesDecimal('12.5', 1_001n)).toBe(12_513n)
    expect(timesDecimal('0.3333', 100n)).toBe(33n)
    expect(timesDecimal('7', 250n)).toBe(1_750n)
  })

  test('a decimal times an amount is never more than half a cent off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (digits, places, minor) => {
          const text =
            places === 0
              ? String(digits)
              : `${Math.floor(digits / 10 ** places)}.${String(digits % 10 ** places).padStart(places, '0')}`
          const twice = timesDecimal(text, BigInt(minor)) * 2n * 10n ** BigInt(places)
          const off = twice - BigInt(digits) * BigInt(minor) * 2n
          expect(off <= 10n ** BigInt(places) && off >= -(10n ** BigInt(places))).toBe(true)
        },
      ),
    )
  })

  test('net is gross less lateness, tax and advance, and the items add up to the same', () => {
    const amount = fc.bigInt(0n, 10n ** 9n)
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        fc.integer({ min: 0, max: 400 }),
        (salary, rate, tds, advance, incentive, quarters) => {
          const ot = String(quarters / 4)
          const pay = payOf(salaryRow({ salary, ot, charges: rate, tds, advance, incentive }), JANUARY)
          const total = monthItems(pay).reduce((sum, item) => {
            const minor =
              item.amountMinor !== undefined
                ? BigInt(item.amountMinor)
                : timesDecimal(item.quantity ?? '0', BigInt(item.rateMinor ?? 0))
            return sum + (['OVERTIME', 'INCENTIVE'].includes(item.code) ? minor : -minor)
          }, salary)
          expect(netOf(pay)).toBe(total)
        },
      ),
    )
  })

  test('a missing salary is not 0', () => {
    expect(payOf(salaryRow({}), JANUARY).basicMinor).toBeNull()
    expect(payOf(salaryRow({ salary: 0n }), JANUARY).basicMinor).toBe(0n)
  })

  test('overtime without a rate is what salary plus overtime exceeds the salary by', () => {
    const pay = payOf(salaryRow({ salary: 100_000n, ot: '10', sal_ot: 115_000n }), JANUARY)
    expect(pay.overtimeMinor).toBe(15_000n)
    expect(monthItems(pay)).toEqual([{ code: 'OVERTIME', amountMinor: 15_000, quantity: '10' }])
  })

  test('lateness without a rate costs nothing, with one its minutes times it', () => {
    expect(payOf(salaryRow({ salary: 1n, late: '30' }), JANUARY).lateMinor).toBe(0n)
    const pay = payOf(salaryRow({ salary: 1n, late: '30', charge: 5n }), JANUARY)
    expect(monthItems(pay)).toEqual([{ code: 'LATE', quantity: '30', rateMinor: 5 }])
  })

  test('days are whole or half', () => {
    expect(['21', '21.5', '0', '0.25', '7.3'].map(halvesOf)).toEqual([42, 43, 0, null, null])
  })
})
