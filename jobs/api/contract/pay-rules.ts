import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { OriginView } from './pay-review'

const Minor = z.int()
const Day = z.string().max(10)
const Code = z.string().min(1).max(100)
const TableKind = z.enum(['bands', 'rate', 'amount'])
const Bands = z.array(z.strictObject({ up_to_minor: Minor.nullable(), rate_ppm: z.int() })).max(50)
const LeaveKind = z.enum(['paid', 'unpaid', 'absence'])
const Nothing = z.object({ changed: z.boolean() })
const ByEmployee = z.strictObject({ employee_id: Id })

const RateTables = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: TableKind,
      /** The components that need it. */
      used_by: z.array(z.string()),
      /** The newest first; a run takes the newest that begins on or before the last day of its period. */
      versions: z.array(
        z.object({
          from: z.string(),
          bands: z.array(z.object({ up_to_minor: z.number().nullable(), rate_ppm: z.number() })).nullable(),
          rate_ppm: z.number().nullable(),
          amount_minor: z.number().nullable(),
          source: z.string(),
          origin: OriginView,
        }),
      ),
    }),
  ),
  next: z.null(),
})

const Structure = z.strictObject({
  code: Code,
  name: z.string().max(200).default(''),
  /** Which days count: all of the calendar, or the office's working days. */
  day_count: z.enum(['calendar', 'working']).default('calendar'),
  /** The office's holidays do not count. */
  exclude_holidays: z.boolean().default(false),
  /** Those that do not apply to everybody. */
  components: z.array(z.string().max(40)).max(500).default([]),
  /** How many contracts have it, as GET says; given back, it is left alone. */
  contracts: z.number().optional(),
})
const StructureView = Structure.extend({
  name: z.string(),
  day_count: z.enum(['calendar', 'working']),
  exclude_holidays: z.boolean(),
  components: z.array(z.string()),
  contracts: z.number(),
})
const Structures = z.object({ items: z.array(StructureView), next: z.null() })

