import { z } from 'zod'
import { defineMethod, FileAnswer, Id } from '../method'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-01')

const HandoverView = z.object({ id: z.number(), number: z.string(), file_name: z.string(), made_at: z.string() })

export const handoverContract = {
  'payroll.export_handover': defineMethod({
    summary: 'A month for the accountant as a zip: journal as CSV and DATEV batch, payslips, control totals',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/handovers', status: 201 }],
    input: z.strictObject({ month: Month }),
    output: HandoverView.extend({
      documents: z.number(),
      /** The DATEV batch is in it; it is left out without consultant and client, and while a booking lacks an account. */
      datev: z.boolean(),
      without_account: z.array(z.string()),
    }),
  }),
  'payroll.handovers': defineMethod({
    summary: 'The handovers made of a month, newest first',
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/payroll/handovers' }],
    input: z.strictObject({ month: Month }),
    output: z.object({ items: z.array(HandoverView), next: z.null() }),
  }),
  'payroll.handover': defineMethod({
    summary: 'A handover as it was made',
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/payroll/handovers/:id' }],
    input: z.strictObject({ id: Id }),
    output: FileAnswer,
  }),
}
