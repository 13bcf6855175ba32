import { z } from 'zod'
import { Problem } from '../../values/problem'
import { readMonth } from '../rules/month'

/** 1 to 12, from `JAN`, `January`, `1`, `01`; anything else is refused in words, never taken for some month. */
export const MonthNumber = z.union([z.string(), z.number()]).transform((value) => {
  const month = readMonth(value)
  if (month === null) throw new Problem('people.unknown_month', { found: String(value) })
  return month
})

/** A year of four digits; text is accepted as forms send it. */
export const Year = z.union([z.string(), z.number()]).transform((value) => {
  const year = typeof value === 'number' ? value : /^\d{4}$/.test(value.trim()) ? Number(value) : Number.NaN
  if (!Number.isInteger(year) || year < 1900 || year > 2199) {
    throw new Problem('people.unknown_year', { found: String(value) })
  }
  return year
})
