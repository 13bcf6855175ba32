import { z } from 'zod'
import { abaFault, accountNumberFault, bicFault, compact, ibanFault } from '../values/bank-account'
import { CSV_DATES, CSV_DECIMALS, CSV_DELIMITERS, CSV_FIELDS, STANDARD_LAYOUT } from '../values/bank-layout'
import type { Reason } from '../values/problem'

const code = (name: string) => ({ message: name })
const LAYOUT = code('bank.bad_layout')

/** Empty, or without fault; kept without blanks. */
const checked = (fault: (text: string) => Reason | null, name: string) =>
  z
    .string()
    .max(60, code(name))
    .transform(compact)
    .refine((text) => text === '' || fault(text) === null, code(name))
    .default('')

const Column = z.strictObject(
  { field: z.enum(CSV_FIELDS, LAYOUT), title: z.string().max(100, LAYOUT).default('') },
  LAYOUT,
)

const Layout = z.strictObject(
  {
    name: z.string(LAYOUT).trim().min(1, LAYOUT).max(100, LAYOUT),
    delimiter: z.enum(CSV_DELIMITERS, LAYOUT).default(','),
    decimal: z.enum(CSV_DECIMALS, LAYOUT).default('.'),
    header: z.boolean(LAYOUT).default(true),
    date: z.enum(CSV_DATES, LAYOUT).default('YYYY-MM-DD'),
    plain: z.boolean(LAYOUT).default(false),
    columns: z.array(Column, LAYOUT).min(1, LAYOUT).max(50, LAYOUT),
  },
  LAYOUT,
)

/** The office's own account, who it is to its bank, and the CSV layouts it made. */
export const BankSetting = z.object({
  /** Empty: the office's name. */
  holder: z.string().trim().max(140).default(''),
  iban: checked(ibanFault, 'bank.office_iban'),
  bic: checked(bicFault, 'bank.office_bic'),
  routing: checked(abaFault, 'bank.office_routing'),
  account_number: checked(accountNumberFault, 'bank.office_number'),
  bank_name: z.string().trim().max(100).default(''),
  /** As an ACH originator. */
  company_id: checked(
    (text) => (/^[A-Z0-9]{1,10}$/.test(text) ? null : { code: 'bank.office_company', params: {} }),
    'bank.office_company',
  ),
  /** One line for the whole lot on the office's statement, so that it shows nobody's pay. */
  batch_booking: z.boolean(code('payroll.not_yes_or_no')).default(true),
  layouts: z
    .array(Layout, LAYOUT)
    .max(50, LAYOUT)
    .refine((all) => {
      const names = [STANDARD_LAYOUT.name, ...all.map(({ name }) => name)]
      return new Set(names).size === names.length
    }, code('bank.layout_twice'))
    .default([]),
})
