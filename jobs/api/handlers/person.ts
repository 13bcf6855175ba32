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
      slips: rows.slipsOfParty(db, id).map(({ start_on, end_on, document, ...row }) => ({
        ...row,
        start_date: start_on,
        end_date: end_on,
        has_payslip: document === 1,
      })),
      facts: rows.factsOfParty(db, id),
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
