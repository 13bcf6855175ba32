import { z } from 'zod'
import type { AskedOption } from '../../imports/kind'
import { MonthNumber, Year } from '../tasks/month-args'

/** What a salary file is about: which month, and whether its salaries are a month's or a year's. */
export const SalaryOptionsSchema = z.strictObject({
  year: Year,
  month: MonthNumber,
  salary_period: z.enum(['monthly', 'annual']).default('monthly'),
})

export const SALARY_QUESTIONS: AskedOption[] = [
  { name: 'month', label: 'Month', type: 'month' },
  { name: 'year', label: 'Year', type: 'year' },
  {
    name: 'salary_period',
    label: 'The salaries are for',
    type: 'choice',
    choices: [
      { value: 'monthly', label: 'a month' },
      { value: 'annual', label: 'a year' },
    ],
  },
]
