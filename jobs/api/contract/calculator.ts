import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { MonthText } from './people'
import { WordedReason } from './tasks'

const Minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** Hours, minutes or days: a plain decimal of 0 or more. */
const Decimal = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, 'a number of 0 or more, such as 7.5')
  .nullable()
  .default(null)

const inputs = {
  /** Null: nobody in particular. */
  employee_id: Id.nullable().default(null),
  month: MonthText,
  /** A whole month's salary, in minor units as all amounts are. */
  base_minor: Minor,
  overtime_hours: Decimal,
  /** Per hour; null: what the office's component says. */
  overtime_rate_minor: Minor.nullable().default(null),
  late_minutes: Decimal,
  /** Taken off per minute; null: lateness costs nothing. */
  late_rate_minor: Minor.nullable().default(null),
  tds_minor: Minor.default(0),
  advance_minor: Minor.default(0),
  incentive_minor: Minor.default(0),
  days_present: Decimal,
  days_absent: Decimal,
  absence_unpaid: z.boolean().default(false),
}

const Amount = z.number()

export const calculatorContract = {
  'people.calculate': defineMethod({
    summary: 'Gross and net of a month by the office’s components and what is typed. Nothing is written.',
    input: z.strictObject(inputs),
    output: z.object({
      currency: z.string(),
      /** Why no payslip could be made of it. */
      problem: WordedReason.nullable(),
      lines: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(['earning', 'deduction', 'employer', 'information']),
          quantity: z.string().nullable(),
          amount_minor: Amount,
        }),
      ),
      gross_minor: Amount,
      deductions_minor: Amount,
      employer_minor: Amount,
      net_minor: Amount,
    }),
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/people/calculator' }],
  }),
  'people.save_calculation': defineMethod({
    summary:
      'Saves a calculation as the employee’s figures of the month (source form); with pay_items its one-off items are paid by the month’s run.',
    input: z.strictObject({ ...inputs, employee_id: Id, pay_items: z.boolean().default(false) }),
    output: z.object({ id: z.number() }),
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/people/calculations', status: 201 }],
  }),
  'people.calculations': defineMethod({
    summary: 'The newest saved calculations.',
    input: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.number(),
          employee_id: z.number(),
          name: z.string(),
          month: z.string(),
          currency: z.string(),
          gross_minor: Amount,
          net_minor: Amount,
          /** Its one-off items went into the month's run. */
          pay_items: z.boolean(),
          saved_at: z.string(),
          saved_by: z.string(),
          undone_at: z.string().nullable(),
        }),
      ),
      next: z.null(),
    }),
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/people/calculations' }],
  }),
  'people.undo_calculation': defineMethod({
    summary: 'Takes a saved calculation back; what it was saved over stands again.',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: z.number() }),
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/people/calculations/:id/undo' }],
  }),
}
