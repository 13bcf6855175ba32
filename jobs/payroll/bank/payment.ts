import type { BankAccount } from '../../shared/bank-account'
import type { LocalDate } from '../../values/time'

export const BANK_FORMATS = ['pain.001.001.03', 'pain.001.001.09', 'nacha', 'nacha-balanced', 'csv'] as const
export type BankFormat = (typeof BANK_FORMATS)[number]

/** One transfer: the net of one slip. */
export type Payment = {
  slipId: number
  name: string
  externalRef: string | null
  /** Minor units of the file's currency, above zero. */
  amountMinor: number
  account: BankAccount
}

/** The office's own account, and who it is to its bank. */
export type Payer = {
  holder: string
  iban: string
  bic: string
  routing: string
  number: string
  bankName: string
  companyId: string
  batchBooking: boolean
}

/** Everything a bank file is made of. */
export type BankFile = {
  format: BankFormat
  /** The message id: the same run exported again carries DUPLICATE. */
  reference: string
  /** 1 for the first file of the run. */
  no: number
  runId: number
  currency: string
  /** What stands on the people's statements. */
  purpose: string
  payOn: LocalDate
  /** Milliseconds (UTC), and the office's wall clock then. */
  createdAt: number
  createdOn: LocalDate
  createdTime: string
  payer: Payer
  payments: Payment[]
  /** Σ of the payments, computed apart from them by the database. */
  controlMinor: number
}

/** The sum of the payments; a writer compares it with `controlMinor` and with what it wrote. */
export const sumOf = (payments: readonly Payment[]): bigint =>
  payments.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n)
