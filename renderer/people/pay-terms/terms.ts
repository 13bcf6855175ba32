import type { Output } from '../../../jobs/api/contract'
import { type Currency, fromDecimal } from '../../../jobs/values/money'

export type Terms = Output<'payroll.pay_terms'>
export type TermsProps = { employeeId: number; terms: Terms }

/** An amount as it was typed, in minor units; null where it is none. */
export function minorOf(typed: string, currency: string): number | null {
  const minor = fromDecimal(typed.trim().replaceAll(',', ''), currency as Currency)
  return minor === null ? null : Number(minor)
}
