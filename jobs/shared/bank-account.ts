import { abaFault, accountNumberFault, bicFault, compact, ibanFault } from '../values/bank-account'
import { bankText } from '../values/bank-text'
import type { Reason } from '../values/problem'

/** Where a person's net goes; `other`: in cash or by cheque, so that no file holds it. */
export type BankAccount = {
  method: 'iban' | 'aba' | 'other'
  /** As the bank knows the person; null: the person's own name. */
  holder: string | null
  iban: string | null
  bic: string | null
  routing: string | null
  number: string | null
  accountType: 'checking' | 'savings' | null
}

/** An account as it is typed or stands in a file; what is missing or empty says nothing. */
export type AccountWords = {
  holder?: string | null | undefined
  iban?: string | null | undefined
  bic?: string | null | undefined
  routing?: string | null | undefined
  number?: string | null | undefined
  accountType?: 'checking' | 'savings' | null | undefined
  /** Paid in cash or by cheque. */
  paidOtherwise?: boolean | undefined
}

/**
 * Reads an account: an IBAN, or an ABA routing number with an account number, or neither because the person is paid
 * otherwise. Answers with what is wrong with it, which names the person.
 */
export function readAccount(words: AccountWords, name: string): { account: BankAccount } | { fault: Reason } {
  const written = (text: string | null | undefined) => compact(text ?? '') || null
  const [iban, bic, routing, number] = [words.iban, words.bic, words.routing, words.number].map(written)
  const account: BankAccount = {
    method: words.paidOtherwise ? 'other' : iban ? 'iban' : 'aba',
    holder: words.holder?.trim() || null,
    iban: iban ?? null,
    bic: bic ?? null,
    routing: routing ?? null,
    number: number ?? null,
    accountType: routing ? (words.accountType ?? 'checking') : null,
  }
  if (account.method === 'other') {
    const given = iban ?? routing ?? number
    return given ? { fault: { code: 'bank.otherwise_with_account', params: { name } } } : { account }
  }
  if (iban && (routing || number)) return { fault: { code: 'bank.two_accounts', params: { name } } }
  if (!iban && !routing && !number) return { fault: { code: 'bank.account_empty', params: { name } } }
  const fault = accountFault(account)
  return fault ? { fault: { code: fault.code, params: { ...fault.params, name } } } : { account }
}

/** The first thing that is wrong with an account itself, whatever it is used for. */
export function accountFault({ method, iban, bic, routing, number, holder }: BankAccount): Reason | null {
  const own = method === 'iban' ? ibanFault(iban ?? '') : (abaFault(routing ?? '') ?? accountNumberFault(number ?? ''))
  if (own) return own
  if (bic !== null && bicFault(bic)) return bicFault(bic)
  return holder !== null && bankText(holder, 70).lost.length > 0
    ? { code: 'bank.holder_unwritable', params: { found: holder } }
    : null
}
