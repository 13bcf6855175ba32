import type { Db } from '../../open'
import { statement } from '../../statement'

/** A slip on its way in. */
export type NewSlip = {
  partyId: number
  status: 'ok' | 'error'
  reason: string | null
  totalDays: number
  employedDays: number
  paidHalfDays: number
  baseMinor: number | null
  grossMinor: number
  deductionsMinor: number
  employerMinor: number
  netMinor: number
  /** The earnings less the deductions that are marked taxable. */
  taxableMinor: number
  /** code, kind, quantity, rate, base, amount of each line, one after another. */
  lines: (string | number | null)[]
  /** kind, code, loan (else 0) and amount of what the slip does to balances, one after another. */
  entries: (string | number)[]
}

/** Values of one line in `NewSlip.lines`. */
export const LINE_WIDTH = 6
/** Rows a statement: 20 to 50 at once take half the time of one by one (100,000 lines: 190 ms instead of 350). */
const LINES_AT_ONCE = 40
const insertLines = (rows: number) =>
  `insert into slip_line (slip_id, position, code, kind, quantity, rate, base_minor, amount_minor) values ${Array(rows)
    .fill('(?, ?, ?, ?, ?, ?, ?, ?)')
    .join(', ')}`
const INSERT_MANY = insertLines(LINES_AT_ONCE)
const INSERT_ONE = insertLines(1)
const ENTRY_WIDTH = 4
const INSERT_ENTRY = 'insert into slip_entry (slip_id, kind, code, ref_id, amount_minor) values (?, ?, ?, ?, ?)'

const INSERT_SLIP = `
  insert into slip (run_id, party_id, state, status, reason, total_days, employed_days, paid_half_days, base_minor,
                    gross_minor, deductions_minor, employer_minor, net_minor, taxable_minor)
  values (?, ?, 'staged', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

export function stageSlips(db: Db, runId: number, slips: readonly NewSlip[]): void {
  const slip = statement(db, INSERT_SLIP)
  const many = statement(db, INSERT_MANY)
  let waiting: (string | number | bigint | null)[] = []
  for (const one of slips) {
    const { lastInsertRowid: id } = slip.run(
      runId,
      one.partyId,
      one.status,
      one.reason,
      one.totalDays,
      one.employedDays,
      one.paidHalfDays,
      one.baseMinor,
      one.grossMinor,
      one.deductionsMinor,
      one.employerMinor,
      one.netMinor,
      one.taxableMinor,
    )
    const { lines, entries } = one
    for (let at = 0; at < entries.length; at += ENTRY_WIDTH) {
      statement(db, INSERT_ENTRY).run(id, ...entries.slice(at, at + ENTRY_WIDTH))
    }
    for (let at = 0, position = 0; at < lines.length; at += LINE_WIDTH, position++) {
      waiting.push(id, position)
      for (let k = 0; k < LINE_WIDTH; k++) waiting.push(lines[at + k] ?? null)
      if (waiting.length === LINES_AT_ONCE * (LINE_WIDTH + 2)) {
        many.run(waiting)
        waiting = []
      }
    }
  }
  const single = statement(db, INSERT_ONE)
  for (let at = 0; at < waiting.length; at += LINE_WIDTH + 2) single.run(waiting.slice(at, at + LINE_WIDTH + 2))
}

/** Forgets what a computation of the run has staged. */
export function dropStaged(db: Db, runId: number): void {
  const staged = `select id from slip where run_id = ? and state = 'staged'`
  statement(db, `delete from slip_line where slip_id in (${staged})`).run(runId)
  statement(db, `delete from slip where run_id = ? and state = 'staged'`).run(runId)
}

export function countStaged(db: Db, runId: number): number {
  const sql = `select count(*) from slip where run_id = ? and state = 'staged'`
  return statement(db, sql).pluck().get(runId) as number
}

/** The staged slips take the place of the ones before. */
export function promoteStaged(db: Db, runId: number): void {
  const current = `select id from slip where run_id = ? and state = 'current'`
  statement(db, `delete from slip_line where slip_id in (${current})`).run(runId)
  statement(db, `delete from slip where run_id = ? and state = 'current'`).run(runId)
  statement(db, `update slip set state = 'current' where run_id = ? and state = 'staged'`).run(runId)
}

export type SlipRow = {
  id: number
  run_id: number
  party_id: number
  /** Of a slip that was asked for by its id; those of a run are current. */
  state?: 'current' | 'voided'
  status: 'ok' | 'error'
  reason: string | null
  total_days: number
  employed_days: number
  paid_half_days: number
  base_minor: number | null
  gross_minor: number
  deductions_minor: number
  employer_minor: number
  net_minor: number
  name: string
  email: string | null
  external_ref: string | null
}

/** All slips of a run with the employee they are for, by name. */
export function slipsOfRun(db: Db, runId: number, status?: 'ok' | 'error'): SlipRow[] {
  const sql = `
    select s.*, p.name, p.email, r.external_ref
    from current_slip s
    join party p on p.id = s.party_id
    left join party_role r on r.party_id = s.party_id and r.role = 'employee'
    where s.run_id = ? and (? is null or s.status = ?)
    order by p.name collate nocase, s.party_id`
  return statement(db, sql).all(runId, status ?? null, status ?? null) as SlipRow[]
}

export type SlipLineRow = {
  slip_id: number
  position: number
  code: string
  kind: 'earning' | 'deduction' | 'employer' | 'information'
  quantity: string | null
  rate: number | null
  base_minor: number | null
  amount_minor: number
  for_period_id: number | null
}

/** All lines of a run, by slip and position. */
export function linesOfRun(db: Db, runId: number): SlipLineRow[] {
  const sql = `
    select l.slip_id, l.position, l.code, l.kind, l.quantity, l.rate, l.base_minor, l.amount_minor, l.for_period_id
    from current_slip s
    join slip_line l on l.slip_id = s.id
    where s.run_id = ?
    order by l.slip_id, l.position`
  return statement(db, sql).all(runId) as SlipLineRow[]
}

/** Who has a current slip in a run, right or not. */
export const partiesOfRun = (db: Db, runId: number): number[] =>
  statement(db, 'select party_id from current_slip where run_id = ?').pluck().all(runId) as number[]