export const payRulesContract = {
  'payroll.rate_tables': defineMethod({
    summary: 'The rate tables with their versions: bands, rates and amounts by the day from which they hold',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/rate-tables' }],
    input: z.strictObject({}),
    output: RateTables,
  }),
  'payroll.save_rate_version': defineMethod({
    summary: 'What a rate table says from a day on; makes the table where there is none',
    role: 'manager',
    rest: [{ verb: 'PUT', path: '/api/payroll/rate-tables/:code' }],
    input: z.strictObject({
      code: z.string().max(40),
      name: z.string().max(200).default(''),
      kind: TableKind,
      from: Day,
      bands: Bands.nullable().default(null),
      rate_ppm: z.int().nullable().default(null),
      amount_minor: Minor.nullable().default(null),
      /** Where it is published: title, year and page or address. */
      source: z.string().max(500).default(''),
    }),
    output: RateTables,
  }),
  'payroll.remove_rate_version': defineMethod({
    summary: 'Removes what a rate table says from a day on, and the table with its last version',
    role: 'manager',
    rest: [{ verb: 'DELETE', path: '/api/payroll/rate-tables/:code/:from' }],
    input: z.strictObject({ code: z.string().max(40), from: Day }),
    output: RateTables,
  }),
  'payroll.check_formula': defineMethod({
    summary: 'Reads a formula as it would be saved; changes nothing. What is wrong is refused with the position',
    role: 'manager',
    rest: [],
    input: z.strictObject({ component: z.string().max(40), formula: z.string().max(10_000) }),
    output: z.object({
      /** The components it needs of this period, and of the year to date. */
      needs: z.array(z.string()),
      year: z.array(z.string()),
    }),
  }),
  'payroll.structures': defineMethod({
    summary: 'The structures: named sets of components, and the days by which their contracts are paid',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/structures' }],
    input: z.strictObject({}),
    output: Structures,
  }),
  'payroll.save_structures': defineMethod({
    summary: 'The structures from now on; one that a contract has cannot go',
    role: 'manager',
    rest: [{ verb: 'PUT', path: '/api/payroll/structures' }],
    input: z.strictObject({ items: z.array(Structure).max(200), next: z.null().optional() }),
    output: Structures,
  }),
  'payroll.pay_terms': defineMethod({
    summary: 'What an employee’s pay depends on besides the contract: leave, loans, held pay, one-off items, balances',
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/employees/:employee_id/pay-terms' }],
    input: ByEmployee,
    output: z.object({
      currency: z.string(),
      leave: z.array(
        z.object({
          id: z.number(),
          from: z.string(),
          to: z.string(),
          half_day: z.boolean(),
          kind: LeaveKind,
          note: z.string(),
          origin: OriginView,
        }),
      ),
      loans: z.array(
        z.object({
          id: z.number(),
          code: z.string(),
          principal_minor: z.number(),
          instalment_minor: z.number(),
          /** What is still owed after the approved runs. */
          balance_minor: z.number(),
          from: z.string(),
          stopped_on: z.string().nullable(),
          note: z.string(),
          origin: OriginView,
        }),
      ),
      hold: z
        .object({
          from: z.string(),
          amount_minor: z.number().nullable(),
          reason: z.string(),
          origin: OriginView,
        })
        .nullable(),
      /** Computed, approved and not paid out yet. */
      held_minor: z.number(),
      carried: z.array(z.object({ code: z.string(), amount_minor: z.number() })),
      items: z.array(
        z.object({
          month: z.string(),
          code: z.string(),
          name: z.string(),
          source: z.string(),
          amount_minor: z.number().nullable(),
          quantity: z.string().nullable(),
          rate_minor: z.number().nullable(),
          /** Beside others of its month and code: alone, added to them, or replaced by the salary file's. */
          standing: z.enum(['alone', 'added', 'replaced']),
        }),
      ),
      /** What an item, or a loan, may be of. */
      item_codes: z.array(z.object({ code: z.string(), name: z.string(), takes_loans: z.boolean() })),
    }),
  }),
  'payroll.add_leave': defineMethod({
    summary: 'Notes days of leave or absence; unpaid ones are taken off the paid days',
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/employees/:employee_id/leave', status: 201 }],
    input: z.strictObject({
      employee_id: Id,
      from: Day,
      to: Day,
      half_day: z.boolean().default(false),
      kind: LeaveKind,
      note: z.string().max(500).default(''),
    }),
    output: z.object({ id: z.number() }),
  }),
  'payroll.remove_leave': defineMethod({
    summary: 'Removes days of leave or absence',
    role: 'clerk',
    rest: [{ verb: 'DELETE', path: '/api/payroll/leave/:id' }],
    input: z.strictObject({ id: Id }),
    output: Nothing,
  }),
  'payroll.add_loan': defineMethod({
    summary: 'A loan that is taken back in instalments, or an advance in one',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/employees/:employee_id/loans', status: 201 }],
    input: z.strictObject({
      employee_id: Id,
      code: z.string().max(40).default('LOAN'),
      principal_minor: Minor,
      instalment_minor: Minor,
      from: Day,
      note: z.string().max(500).default(''),
    }),
    output: z.object({ id: z.number() }),
  }),
  'payroll.stop_loan': defineMethod({
    summary: 'Takes no more instalments in periods that end on a day or later; null: takes them again',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/loans/:id/stop' }],
    input: z.strictObject({ id: Id, on: Day.nullable() }),
    output: Nothing,
  }),
  'payroll.hold_pay': defineMethod({
    summary: 'Computes an employee’s pay and does not pay it out, from a day on',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/employees/:employee_id/hold', status: 201 }],
    input: z.strictObject({
      employee_id: Id,
      from: Day,
      amount_minor: Minor.nullable().default(null),
      reason: z.string().max(500).default(''),
    }),
    output: z.object({ id: z.number() }),
  }),
  'payroll.release_pay': defineMethod({
    summary: 'The next period that ends on a day or later pays what was held',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/employees/:employee_id/release' }],
    input: z.strictObject({ employee_id: Id, on: Day }),
    output: Nothing,
  }),
  'payroll.set_item': defineMethod({
    summary: 'A one-off item of a month, typed by hand; without amount and quantity it is removed',
    role: 'clerk',
    rest: [{ verb: 'PUT', path: '/api/employees/:employee_id/items/:month/:code' }],
    input: z.strictObject({
      employee_id: Id,
      month: z.string().max(7),
      code: z.string().max(40),
      amount_minor: Minor.nullable().default(null),
      quantity: z.string().max(30).nullable().default(null),
      rate_minor: Minor.nullable().default(null),
    }),
    output: Nothing,
  }),
}
