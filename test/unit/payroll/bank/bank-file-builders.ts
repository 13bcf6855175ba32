import fc from 'fast-check'
import type { BankFile, Payment } from '../../../../jobs/payroll/bank/payment'
import type { BankAccount } from '../../../../jobs/shared/bank-account'
import { compact } from '../../../../jobs/values/bank-account'
import type { LocalDate } from '../../../../jobs/values/time'

/** The examples of the IBAN registry. */
export const IBANS = [
  'DE89 3704 0044 0532 0130 00',
  'FR14 2004 1010 0505 0001 3M02 606',
  'ES91 2100 0418 4502 0005 1332',
  'PT50 0002 0123 1234 5678 9015 4',
  'NO93 8601 1117 947',
  'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
].map(compact)
export const ROUTINGS = ['021000021', '011401533', '091000019']

export const ibanAccount = (iban: string, change: Partial<BankAccount> = {}): BankAccount => ({
  method: 'iban',
  holder: null,
  iban,
  bic: null,
  routing: null,
  number: null,
  accountType: null,
  ...change,
})
export const abaAccount = (routing: string, number: string, change: Partial<BankAccount> = {}): BankAccount => ({
  ...ibanAccount(''),
  method: 'aba',
  iban: null,
  routing,
  number,
  accountType: 'checking',
  ...change,
})

export const payment = (index: number, amountMinor: number, account: BankAccount, name?: string): Payment => ({
  slipId: 100 + index,
  name: name ?? `Person ${index}`,
  externalRef: `E${index}`,
  amountMinor,
  account,
})

export const bankFile = (payments: Payment[], change: Partial<BankFile> = {}): BankFile => ({
  format: 'pain.001.001.03',
  reference: 'PAY-2026-01-R7',
  no: 1,
  runId: 7,
  currency: 'EUR',
  purpose: 'Salary January 2026',
  payOn: '2026-01-30' as LocalDate,
  createdAt: Date.UTC(2026, 0, 28, 9, 30),
  createdOn: '2026-01-28' as LocalDate,
  createdTime: '09:30:00',
  payer: {
    holder: 'Example & Söhne GmbH',
    iban: IBANS[0] ?? '',
    bic: 'COBADEFFXXX',
    routing: ROUTINGS[0] ?? '',
    number: '000123456789',
    bankName: 'Example Bank',
    companyId: '1123456789',
    batchBooking: true,
  },
  payments,
  controlMinor: payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  ...change,
})

/** Texts of characters of all scripts, half of them of those that people are named in. */
export const anyText = (maxLength: number) =>
  fc.string({
    unit: fc.oneof(fc.nat(0x2ff), fc.nat(0xd7ff), fc.nat(0x10ffff)).map((code) => String.fromCodePoint(code)),
    maxLength,
  })
