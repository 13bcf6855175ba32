import { z } from 'zod'
import { LANGUAGES } from '../../values/languages'
import { defineMethod, FileAnswer, Id } from '../method'
import { TaskState } from './tasks'

const ById = z.strictObject({ id: Id })

export const payslipsContract = {
  'payslips.send': defineMethod({
    summary: 'Mails its payslip to each employee of an approved run; who has it already gets none',
    input: ById,
    output: z.object({ task_id: z.string(), state: TaskState, deduplicated: z.boolean() }),
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/send', status: 202 }],
  }),
  'payslips.send_samples': defineMethod({
    summary:
      'Mails three payslips of an approved run, marked SAMPLE, to the office’s own address; nobody counts as having got theirs. `confirmed`: also where an employee has that address',
    input: ById.extend({ confirmed: z.boolean().default(false) }),
    output: z.object({
      to: z.string(),
      samples: z.array(z.object({ name: z.string(), why: z.enum(['smallest', 'median', 'unusual']) })),
    }),
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/samples' }],
  }),
  'payslips.preview': defineMethod({
    summary: 'How payslips look in a language, with the office’s logo: a payslip of nobody as a PDF',
    input: z.strictObject({ language: z.enum(LANGUAGES) }),
    output: FileAnswer,
    role: 'viewer',
    rest: [{ verb: 'GET', path: '/api/payroll/payslip-preview.pdf' }],
  }),
  'payslips.merged': defineMethod({
    summary: 'All payslips of an approved run in one PDF',
    input: ById,
    output: FileAnswer,
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/payslips.pdf' }],
  }),
  'payslips.one': defineMethod({
    summary: 'The payslip of one slip as a PDF',
    input: ById,
    output: FileAnswer,
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/payroll/slips/:id/payslip.pdf' }],
  }),
}
