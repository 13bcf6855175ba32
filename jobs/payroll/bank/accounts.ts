import type { Db } from '../../../db/open'
import {
  type BankAccountRow,
  bankAccountRow,
  bankAccountRows,
  confirmBankAccount,
  deleteBankAccount,
  putBankAccount,
} from '../../../db/queries/payroll/bank'
import type { Write } from '../../engine/write'
import { recordAudit } from '../../shared/audit'
import { type AccountWords, type BankAccount, readAccount } from '../../shared/bank-account'
import type { Audited } from '../../shared/documents'
import { readParty } from '../../shared/parties'
import { readSetting } from '../../shared/settings'
import { maskedAccount } from '../../values/bank-account'
import { canonicalJson } from '../../values/json'
import { Problem } from '../../values/problem'

export type KnownAccount = BankAccount & { partyId: number; isUnconfirmed: boolean }

/** The accounts of everybody, or of the people named. */
export const knownAccounts = (db: Db, partyIds?: readonly number[]): KnownAccount[] =>
  bankAccountRows(db, partyIds).map((row) => ({
    ...accountOf(row),
    partyId: row.party_id,
    isUnconfirmed: isUnconfirmed(row),
  }))

export const isUnconfirmed = (row: BankAccountRow): boolean => row.replaced !== null && row.confirmed_at === null

export const accountOf = (row: BankAccountRow): BankAccount => ({
  method: row.method,
  holder: row.holder,
  iban: row.iban,
  bic: row.bic,
  routing: row.routing,
  number: row.number,
  accountType: row.account_type,
})

/** A person's account; null where none is known. */
export function bankAccountOf(db: Db, partyId: number): KnownAccount | null {
  const [known] = knownAccounts(db, [partyId])
  return known ?? null
}

/** What a changed account was and is, by the last four. */
export const changedAccountWords = (row: BankAccountRow): { before: string; after: string } => ({
  // written by `rowOf` as an account's canonical JSON
  before: row.replaced === null ? '' : shownAccount(JSON.parse(row.replaced) as BankAccount),
  after: shownAccount(accountOf(row)),
})

/** An account as lists show it: its last four; empty where the person is paid otherwise. */
const shownAccount = ({ method, iban, routing, number }: BankAccount): string =>
  method === 'other'
    ? ''
    : (iban ?? '') !== ''
      ? maskedAccount(iban ?? '')
      : `${routing ?? ''} ${maskedAccount(number ?? '')}`

/**
 * Sets where a person's net goes; null forgets it. An account that takes the place of another one waits until somebody
 * has confirmed it. Answers whether anything changed; throws what is wrong with the account, which names the person.
 */
export function setBankAccount(
  write: Write,
  { partyId, words, origin }: { partyId: number; words: AccountWords | null; origin: string },
  options: Audited = {},
): boolean {
  const { name } = readParty(write.db, partyId)
  const held = bankAccountRow(write.db, partyId)
  if (words === null) {
    if (!held) return false
    deleteBankAccount(write.db, partyId)
  } else {
    const read = readAccount(words, name)
    if ('fault' in read) throw new Problem(read.fault.code, read.fault.params)
    if (held && canonicalJson(accountOf(held)) === canonicalJson(read.account)) return false
    putBankAccount(write.db, rowOf(write, partyId, read.account, held, origin))
  }
  if (options.audit !== 'by_caller') {
    recordAudit(write, {
      action: 'payroll.bank_account_changed',
      entity: `party:${partyId}`,
      payload: { fields: ['bank_account'], origin },
      personal: { partyId, payload: { before: held ? accountOf(held) : null, after: words } },
    })
    write.emit({ type: 'employees_changed', id: partyId })
  }
  return true
}

function rowOf(
  write: Write,
  partyId: number,
  account: BankAccount,
  held: BankAccountRow | undefined,
  origin: string,
): BankAccountRow {
  // Of several changes in a row the account that was last known good stands beside the new one.
  const replaced = held ? (isUnconfirmed(held) ? held.replaced : canonicalJson(accountOf(held))) : null
  const { accountType, ...rest } = account
  return {
    party_id: partyId,
    ...rest,
    account_type: accountType,
    replaced: replaced === canonicalJson(account) ? null : replaced,
    confirmed_at: null,
    confirmed_by: null,
    origin,
    created_at: held?.created_at ?? write.now,
    changed_at: write.now,
  }
}

/**
 * Somebody has asked the people themselves: their changed accounts are right. Where the office wants two people for an
 * approval, who changed an account does not confirm it too (`bank.confirm_other_person`).
 */
export function confirmAccounts(write: Write, partyIds: readonly number[]): number {
  const twoPeople = readSetting(write.db, 'payroll').two_person_approval
  let confirmed = 0
  for (const partyId of partyIds) {
    const row = bankAccountRow(write.db, partyId)
    if (!row || !isUnconfirmed(row)) continue
    if (twoPeople && row.origin === write.actor) {
      throw new Problem('bank.confirm_other_person', { name: readParty(write.db, partyId).name }, { kind: 'forbidden' })
    }
    confirmBankAccount(write.db, partyId, write.actor, write.now)
    recordAudit(write, {
      action: 'payroll.bank_account_confirmed',
      entity: `party:${partyId}`,
      payload: { fields: ['bank_account'] },
    })
    confirmed++
  }
  if (confirmed > 0) write.emit({ type: 'employees_changed' })
  return confirmed
}
