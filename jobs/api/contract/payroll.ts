import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { WordedReason } from './tasks'

export const PeriodStatus = z.enum(['draft', 'active', 'closed', 'missed'])
export const PeriodTypeName = z.enum(['monthly', 'semimonthly', 'biweekly', 'weekly', 'custom'])
export const PayRunStatus = z.enum(['draft', 'computing', 'approved', 'paid', 'reversed', 'discarded'])
export const PayRunKind = z.enum(['regular', 'off_cycle', 'final', 'arrears', 'correction', 'reversal', 'trial'])
const ComponentKind = z.enum(['earning', 'deduction', 'employer', 'information'])
const Minor = z.int()

const RunSummary = z.object({
  id: z.number(),
  /** Within its period, from 1. */
  no: z.number(),
  kind: PayRunKind,
  status: PayRunStatus,
  employees: z.number(),
  /** Error slips; while there is one the run cannot be approved. */
  errors: z.number(),
  gross_minor: z.number(),
  net_minor: z.number(),
  currency: z.string(),
})

export const PeriodView = z.object({
  id: z.number(),
  start_date: z.string(),
  end_date: z.string(),
  period_type: PeriodTypeName,
  automation_enabled: z.boolean(),
  automation_rule: z.record(z.string(), z.unknown()).nullable(),
  status: PeriodStatus,
  description: z.string(),
  /** When the rule runs it; null: it is not automated. */
  due_at: z.string().nullable(),
  /** The rule in plain words. */
  rule_sentence: z.string().nullable(),
  warnings: z.array(WordedReason),
  /** Newest first. */
  runs: z.array(RunSummary),
})

const PeriodFields = {
  start_date: z.string(),
  end_date: z.string(),
  period_type: PeriodTypeName,
  automation_enabled: z.boolean(),
  /** days_before_end, run_on_date, cron (combined: a gated AND), time, working_day, outcome and notification_emails. */
  automation_rule: z.record(z.string(), z.unknown()).nullable(),
  status: z.enum(['draft', 'active', 'closed']),
  description: z.string().max(500),
}

export const PeriodInput = z.strictObject({
  ...PeriodFields,
  period_type: PeriodTypeName.default('monthly'),
  automation_enabled: z.boolean().default(false),
  automation_rule: PeriodFields.automation_rule.default(null),
  status: PeriodFields.status.default('draft'),
  description: PeriodFields.description.default(''),
})

export const RunDetail = RunSummary.extend({
  /** The run that a correction corrects, or a reversal mirrors. */
  of_run: z.object({ id: z.number(), no: z.number() }).nullable(),
  /** Why a supplementary run was asked for, in the asker’s words; the periods its arrears are of. */
  asked: z
    .object({ reason: z.string(), for_periods: z.array(z.object({ id: z.number(), description: z.string() })) })
    .nullable(),
  /** Of its figures: up with every computation that changed them. */
  version: z.number(),
  period: z.object({
    id: z.number(),
    description: z.string(),
    start_date: z.string(),
    end_date: z.string(),
  }),
  deductions_minor: z.number(),
  employer_minor: z.number(),
  /** Why it ran late, or why its computation ended without figures. */
  note: WordedReason.nullable(),
  /** Of a draft: why its figures do not hold any more, so that it is not approved before it is recalculated. */
  stale: WordedReason.nullable(),
  task_id: z.string().nullable(),
  computed_at: z.string().nullable(),
  approved_at: z.string().nullable(),
  approved_by: z.string().nullable(),
  paid_at: z.string().nullable(),
})

export const SlipLineView = z.object({
  code: z.string(),
  name: z.string(),
  kind: ComponentKind,
  /** The days or units it was made from. */
  quantity: z.string().nullable(),
  /** ppm of a percentage, minor units of a per-unit rate. */
  rate: z.number().nullable(),
  base_minor: z.number().nullable(),
  amount_minor: z.number(),
  /** Arrears: the period they belong to. */
  for_period_id: z.number().nullable(),
})

export const SlipView = z.object({
  id: z.number(),
  status: z.enum(['ok', 'error']),
  reason: WordedReason.nullable(),
  employee: z.object({
    id: z.number(),
    external_ref: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable(),
  }),
  /** Calendar days of the period, and how many of them are paid. */
  total_days: z.number(),
  payment_days: z.number(),
  gross_minor: z.number(),
  deductions_minor: z.number(),
  employer_minor: z.number(),
  net_minor: z.number(),
  /** The net less what had been paid for the payslip that it replaces. */
  to_pay_minor: z.number(),
  lines: z.array(SlipLineView),
})

