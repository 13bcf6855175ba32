import { z } from 'zod'
import { Problem } from '../../values/problem'
import { type Month, parseLocalDate } from '../../values/time'
import { defineMethod, Id } from '../method'
import { BankAccountInput } from './bank'

const DateText = (field: string) =>
  z.string().transform((text) => {
    const date = parseLocalDate(text.trim())
    if (date === null) throw new Problem('people.bad_date', { field, found: text })
    return date
  })

/** Minor units of the office's currency, per month; null: no salary is known. */
const BaseMinor = z.unknown().transform((value): number | null => {
  if (value === null) return null
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new Problem('people.bad_base', { found: String(value) })
})

export const MonthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2025-01')
  .transform((text) => text as Month)

export const EmployeeView = z.object({
  id: z.number(),
  external_ref: z.string().nullable(),
  name: z.string(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  department: z.string().nullable(),
  department_id: z.number().nullable(),
  language: z.string().nullable(),
  hire_date: z.string().nullable(),
  termination_date: z.string().nullable(),
  /** Per month, of today; of somebody who has left the last one. Null: none is known. */
  base_minor: z.number().nullable(),
  base_from: z.string().nullable(),
  currency: z.string(),
})

const words = {
  name: z.string().trim().min(1).max(200).optional(),
  given_name: z.string().max(200).nullable().optional(),
  family_name: z.string().max(200).nullable().optional(),
  external_ref: z.string().max(64).nullable().optional(),
  email: z.string().nullable().optional(),
  phone: z.string().max(64).nullable().optional(),
  department: z.string().max(200).nullable().optional(),
  hire_date: DateText('hire_date').optional(),
  termination_date: DateText('termination_date').nullable().optional(),
  base_minor: BaseMinor.optional(),
  /** The day from which base_minor counts. */
  from: DateText('from').optional(),
  /** Where the net goes; a changed one waits until it is confirmed. */
  bank_account: BankAccountInput.nullable().optional(),
  /** Of payslips (BCP 47); null: the office's. */
  language: z.string().max(35).nullable().optional(),
}

export const Figures = {
  currency: z.string(),
  headcount: z.number(),
  basic_minor: z.number(),
  gross_minor: z.number(),
  net_minor: z.number(),
  overtime_minor: z.number(),
  late_minor: z.number(),
  tds_minor: z.number(),
  advance_minor: z.number(),
  incentive_minor: z.number(),
  average_gross_minor: z.number(),
  median_gross_minor: z.number(),
  present_days: z.number(),
  working_days: z.number(),
  /** 1,000,000 is 100 %; null where nobody's days are known. */
  attendance_ppm: z.number().nullable(),
}

export const ChartsView = z.object({
  month: z.string(),
  /** `stale` and `missing` are being rebuilt by `task_id`. */
  state: z.enum(['fresh', 'stale', 'missing', 'empty']),
  refreshed_at: z.string().nullable(),
  task_id: z.string().nullable(),
  /** One per currency. */
  totals: z.array(z.object(Figures)),
  departments: z.array(
    z.object({ department_id: z.number().nullable(), department: z.string().nullable(), ...Figures }),
  ),
  /** All months there are figures for, oldest first. */
  months: z.array(z.string()),
})

export const peopleContract = {
  'people.list_employees': defineMethod({
    summary: 'Employees by name; q is part of a name, number, mail address or department.',
    input: z.strictObject({
      q: z.string().max(200).default(''),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({ items: z.array(EmployeeView), next: z.string().nullable() }),
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/employees' }],
  }),
  'people.get_employee': defineMethod({
    summary: 'One employee with department and base pay.',
    input: z.strictObject({ id: Id }),
    output: EmployeeView,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/employees/:id' }],
  }),
  'people.add_employee': defineMethod({
    summary: 'Adds an employee by hand.',
    input: z.strictObject(words),
    output: EmployeeView,
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/employees', status: 201 }],
  }),
  'people.change_employee': defineMethod({
    summary: 'Changes what is named; null forgets. A changed base_minor says with from since when it counts.',
    input: z.strictObject({ id: Id, ...words }),
    output: EmployeeView,
    role: 'manager',
    rest: [{ verb: 'PATCH', path: '/api/employees/:id' }],
  }),
  'people.charts': defineMethod({
    summary: 'A month’s headcount, cost, overtime and attendance, by department and in total.',
    input: z.strictObject({ month: MonthText }),
    output: ChartsView,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/people/charts' }],
  }),
}
