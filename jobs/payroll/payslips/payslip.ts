import type { LocalDate } from '../../values/time'
import type { PdfImage } from './pdf/image'

export type PayslipLine = {
  code: string
  name: string
  kind: 'earning' | 'deduction' | 'employer' | 'information'
  quantity: string | null
  /** Minor units. */
  amountMinor: number
  /** The same component in the office’s tax year, as `yearToDate`; null where this slip is the first. */
  yearMinor?: number | null
}

/** Everything that stands on a payslip; amounts are minor units of its currency. */
export type Payslip = {
  slipId: number
  /** Within series PS of the year. */
  number: number
  year: number
  employee: { name: string; externalRef: string | null }
  /** Of the words and amounts (BCP 47): the employee's, else the office's. */
  language: string
  /** What opens the PDF; null: nothing is needed. */
  password: string | null
  lines: PayslipLine[]
  grossMinor: number
  deductionsMinor: number
  netMinor: number
  /** Of this calendar year's approved runs up to and with this period; null where this slip is the first. */
  yearToDate: { grossMinor: number; deductionsMinor: number; netMinor: number } | null
}

/** What the payslips of a run have in common. */
export type PayslipFrame = {
  office: { name: string; address: string }
  /** Null: the office has none. */
  logo: PdfImage | null
  currency: string
  period: { start: LocalDate; end: LocalDate; description: string }
  run: { id: number; version: number }
  /** Milliseconds (UTC): the instant of approval, the date of the document. */
  approvedAt: number
  approvedOn: LocalDate
}
