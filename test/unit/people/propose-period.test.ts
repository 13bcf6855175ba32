import { expect, test } from 'vitest'
import { proposePeriod } from '../../../jobs/people/kinds/propose-period'
import type { Currency } from '../../../jobs/values/money'

const period = (currency: string, ...texts: string[]) =>
  proposePeriod([{ field: 'salary', header: 'Salary', texts }], { currency: currency as Currency }).salary_period

test('salaries of a size that only years have are a year’s', () => {
  expect(period('USD', '62506', '104437', '64955', '64991', '50825')).toBe('annual')
  expect(period('EUR', '42.500,00 €', '38.000,00 €', '51.200,00 €', '29.900,00 €', '33.000,00 €')).toBe('annual')
})

test('a month’s pay says nothing, nor does a currency in which a month’s may be as large', () => {
  expect(period('EUR', '2.400,00', '3.100,50', '1.850,00', '18.000,00', '2.900,00')).toBeUndefined()
  expect(period('INR', '42500', '38000', '51200', '29900', '33000')).toBeUndefined()
  expect(period('USD', '62506', '104437')).toBeUndefined()
})