const ComponentFields = {
  code: z.string(),
  name: z.string().max(200).default(''),
  kind: ComponentKind,
  /** base_pay, fixed, percent, per_unit, bands, cumulative_bands, formula, held_pay or net_rounding. */
  method: z.string(),
  /** Its place on the slip. */
  order: z.int().min(0).max(100_000).default(500),
  /** Earnings: part of TAXABLE. Deductions: taken off TAXABLE, because they come before tax. */
  taxable: z.boolean().default(false),
  /** fixed and base_pay: only the paid days of the period count. */
  prorate: z.boolean().default(false),
  /** Only where the month has an item of this code. */
  one_off: z.boolean().default(false),
  amount_minor: Minor.nullable().default(null),
  rate_ppm: z.int().nullable().default(null),
  /** Codes of components, GROSS or TAXABLE: what percent and bands are taken of. One code may stand alone. */
  base: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
  bands: z
    .array(z.strictObject({ up_to_minor: Minor.nullable(), rate_ppm: z.int() }))
    .nullable()
    .default(null),
  /** Such as `min(GROSS, CEILING) * 9.35 %`; see docs/formulas.md. */
  formula: z.string().max(1_000).nullable().default(null),
  /** The code of a rate table, in place of amount_minor, rate_ppm or bands: the version in force at the period’s end. */
  rate_table: z.string().max(40).nullable().default(null),
  /** 1 to 12: only in periods that hold the last day of one of them (a thirteenth month: [12]); null: in all. */
  months: z.array(z.int()).max(12).nullable().default(null),
  /** A deduction: what would make the net negative waits for the next period. */
  carry_over: z.boolean().default(false),
  /** The most a line may come to. */
  cap_minor: Minor.nullable().default(null),
  rounding: z.enum(['half_up', 'up', 'down', 'to_5', 'to_unit']).default('half_up'),
  /** The structures whose contracts get it; null: everybody. */
  structures: z.array(z.string().min(1).max(100)).nullable().default(null),
  active: z.boolean().default(true),
}
/** `built_in` is what GET says of it; given back, it is left alone. */
const ComponentInput = z.strictObject({ ...ComponentFields, built_in: z.boolean().optional() })

const ComponentView = z.object({
  code: z.string(),
  name: z.string(),
  kind: ComponentKind,
  method: z.string(),
  order: z.number(),
  taxable: z.boolean(),
  prorate: z.boolean(),
  one_off: z.boolean(),
  amount_minor: z.number().nullable(),
  rate_ppm: z.number().nullable(),
  base: z.array(z.string()),
  bands: z.array(z.object({ up_to_minor: z.number().nullable(), rate_ppm: z.number() })).nullable(),
  formula: z.string().nullable(),
  rate_table: z.string().nullable(),
  months: z.array(z.number()).nullable(),
  carry_over: z.boolean(),
  cap_minor: z.number().nullable(),
  rounding: z.string(),
  structures: z.array(z.string()).nullable(),
  active: z.boolean(),
  /** It can be changed or made inactive, not removed. */
  built_in: z.boolean(),
})
const ComponentList = z.object({ items: z.array(ComponentView), next: z.null() })

const ById = z.strictObject({ id: Id })
const Started = z.object({ task_id: z.string(), state: z.string(), deduplicated: z.boolean() })

export const payrollContract = {
  'payroll.create_period': defineMethod({
    summary: 'A payroll period, with the rule by which it runs itself',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/periods', status: 201 }],
    input: PeriodInput,
    output: PeriodView,
  }),
  'payroll.periods': defineMethod({
    summary: 'All payroll periods with their runs, the newest first',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/periods' }],
    input: z.strictObject({}),
    output: z.object({ items: z.array(PeriodView), next: z.null() }),
  }),
  'payroll.period': defineMethod({
    summary: 'One payroll period with its due instant, warnings and runs',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/periods/:id' }],
    input: ById,
    output: PeriodView,
  }),
  'payroll.change_period': defineMethod({
    summary: 'Changes what is given of a period; its schedule follows',
    role: 'manager',
    rest: [{ verb: 'PATCH', path: '/api/payroll/periods/:id' }],
    input: z.strictObject({ id: Id, ...z.object(PeriodFields).partial().shape }),
    output: PeriodView,
  }),
  'payroll.run_period': defineMethod({
    summary: 'Computes a period now; force skips its rule, never its status',
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/payroll/periods/:id/run', status: 202 }],
    input: z.strictObject({ id: Id, force: z.boolean().nullish() }),
    output: Started,
  }),
  'payroll.run': defineMethod({
    summary: 'One pay run with its totals',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id' }],
    input: ById,
    output: RunDetail,
  }),
  'payroll.slips': defineMethod({
    summary: 'Every payslip of a run with its lines, by name',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/slips' }],
    input: ById,
    output: z.object({ items: z.array(SlipView), next: z.null() }),
  }),
  'payroll.approve_run': defineMethod({
    summary:
      'Approves a draft: its payslips become facts and are printed. `second_passphrase` is that of another manager or owner',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/approve' }],
    input: z.strictObject({ id: Id, second_passphrase: z.string().nullish() }),
    output: RunDetail,
  }),
  'payroll.mark_paid': defineMethod({
    summary: 'Notes that an approved run has been paid',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/paid' }],
    input: ById,
    output: RunDetail,
  }),
  'payroll.components': defineMethod({
    summary: 'What pay is made of: the components, in the order of the slip',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/components' }],
    input: z.strictObject({}),
    output: ComponentList,
  }),
  'payroll.save_components': defineMethod({
    summary: 'The components from now on; a built-in one that is not named stays as it is',
    role: 'manager',
    rest: [{ verb: 'PUT', path: '/api/payroll/components' }],
    input: z.strictObject({ items: z.array(ComponentInput).max(500), next: z.null().optional() }),
    output: ComponentList,
  }),
  'payroll.set_terms': defineMethod({
    summary: 'The structure and the schedule of an employee’s contract from a day on',
    role: 'manager',
    rest: [],
    input: z.strictObject({
      employee_id: Id,
      from: z.string(),
      structure: z.string().nullish(),
      schedule: PeriodTypeName.nullish(),
    }),
    output: z.object({ changed: z.boolean() }),
  }),
}
