import type { Db } from '../../open'
import { statement } from '../../statement'

export type BankAccountRow = {
  party_id: number
  method: 'iban' | 'aba' | 'other'
  holder: string | null
  iban: string | null
  bic: string | null
  routing: string | null
  number: string | null
  account_type: 'checking' | 'savings' | null
  replaced: string | null
  confirmed_at: number | null
  confirmed_by: string | null
  origin: string
  created_at: number
  changed_at: number
}

const COLUMNS = `party_id, method, holder, iban, bic, routing, number, account_type, replaced, confirmed_at, confirmed_by,
  origin, created_at, changed_at`

export const bankAccountRow = (db: Db, partyId: number): BankAccountRow | undefined =>
  statement(db, `select ${COLUMNS} from bank_account where party_id = ?`).get(partyId) as BankAccountRow | undefined

/** All accounts, or those of the people named. */
export function bankAccountRows(db: Db, partyIds?: readonly number[]): BankAccountRow[] {
  if (!partyIds) return statement(db, `select ${COLUMNS} from bank_account`).all() as BankAccountRow[]
  const sql = `select ${COLUMNS} from bank_account where party_id in (select value from json_each(?))`
  return statement(db, sql).all(JSON.stringify(partyIds)) as BankAccountRow[]
}

export function putBankAccount(db: Db, row: BankAccountRow): void {
  statement(
    db,
    `insert into bank_account (${COLUMNS})
     values (@party_id, @method, @holder, @iban, @bic, @routing, @number, @account_type, @replaced, @confirmed_at,
       @confirmed_by, @origin, @created_at, @changed_at)
     on conflict (party_id) do update set
       method = excluded.method, holder = excluded.holder, iban = excluded.iban, bic = excluded.bic,
       routing = excluded.routing, number = excluded.number, account_type = excluded.account_type,
       replaced = excluded.replaced, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by,
       origin = excluded.origin, changed_at = excluded.changed_at`,
  ).run(row)
}

export const deleteBankAccount = (db: Db, partyId: number): void =>
  void statement(db, 'delete from bank_account where party_id = ?').run(partyId)

export function confirmBankAccount(db: Db, partyId: number, actor: string, now: number): boolean {
  const sql = `update bank_account set confirmed_at = ?, confirmed_by = ?
    where party_id = ? and replaced is not null and confirmed_at is null`
  return statement(db, sql).run(now, actor, partyId).changes === 1
}

export type PayRow = {
  slip_id: number
  party_id: number
  name: string
  external_ref: string | null
  /** The net, less what had been paid already for the slip that this one replaces: below zero it is to be had back. */
  net_minor: number
  is_replacement: number
}

const TO_PAY = 's.net_minor - coalesce(r.paid_before_minor, 0)'

/** What a run's slips pay, by name: those of zero too, which no transfer is made for. */
export const payRows = (db: Db, runId: number): PayRow[] =>
  statement(
    db,
    `select s.id as slip_id, s.party_id, p.name, role.external_ref, ${TO_PAY} as net_minor,
       r.new_slip_id is not null as is_replacement
     from current_slip s
     join party p on p.id = s.party_id
     left join party_role role on role.party_id = s.party_id and role.role = 'employee'
     left join slip_replacement r on r.new_slip_id = s.id
     where s.run_id = ? and s.status = 'ok'
     order by p.name collate nocase, s.party_id`,
  ).all(runId) as PayRow[]

/** Σ of the nets above zero of those whose net goes to a bank: what a file's control sum must come to. */
export const netToBank = (db: Db, runId: number): number =>
  statement(
    db,
    `select coalesce(sum(${TO_PAY}), 0) from current_slip s
     left join bank_account a on a.party_id = s.party_id
     left join slip_replacement r on r.new_slip_id = s.id
     where s.run_id = ? and s.status = 'ok' and ${TO_PAY} > 0 and coalesce(a.method, '') <> 'other'`,
  )
    .pluck()
    .get(runId) as number

export type ChangedAccountRow = BankAccountRow & { name: string; external_ref: string | null }

/** The people of a run whose account has been changed and not yet confirmed, or was changed since an instant. */
export const changedAccounts = (db: Db, runId: number, since: number): ChangedAccountRow[] =>
  statement(
    db,
    `select a.*, p.name, r.external_ref
     from current_slip s
     join bank_account a on a.party_id = s.party_id
     join party p on p.id = s.party_id
     left join party_role r on r.party_id = s.party_id and r.role = 'employee'
     where s.run_id = @runId and a.replaced is not null and (a.confirmed_at is null or a.changed_at > @since)
     order by a.confirmed_at is not null, p.name collate nocase`,
  ).all({ runId, since }) as ChangedAccountRow[]

export type BankFileRow = {
  id: number
  run_id: number
  no: number
  format: string
  reference: string
  payments: number
  control_minor: number
  currency: string
  pay_on: string
  sha256: string
  origin: string
  created_at: number
  /** When somebody said that it never went to the bank. */
  unsent_at: number | null
}

export const bankFileRows = (db: Db, runId: number): BankFileRow[] =>
  statement(db, 'select * from bank_file where run_id = ? order by no desc').all(runId) as BankFileRow[]

export const bankFileRow = (db: Db, id: number): (BankFileRow & { original_name: string }) | undefined =>
  statement(db, 'select b.*, f.original_name from bank_file b join file f on f.sha256 = b.sha256 where b.id = ?').get(
    id,
  ) as (BankFileRow & { original_name: string }) | undefined

export const bankFilesOf = (db: Db, runId: number): number =>
  statement(db, 'select count(*) from bank_file where run_id = ?').pluck().get(runId) as number

export const insertBankFile = (db: Db, row: Omit<BankFileRow, 'id' | 'unsent_at'>): number =>
  Number(
    statement(
      db,
      `insert into bank_file (run_id, no, format, reference, payments, control_minor, currency, pay_on, sha256, origin, created_at)
       values (@run_id, @no, @format, @reference, @payments, @control_minor, @currency, @pay_on, @sha256, @origin, @created_at)`,
    ).run(row).lastInsertRowid,
  )

export const setBankFileUnsent = (db: Db, id: number, unsentAt: number | null): void =>
  void statement(db, 'update bank_file set unsent_at = ? where id = ?').run(unsentAt, id)

/** The newest file of a run that may have gone to the bank. */
export const perhapsSentFile = (db: Db, runId: number): string | undefined =>
  statement(db, 'select reference from bank_file where run_id = ? and unsent_at is null order by no desc')
    .pluck()
    .get(runId) as string | undefined
