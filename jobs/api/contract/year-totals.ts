import { z } from 'zod'
import { defineMethod, FileAnswer } from '../method'

/** The calendar year in which a tax year begins; `latest`: the last one in which a run was approved. */
const Year = z.literal('latest').or(z.coerce.number().int().min(1900).max(2199))

/** By the calendar year it begins in; the office says on which day. */
const TaxYear = z.object({ year: z.number(), name: z.string(), from: z.string(), to: z.string() })

export const yearTotalsContract = {
  'payroll.year_totals': defineMethod({
    summary:
      'What every employee got in the tax year that begins in a calendar year, by approved runs, component by component',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/years/:year' }],
    input: z.strictObject({ year: Year }),
    output: z.object({
      tax_year: TaxYear,
      /** Those with approved runs, the newest first. */
      tax_years: z.array(TaxYear),
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
