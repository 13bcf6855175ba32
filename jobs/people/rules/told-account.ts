import type { Change, Row } from '../../imports/kind'
import { type AccountWords, type BankAccount, readAccount } from '../../shared/bank-account'
import { textOf } from '../../shared/planning'
import type { Reason } from '../../values/problem'

/** An account as it is known, by whom. */
export type AccountOf = BankAccount & { partyId: number }

/** What a row tells of an account: nothing (null), what is to be set, or what is wrong with it. */
export type ToldAccount = { words: AccountWords; account: BankAccount } | { fault: Reason } | null

/**
 * Reads the account of a row. A row that names the account that is known already, or only its bank or holder, leaves what
 * it does not say; another account brings everything of its own.
 */
export function toldAccount(row: Row, known: BankAccount | null, name: string): ToldAccount {
  const told = {
    iban: textOf(row, 'iban'),
    bic: textOf(row, 'bic'),
    routing: textOf(row, 'bank_routing'),
    number: textOf(row, 'bank_account_number'),
    holder: textOf(row, 'account_holder'),
  }
  if (Object.values(told).every((one) => one === null)) return null
  const alone = readAccount(told, name)
  const isSame =
    'account' in alone &&
    known !== null &&
    known.iban === alone.account.iban &&
    known.routing === alone.account.routing &&
    known.number === alone.account.number
  const names = told.iban !== null || told.routing !== null || told.number !== null
  const words: AccountWords =
    known !== null && known.method !== 'other' && (isSame || !names)
      ? {
          iban: known.iban,
          routing: known.routing,
          number: known.number,
          accountType: known.accountType,
          bic: told.bic ?? known.bic,
          holder: told.holder ?? known.holder,
        }
      : told
  const read = readAccount(words, name)
  return 'fault' in read ? read : { words, account: read.account }
}

/** Before → after of what it changes. */
export function accountChanges(account: BankAccount, known: BankAccount | null): Change[] {
  const told = [
    ['iban', known?.iban, account.iban],
    ['bic', known?.bic, account.bic],
    ['bank_routing', known?.routing, account.routing],
    ['bank_account_number', known?.number, account.number],
    ['account_holder', known?.holder, account.holder],
  ] as const
  return told.flatMap(([field, before, after]) =>
    (before ?? null) === after ? [] : [{ field, before: before ?? null, after }],
  )
}
