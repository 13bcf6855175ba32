import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxYear, taxYearOf } from '../../../../jobs/payroll/rules/tax-year'
import { addDays, type LocalDate } from '../../../../jobs/values/time'

test('a tax year is called by the calendar year it begins in, and by both where it is none', () => {
  expect(taxYear(2026, '01-01')).toEqual({ number: 2026, name: '2026', from: '2026-01-01', to: '2026-12-31' })
  expect(taxYear(2026, '04-06')).toEqual({ number: 2026, name: '2026/27', from: '2026-04-06', to: '2027-04-05' })
  expect(taxYear(1999, '07-01').name).toBe('1999/00')
  expect(taxYearOf('2026-04-05' as LocalDate, '04-06').number).toBe(2025)
  expect(taxYearOf('2026-04-06' as LocalDate, '04-06').number).toBe(2026)
})

test('every day lies in exactly one tax year, and the next begins where one ends', () => {
  const starts = fc.constantFrom('01-01', '02-28', '03-01', '04-06', '07-01', '12-28')
  fc.assert(
    fc.property(starts, fc.integer({ min: -9000, max: 9000 }), (first, days) => {
      const day = addDays('2026-01-01' as LocalDate, days)
      const year = taxYearOf(day, first)
      expect(year.from <= day && day <= year.to).toBe(true)
      expect(taxYearOf(addDays(year.to, 1), first)).toEqual(taxYear(year.number + 1, first))
    }),
  )
})
