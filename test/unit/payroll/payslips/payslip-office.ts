import path from 'node:path'
import type { Db } from '../../../../db/open'
import { createFileStore, type FileStore } from '../../../../jobs/engine/file-store'
import { payslips } from '../../../../jobs/payroll/payslips'
import { payslipRuns } from '../../../../jobs/payroll/payslips/runs'
import { createParty, giveRole } from '../../../../jobs/shared/parties'
import { type MailOffice, mailOffice } from '../../../support/mail-office'

export type Person = { name: string; email: string | null; ref?: string; net?: number }
export type PayslipOffice = MailOffice & {
  readFile(sha256: string): Promise<Buffer>
  storeFile: FileStore['put']
}

/** An office with the mail and payslip tasks, run by a real engine. */
export async function payslipOffice(): Promise<PayslipOffice> {
  const office = await mailOffice({}, { tasks: payslips.tasks, runs: payslipRuns })
  const files = createFileStore(path.dirname(office.db.name))
  return { ...office, readFile: files.read, storeFile: files.put }
}

/** An approved run of a month with a slip per person; answers with its id and the slips'. */
export function approvedRunOf(
  office: MailOffice,
  month: string,
  people: { partyId: number; net: number }[],
  status = 'approved',
): { runId: number; slipIds: number[] } {
  const insert = (sql: string, ...values: unknown[]) => Number(office.db.prepare(sql).run(...values).lastInsertRowid)
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const period = insert(
    `insert into period (period_type, start_on, end_on, status, description, automation_enabled, origin, created_at, changed_at)
     values ('monthly', ?, ?, 'active', ?, 0, 'test', 0, 0)`,
    `${month}-01`,
    `${month}-${last}`,
    `Month ${month}`,
  )
  const runId = insert(
    `insert into pay_run (period_id, no, kind, status, version, currency, approved_at, origin, created_at, changed_at)
     values (?, 1, 'regular', ?, 1, 'EUR', ?, 'test', 0, 0)`,
    period,
    status,
    Date.UTC(2026, 0, 2),
  )
  insert("insert into run_component values (?, 'BASE', 'Base pay', 'earning', 1, 1)", runId)
  const slipIds = people.map(({ partyId, net }) => {
    const slip = insert(
      `insert into slip (run_id, party_id, state, status, total_days, employed_days, paid_half_days, gross_minor,
         deductions_minor, employer_minor, net_minor)
       values (?, ?, 'current', 'ok', 31, 31, 62, ?, 0, 0, ?)`,
      runId,
      partyId,
      net,
      net,
    )
    insert("insert into slip_line values (?, 0, 'BASE', 'earning', '31', null, ?, ?, null)", slip, net, net)
    return slip
  })
  return { runId, slipIds }
}

export function hire(office: MailOffice, people: Person[]): Promise<{ partyId: number; net: number }[]> {
  return office.engine.write('user:1', (write) =>
    people.map(({ name, email, ref, net }, index) => {
      const partyId = createParty(write, { kind: 'person', name, email, origin: 'test' })
      giveRole(write, partyId, { role: 'employee', externalRef: ref ?? String(index + 1), origin: 'test' })
      return { partyId, net: net ?? 100_000 + index }
    }),
  )
}

export const documents = (db: Db) =>
  db.prepare('select type, series, year, number, entity, sha256 from document order by id').all() as {
    type: string
    series: string
    year: number
    number: number
    entity: string
    sha256: string
  }[]
