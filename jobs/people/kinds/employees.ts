import { z } from 'zod'
import type { ImportKind } from '../../imports/kind'
import { contractsOf, type KnownAccount, knownAccounts } from '../../payroll'
import { about } from '../../shared/import-subjects'
import { knownEmployees } from '../known-employees'
import { peoplePlanners } from '../planners'
import type { EmployeeSnapshot } from '../rules/decide-employee'
import { applyEmployees } from './apply-employees'
import { CONTACT_FIELDS, IDENTITY_FIELDS } from './fields'
import { inAllLanguages } from './labels'
import { PEOPLE_TABLES } from './undo-tables'

/** Who works here and how to reach them. A file changes only what it has columns for. */
export const employeesKind: ImportKind<Record<string, never>, EmployeeSnapshot> = {
  kind: 'employees',
  label: 'Employees',
  module: 'people',
  fields: inAllLanguages(about('employee', ...IDENTITY_FIELDS, ...CONTACT_FIELDS)),
  options: z.strictObject({}),
  snapshot: (db) => ({ employees: knownEmployees(db), contracts: contractsOf(db), accounts: knownAccounts(db) }),
  planner: peoplePlanners.employees,
  apply: applyEmployees,
  afterApply: (write) => write.emit({ type: 'employees_changed' }),
  undoTables: PEOPLE_TABLES,
  *content(db) {
    const accounts = new Map(knownAccounts(db).map((one) => [one.partyId, one]))
    for (const one of knownEmployees(db)) {
      yield {
        employee_id: one.ref,
        name: one.name,
        given_name: one.givenName,
        family_name: one.familyName,
        department: one.department,
        email: one.email,
        phone: one.phone,
        hire_date: one.from,
        termination_date: one.to,
        ...accountCells(accounts.get(one.partyId)),
      }
    }
  },
}

const accountCells = (account: KnownAccount | undefined) => ({
  iban: account?.iban ?? null,
  bic: account?.bic ?? null,
  bank_routing: account?.routing ?? null,
  bank_account_number: account?.number ?? null,
  account_holder: account?.holder ?? null,
})
