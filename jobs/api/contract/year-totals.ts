import { z } from 'zod'
import { defineMethod, FileAnswer } from '../method'

const Year = z.coerce.number().int().min(1900).max(2199)

export const yearTotalsContract = {
  'payroll.year_totals': defineMethod({
    summary: 'What every employee got in a calendar year by approved runs, component by component',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/years/:year' }],
    input: z.strictObject({ year: Year }),
    output: z.object({
      year: z.number(),
      /** Years with approved runs, the newest first. */
      years: z.array(z.number()),
      currency: z.string(),
      columns: z.array(
        z.object({
          code: z.string(),
          kind: z.enum(['earning', 'deduction', 'employer', 'information']),
          name: z.string(),
        }),
      ),
      items: z.array(
        z.object({
          employee: z.object({ id: z.number(), name: z.string(), external_ref: z.string().nullable() }),
          gross_minor: z.number(),
          deductions_minor: z.number(),
          employer_minor: z.number(),
          net_minor: z.number(),
          /** One for each column. */
          amounts_minor: z.array(z.number()),
        }),
      ),
      next: z.null(),
    }),
  }),
  'exports.year_totals': defineMethod({
    summary: 'The year totals of every employee as a CSV file or a workbook',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/exports/year-totals.:format' }],
    input: z.strictObject({ year: Year, format: z.enum(['csv', 'xlsx']) }),
    output: FileAnswer,
  }),
}
