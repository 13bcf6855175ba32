import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { OriginView } from './pay-review'
import { Figures, MonthText } from './people'

const ChartFigures = z.object(Figures)
const Pair = { now: ChartFigures.nullable(), before: ChartFigures.nullable() }
const Department = z.object({ id: z.number().nullable(), name: z.string().nullable() })

/** A department's number, or `none` for those without one. */
const DepartmentAsk = z.union([z.literal('none'), Id]).optional()
const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .optional()

/** What is left out: the newest month, the one before it, everybody, the office's currency. */
export const chartAsk = {
  month: MonthText.optional(),
  against: MonthText.optional(),
  months: z.coerce.number().int().min(1).max(60).default(24),
  currency: Currency,
  department: DepartmentAsk,
}

export const ChartSeriesView = z.object({
  /** All months there are figures for, oldest first. */
  months: z.array(z.string()),
  month: z.string().nullable(),
  against: z.string().nullable(),
  currency: z.string(),
  currencies: z.array(z.string()),
  department: Department.nullable(),
  /** Every calendar month of the range; null: nobody is counted in it. */
  trend: z.array(z.object({ month: z.string(), figures: ChartFigures.nullable() })),
  departments: z.array(Department.extend(Pair)),
  totals: z.object(Pair),
  /** Months in sight that are being built anew. */
  rebuilding: z.array(z.string()),
})
export type ChartSeriesView = z.output<typeof ChartSeriesView>

/** Whom a chart counts: of a month, a department, or by part of a name, number or department. */
export const peopleAsk = {
  month: MonthText,
  currency: Currency,
  department: DepartmentAsk,
  q: z.string().max(200).default(''),
}

const Minor = z.number()
/** A payslip, and the period whose page shows it. */
export const SlipRef = z.object({ period_id: z.number(), slip_id: z.number() })

export const chartContract = {
  'people.chart_series': defineMethod({
    summary: 'Everything the charts draw: the months up to one, its departments, and another month beside it.',
    input: z.strictObject(chartAsk),
    output: ChartSeriesView,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/people/charts/series' }],
  }),
  'people.chart_people': defineMethod({
    summary:
      'The people a month’s charts count, by name, each with the one fact that speaks for them; they add up to the chart.',
    input: z.strictObject({
      ...peopleAsk,
      cursor: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      items: z.array(
        z.object({
          employee_id: z.number(),
          name: z.string(),
          external_ref: z.string().nullable(),
          department: z.string().nullable(),
          currency: z.string(),
          source: z.enum(['payroll', 'excel', 'form']),
          basic_minor: Minor,
          gross_minor: Minor,
          net_minor: Minor,
          overtime_minor: Minor,
          /** Null where nobody has told them. */
          present_days: z.number().nullable(),
          absent_days: z.number().nullable(),
          origin: OriginView,
          /** Who told the days: a pay run knows none, so that a file's may stand beside it. Null: nobody. */
          days_from: z.object({ source: z.enum(['payroll', 'excel', 'form']), origin: OriginView }).nullable(),
          /** Where the source is payroll: the payslip it comes from. */
          slip: SlipRef.nullable(),
        }),
      ),
      next: z.string().nullable(),
      total: z.number(),
    }),
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/people/charts/people' }],
  }),
}
