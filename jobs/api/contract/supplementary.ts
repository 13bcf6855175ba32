import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { RunDetail } from './payroll'

const Reason = z.string().trim().max(500).default('')
const Minor = z.int()

/** The draft that was opened, and the task that computes it. */
const Opened = z.object({
  run_id: z.number(),
  period_id: z.number(),
  task_id: z.string(),
  state: z.string(),
  deduplicated: z.boolean(),
})

const Item = z.strictObject({
  employee_id: Id,
  /** A component of the office, such as INCENTIVE. */
  code: z.string().max(40),
  amount_minor: Minor.nullish(),
  /** Instead of an amount: units (plain decimal), with a rate or the component’s own. */
  quantity: z.string().max(40).nullish(),
  rate_minor: Minor.nullish(),
})

export const supplementaryContract = {
  'payroll.reverse_run': defineMethod({
    summary: 'Drafts the reversal of an approved run: every line negated; approving the draft takes the run back',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/reverse', status: 202 }],
    input: z.strictObject({ id: Id, reason: Reason }),
    output: Opened,
  }),
  'payroll.correct_slip': defineMethod({
    summary: 'Drafts a payslip anew from today’s facts; approved, it takes the place of the one that was given out',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/slips/:id/correct', status: 202 }],
    input: z.strictObject({ id: Id, reason: Reason }),
    output: Opened,
  }),
  'payroll.draft_arrears': defineMethod({
    summary: 'Computes earlier periods with today’s facts and drafts the differences, to be posted in this period',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/periods/:id/arrears', status: 202 }],
    input: z.strictObject({
      id: Id,
      for_periods: z.array(Id).min(1).max(60),
      /** Left out: everybody. */
      employee_ids: z.array(Id).min(1).max(5000).nullish(),
      reason: Reason,
    }),
    output: Opened,
  }),
  'payroll.draft_off_cycle': defineMethod({
    summary:
      'Drafts a run of chosen people and items beside the regular one; `codes`: components computed on top of them',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/periods/:id/off-cycle', status: 202 }],
    input: z.strictObject({
      id: Id,
      items: z.array(Item).min(1).max(5000),
      codes: z.array(z.string().max(40)).max(100).default([]),
      reason: Reason,
    }),
    output: Opened,
  }),
  'payroll.draft_final_pay': defineMethod({
    summary: 'Drafts the final pay of a leaver: the days of the last period, remaining items, and what is recovered',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/employees/:id/final-pay', status: 202 }],
    input: z.strictObject({
      id: Id,
      items: z
        .array(Item.omit({ employee_id: true }))
        .max(100)
        .default([]),
      reason: Reason,
    }),
    output: Opened,
  }),
  'payroll.draft_trial': defineMethod({
    summary:
      'Computes a trial run of a period, to be looked at and laid beside an old sheet: it is never approved, paid or mailed',
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/payroll/periods/:id/trial', status: 202 }],
    input: z.strictObject({ id: Id }),
    output: Opened,
  }),
  'payroll.recompute_run': defineMethod({
    summary: 'Computes the draft of a correction, a reversal, arrears, off-cycle or final pay, or a trial run again',
    role: 'clerk',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/recompute', status: 202 }],
    input: z.strictObject({ id: Id }),
    output: Opened,
  }),
  'payroll.discard_run': defineMethod({
    summary: 'Discards such a draft; it keeps its number',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/discard' }],
    input: z.strictObject({ id: Id }),
    output: RunDetail,
  }),
}
