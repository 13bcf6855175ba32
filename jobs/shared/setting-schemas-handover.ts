import { z } from 'zod'

const code = (name: string) => ({ message: name })

const Account = z
  .string(code('handover.not_an_account'))
  .trim()
  .regex(/^\d{0,9}$/, code('handover.not_an_account'))
  .default('')
const Accounts = z.strictObject({ debit: Account, credit: Account })
const NONE = { debit: '', credit: '' }

const digits = (form: RegExp) =>
  z.string(code('handover.not_a_number')).trim().regex(form, code('handover.not_a_number')).default('')

/** How the accountant books payroll. Daybook ships no chart of accounts. */
export const HandoverSetting = z.object({
  /** By component; what is missing there is booked as its kind. */
  components: z.record(z.string().max(40), Accounts).default({}),
  kinds: z
    .strictObject({
      earning: Accounts.default(NONE),
      deduction: Accounts.default(NONE),
      employer: Accounts.default(NONE),
    })
    .default({ earning: NONE, deduction: NONE, employer: NONE }),
  /** Of DATEV; empty: no batch is made. */
  consultant: digits(/^(|[1-9]\d{3,6})$/),
  client: digits(/^(|[1-9]\d{0,4})$/),
  account_length: z
    .int(code('handover.not_a_length'))
    .min(4, code('handover.not_a_length'))
    .max(8, code('handover.not_a_length'))
    .default(4),
  /** MM-DD */
  fiscal_year_start: z
    .string(code('handover.not_a_day'))
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, code('handover.not_a_day'))
    .default('01-01'),
})
