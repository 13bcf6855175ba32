import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { PayRunKind, PayRunStatus, PeriodTypeName } from './payroll'
import { WordedReason } from './tasks'

const Minor = z.number()
/** In the order in which they are looked at. */
const ReviewGroup = z.enum([
  'new_account',
  'errors',
  'nothing_paid',
  'unexplained',
  'joiners',
  'leavers',
  'raises',
  'drops',
  'rest',
])
const PeriodRef = z.object({ id: z.number(), start_date: z.string(), end_date: z.string(), description: z.string() })

/** Where a value came from, as far as it is kept. */
export const OriginView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), import_id: z.number(), row: z.number().nullable(), file_name: z.string() }),
  z.object({ kind: z.literal('user'), user_id: z.number() }),
  z.object({ kind: z.literal('task'), task_id: z.string() }),
  z.object({ kind: z.literal('unknown') }),
])

const Side = z.object({ amount_minor: Minor, quantity: z.string().nullable(), base_minor: Minor.nullable() }).nullable()

const ReviewItem = z.object({
  employee_id: z.number(),
  name: z.string(),
  external_ref: z.string().nullable(),
  /** Null: the person was in the last run and is not in this one. */
  slip_id: z.number().nullable(),
  group: ReviewGroup,
  before_minor: Minor.nullable(),
  net_minor: Minor.nullable(),
  /** Net of the same days a year ago. */
  year_ago_minor: Minor.nullable(),
  difference_minor: Minor,
  /** Of an error slip. */
  reason: WordedReason.nullable(),
  paid_days: z.number().nullable(),
  total_days: z.number().nullable(),
  employed_from: z.string().nullable(),
  employed_to: z.string().nullable(),
  causes: z.array(
    z.object({
      /**
       * base, days, item, follows (another line), rule (the component itself: nobody's data explains it), posted (arrears:
       * what had been posted and what the period comes to today).
       */
      kind: z.enum(['base', 'days', 'item', 'follows', 'rule', 'posted']),
      code: z.string(),
      name: z.string(),
      effect_minor: Minor,
      before: Side,
      after: Side,
    }),
  ),
})

const Totals = z.object({
  people: z.number(),
  gross_minor: Minor,
  deductions_minor: Minor,
  employer_minor: Minor,
  net_minor: Minor,
})

const PreviewedDue = z.object({
  start_date: z.string(),
  end_date: z.string(),
  due_at: z.string(),
  /** Cron names no time in that period: it would run on the gate day. */
  no_tick: z.boolean(),
  /** The day off it was moved from to a working day, and that day's name where it is a holiday. */
  moved_from: z.string().nullable(),
  holiday: z.string().nullable(),
  /** catches_up: its instant has passed, it runs as soon as the period is there; missed: too late for that. */
  state: z.enum(['ahead', 'catches_up', 'missed']),
})

const ExplainedLine = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['earning', 'deduction', 'employer', 'information']),
  quantity: z.string().nullable(),
  rate: z.number().nullable(),
  base_minor: Minor.nullable(),
  amount_minor: Minor,
})

