import { accountFault, type BankAccount } from '../../shared/bank-account'
import { bankText } from '../../values/bank-text'
import type { Reason } from '../../values/problem'
import type { BankFormat } from './payment'

/** Why a transfer cannot stand in a file of a format; null where it can. */
export function paymentFault(
  payment: { name: string; amountMinor: number; account: BankAccount | null; isUnconfirmed: boolean },
  format: BankFormat,
): Reason | null {
  const { name, account, amountMinor } = payment
  if (amountMinor < 0) return { code: 'bank.negative_net', params: { name } }
  if (account === null) return { code: 'bank.no_account', params: { name } }
  if (payment.isUnconfirmed) return { code: 'bank.account_unconfirmed', params: { name } }
  if (format !== 'csv') {
    const needed = format.startsWith('nacha') ? 'aba' : 'iban'
    if (account.method !== needed) return { code: `bank.no_${needed}`, params: { name, format } }
    if (bankText(account.holder ?? name, 70).lost.length > 0) return { code: 'bank.name_unwritable', params: { name } }
  }
  const fault = accountFault(account)
  return fault && { code: fault.code, params: { ...fault.params, name } }
}
