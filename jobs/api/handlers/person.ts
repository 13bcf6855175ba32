import * as rows from '../../../db/queries/people/person'
import { bankAccountOf, type KnownAccount } from '../../payroll'
import { readOrigin } from '../../payroll/origin'
import { employee } from '../../people'
import { officeFacts } from '../../shared/settings'
import { instant, toIso } from '../../values/time'
import type { personContract } from '../contract/person'
import type { HandlersOf } from '../office'
import { originView } from './origin-view'
import { employeeView } from './people'

const AUDIT_SHOWN = 100

export const personHandlers: HandlersOf<typeof personContract> = {
  'people.person': ({ db, clock }, { id }) => {
    const { currency, today } = officeFacts(db, clock.now())
    const slips = rows.slipsOfParty(db, id)
    return {
      employee: employeeView(employee(db, id, today), currency),
      roles: rows.rolesOfParty(db, id).map((row) => ({
        role: row.role,
        external_ref: row.external_ref,
        from: row.from_on,
        to: row.to_on,
      })),
      contracts: rows.contractHistory(db, id).map((row) => ({
        from: row.from_on,
        to: row.to_on,
        base_minor: row.base_minor,
        origin: originView(readOrigin(db, row.origin)),
        changed_at: toIso(instant(row.changed_at)),
      })),
      slips: slips.map(({ start_on, end_on, document, ...row }) => ({
        ...row,
        start_date: start_on,
        end_date: end_on,
        has_payslip: document === 1,
      })),
      facts: rows.factsOfParty(db, id).map(({ origin, present_halves, absent_halves, ...row }) => ({
        ...row,
        present_days: daysOf(present_halves),
        absent_days: daysOf(absent_halves),
        origin: originView(readOrigin(db, origin)),
        slip: row.source === 'payroll' ? paidSlip(slips, row.month) : null,
      })),
      audit: rows.auditOfParty(db, id, AUDIT_SHOWN).map((row) => ({
        seq: row.seq,
        at: toIso(instant(row.at)),
        actor: row.actor,
        action: row.action,
        fields: fieldsOf(row.payload),
      })),
      departments: rows.departmentNames(db),
      bank_account: accountView(bankAccountOf(db, id)),
    }
  },
}

const daysOf = (halves: number | null) => (halves === null ? null : halves / 2)

/** The payslip an approved run's figures come from; of several periods in a month the last. */
function paidSlip(slips: rows.PersonSlipRow[], month: string) {
  const isPaid = ({ run_status }: rows.PersonSlipRow) => run_status === 'approved' || run_status === 'paid'
  const slip = slips.find((one) => isPaid(one) && one.status === 'ok' && one.end_on.startsWith(month))
  return slip ? { period_id: slip.period_id, slip_id: slip.slip_id } : null
}

const accountView = (account: KnownAccount | null) =>
  account && {
    method: account.method,
    holder: account.holder,
    iban: account.iban,
    bic: account.bic,
    routing: account.routing,
    account_number: account.number,
    account_type: account.accountType,
    unconfirmed: account.isUnconfirmed,
  }

/** Which fields an entry names. */
function fieldsOf(payload: string): string[] {
  const read = JSON.parse(payload) as { fields?: unknown } // the chain holds canonical JSON objects
  return Array.isArray(read.fields) ? read.fields.map(String) : []
}
