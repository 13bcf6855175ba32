import { z } from 'zod'
import { MonthNumber, Year } from '../tasks/month-args'

/** What a salary file is about: which month, and whether its salaries are a month's or a year's. */
export const SalaryOptionsSchema = z.strictObject({
  year: Year,
  month: MonthNumber,
  salary_period: z.enum(['monthly', 'annual']).default('monthly'),
})