export const payReviewContract = {
  'payroll.review': defineMethod({
    summary: 'A run beside the last approved one, person by person, what needs a look first',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/review' }],
    /** `rest`: also those whose pay changes little, who are only counted otherwise. */
    input: z.strictObject({ id: Id, rest: z.stringbool().or(z.boolean()).default(false) }),
    output: z.object({
      /** The last approved run; of a correction, the payslips it replaces; null: nothing to compare with. */
      before: PeriodRef.extend({ run_id: z.number(), totals: Totals }).nullable(),
      year_ago: PeriodRef.extend({ run_id: z.number(), totals: Totals }).nullable(),
      totals: Totals,
      /** Over everybody, in the order of the payslip. */
      components: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.enum(['earning', 'deduction', 'employer', 'information']),
          amount_minor: Minor,
          before_minor: Minor,
          year_ago_minor: Minor,
        }),
      ),
      items: z.array(ReviewItem),
      rest: z.object({ people: z.number(), before_minor: Minor, net_minor: Minor, difference_minor: Minor }),
      next: z.null(),
    }),
  }),
  'payroll.explain_line': defineMethod({
    summary: 'What an amount of a payslip was made from; code NET explains the sum',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/slips/:slip_id/explain/:code' }],
    input: z.strictObject({ slip_id: Id, code: z.string().max(40) }),
    output: z.object({
      employee: z.object({ id: z.number(), name: z.string(), external_ref: z.string().nullable() }),
      slip_id: z.number(),
      /** A correction has taken its place. */
      is_void: z.boolean(),
      run: z.object({
        id: z.number(),
        no: z.number(),
        kind: PayRunKind,
        status: PayRunStatus,
        version: z.number(),
        computed_at: z.string().nullable(),
      }),
      period: PeriodRef,
      currency: z.string(),
      net_minor: Minor,
      reason: WordedReason.nullable(),
      paid_days: z.number(),
      total_days: z.number(),
      /** `year_minor`: approved runs of the tax year up to this period. */
      lines: z.array(ExplainedLine.extend({ year_minor: Minor })),
      /** Null for NET. */
      line: ExplainedLine.nullable(),
      /** As it stands today; method `items`: made by the month's items, `arrears`: what earlier periods differ by. Null for NET and where the component is gone. */
      rule: z
        .object({
          method: z.string(),
          base: z.array(z.string()),
          bands: z.array(z.object({ up_to_minor: Minor.nullable(), rate_ppm: z.number() })).nullable(),
          formula: z.string().nullable(),
          rate_table: z.string().nullable(),
          carry_over: z.boolean(),
          cap_minor: Minor.nullable(),
          rounding: z.string(),
        })
        .nullable(),
      inputs: z.array(
        z.object({
          /** See jobs/payroll/explain-inputs.ts. */
          kind: z.enum([
            'base',
            'item',
            'leave',
            'table',
            'line',
            'year',
            'loan',
            'hold',
            'carried',
            'brought',
            'arrears',
          ]),
          name: z.string().nullable(),
          from: z.string(),
          to: z.string().nullable(),
          amount_minor: Minor.nullable(),
          quantity: z.string().nullable(),
          /** Minor units of an item's rate, ppm of a table's. */
          rate: z.number().nullable(),
          /** loan: what was lent; arrears: what that period comes to with today’s facts. */
          of_minor: Minor.nullable(),
          origin: OriginView,
        }),
      ),
      changed_since: z.array(z.enum(['rule', 'contract', 'table'])),
      before: PeriodRef.extend({ amount_minor: Minor.nullable() }).nullable(),
      /** The same days a year ago. */
      year_ago: PeriodRef.extend({ amount_minor: Minor.nullable() }).nullable(),
      year_minor: Minor,
      /** What the tax year is called that `year_minor` counts: 2026, or 2026/27. */
      tax_year: z.string(),
    }),
  }),
  'payroll.preview_rule': defineMethod({
    summary:
      'What an automation rule means for a period’s dates: its sentence, due instant and warnings; changes nothing',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/preview-rule' }],
    input: z.strictObject({
      start_date: z.string(),
      end_date: z.string(),
      period_type: PeriodTypeName.default('monthly'),
      automation_rule: z.record(z.string(), z.unknown()),
    }),
    output: z.object({
      rule_sentence: z.string().nullable(),
      due_at: z.string().nullable(),
      warnings: z.array(WordedReason),
      /** What its cron expression means. */
      cron_words: z.string().nullable(),
      due: PreviewedDue.nullable(),
      /** The twelve periods that would follow, and when the same rule would run them; none where it names a day. */
      next: z.array(PreviewedDue),
    }),
  }),
  'payslips.status': defineMethod({
    summary: 'How far the payslips of an approved run are: made, to be sent with the guard’s findings, sent',
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/payslips' }],
    input: z.strictObject({ id: Id }),
    output: z.object({
      made: z.boolean(),
      people: z.number(),
      making_task_id: z.string().nullable(),
      sending_task_id: z.string().nullable(),
      /** Have not got theirs: mail goes to so many at once, to so many after somebody has looked, to so many none. */
      to_send: z.object({ goes: z.number(), held: z.number(), without: z.number() }),
      findings: z.array(
        z.object({
          employee_id: z.number(),
          name: z.string(),
          external_ref: z.string().nullable(),
          email: z.string(),
          reaches: z.boolean(),
          reason: WordedReason,
        }),
      ),
      /** The mails of this run by state. */
      mails: z.record(z.string(), z.number()),
    }),
  }),
}
