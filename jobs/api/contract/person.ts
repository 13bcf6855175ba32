import { z } from 'zod'
import { defineMethod, Id } from '../method'
import { BankAccountView } from './bank'
import { SlipRef } from './charts'
import { OriginView } from './pay-review'
import { PayRunStatus } from './payroll'
import { EmployeeView } from './people'

const Minor = z.number()

export const personContract = {
  'people.person': defineMethod({
    summary: 'Everything the office knows of one employee: roles, pay, slips, months, and who changed what',
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/employees/:id/page' }],
    input: z.strictObject({ id: Id }),
    output: z.object({
      employee: EmployeeView,
      roles: z.array(
        z.object({
          role: z.string(),
          external_ref: z.string().nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      ),
      /** Newest first; base pay per month. */
      contracts: z.array(
        z.object({
          from: z.string(),
          to: z.string().nullable(),
          base_minor: Minor.nullable(),
          origin: OriginView,
          changed_at: z.string(),
        }),
      ),
      slips: z.array(
        z.object({
          slip_id: z.number(),
          run_id: z.number(),
          period_id: z.number(),
          start_date: z.string(),
          end_date: z.string(),
          description: z.string(),
          run_status: PayRunStatus,
          status: z.enum(['ok', 'error']),
          gross_minor: Minor,
          net_minor: Minor,
          currency: z.string(),
          /** The payslip is made and can be opened. */
          has_payslip: z.boolean(),
        }),
      ),
      facts: z.array(
        z.object({
          month: z.string(),
          source: z.enum(['payroll', 'excel', 'form']),
          currency: z.string(),
          basic_minor: Minor,
          gross_minor: Minor,
          net_minor: Minor,
          overtime_minor: Minor,
          late_minor: Minor,
          tds_minor: Minor,
          advance_minor: Minor,
          incentive_minor: Minor,
          /** Null where nobody has told them. */
          present_days: z.number().nullable(),
          absent_days: z.number().nullable(),
          origin: OriginView,
          slip: SlipRef.nullable(),
        }),
      ),
      /** The newest hundred entries, newest first; which fields were changed, not to what. */
      audit: z.array(
        z.object({
          seq: z.number(),
          at: z.string(),
          actor: z.string(),
          action: z.string(),
          fields: z.array(z.string()),
        }),
      ),
      departments: z.array(z.string()),
      /** Null: none is known. */
      bank_account: BankAccountView.nullable(),
    }),
  }),
}
