import { z } from 'zod'
import { defineMethod, FileAnswer, Id } from '../method'
import { WordedReason } from './tasks'

const Minor = z.number()
const ById = z.strictObject({ id: Id })
export const BankFormatName = z.enum(['pain.001.001.03', 'pain.001.001.09', 'nacha', 'nacha-balanced', 'csv'])

/** As it is typed; blanks do not count. Exactly one of IBAN, routing and account number, or paid otherwise. */
export const BankAccountInput = z.strictObject({
  holder: z.string().max(140).nullish(),
  iban: z.string().max(60).nullish(),
  bic: z.string().max(20).nullish(),
  routing: z.string().max(20).nullish(),
  account_number: z.string().max(40).nullish(),
  account_type: z.enum(['checking', 'savings']).nullish(),
  /** In cash or by cheque: stands in no bank file. */
  paid_otherwise: z.boolean().nullish(),
})

export const BankAccountView = z.object({
  method: z.enum(['iban', 'aba', 'other']),
  holder: z.string().nullable(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  routing: z.string().nullable(),
  account_number: z.string().nullable(),
  account_type: z.enum(['checking', 'savings']).nullable(),
  /** It took the place of another one, and nobody has confirmed it yet. */
  unconfirmed: z.boolean(),
})

const BankFileView = z.object({
  id: z.number(),
  no: z.number(),
  format: z.string(),
  /** The message id; from the second file of a run on it carries DUPLICATE. */
  reference: z.string(),
  duplicate: z.boolean(),
  payments: z.number(),
  control_minor: Minor,
  currency: z.string(),
  pay_on: z.string(),
  file_name: z.string(),
  made_at: z.string(),
  /** Somebody said that it never went to the bank. */
  unsent: z.boolean(),
})

const ExportInput = {
  format: BankFormatName.default('pain.001.001.03'),
  /** Of format csv: the name of a layout of Settings, Bank; none is the standard one. */
  layout: z.string().max(100).nullish(),
  /** The day the bank is asked to pay on; none: the next working day. */
  pay_on: z.string().max(40).nullish(),
}

const ChangedAccount = z.object({
  employee_id: z.number(),
  name: z.string(),
  external_ref: z.string().nullable(),
  /** Country and last four; empty where the person is paid otherwise. */
  before: z.string(),
  after: z.string(),
  changed_at: z.string(),
  confirmed: z.boolean(),
})

export const bankContract = {
  'payroll.pay_out': defineMethod({
    summary: 'What an approved run pays in a format: count, control sum, who cannot be paid and why, files made so far',
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/pay-out' }],
    input: z.strictObject({ id: Id, format: BankFormatName.nullish() }),
    output: z.object({
      /** The one asked for, else the one that fits the office's account. */
      format: BankFormatName,
      layouts: z.array(z.string()),
      payments: z.number(),
      control_minor: Minor,
      currency: z.string(),
      otherwise: z.object({ people: z.number(), net_minor: Minor }),
      /** Who got too much, by a correction or arrears: no file takes money from an account. */
      to_have_back: z.object({ people: z.number(), amount_minor: Minor }),
      pay_on: z.string(),
      findings: z.array(
        z.object({ employee_id: z.number(), external_ref: z.string().nullable(), reason: WordedReason }),
      ),
      office_faults: z.array(WordedReason),
      files: z.array(BankFileView),
    }),
  }),
  'payroll.export_bank_file': defineMethod({
    summary: 'Makes the file for the bank; from the second one of a run on its id carries DUPLICATE',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/runs/:id/bank-files', status: 201 }],
    input: z.strictObject({ id: Id, ...ExportInput }),
    output: BankFileView,
  }),
  'payroll.bank_file': defineMethod({
    summary: 'Makes the file for the bank and answers with it; each call makes another one, which is a DUPLICATE',
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/bank-file' }],
    input: z.strictObject({ id: Id, ...ExportInput }),
    output: FileAnswer,
  }),
  'payroll.saved_bank_file': defineMethod({
    summary: 'A bank file as it was made; this makes none',
    role: 'manager',
    rest: [{ verb: 'GET', path: '/api/payroll/bank-files/:id' }],
    input: ById,
    output: FileAnswer,
  }),
  'payroll.mark_bank_file': defineMethod({
    summary: 'Says that a bank file never went to the bank, or that it did after all',
    role: 'manager',
    rest: [{ verb: 'PATCH', path: '/api/payroll/bank-files/:id' }],
    input: z.strictObject({ id: Id, unsent: z.boolean() }),
    output: BankFileView,
  }),
  'payroll.changed_accounts': defineMethod({
    summary: 'The people of a run whose bank account is not the one of the last run, those nobody has confirmed first',
    role: 'clerk',
    rest: [{ verb: 'GET', path: '/api/payroll/runs/:id/changed-accounts' }],
    input: ById,
    output: z.object({ items: z.array(ChangedAccount), next: z.null() }),
  }),
  'payroll.confirm_accounts': defineMethod({
    summary: 'Says that changed bank accounts are right; until then no bank file is made',
    role: 'manager',
    rest: [{ verb: 'POST', path: '/api/payroll/confirm-accounts' }],
    input: z.strictObject({ employee_ids: z.array(z.int().positive()).min(1).max(5000) }),
    output: z.object({ confirmed: z.number() }),
  }),
}
