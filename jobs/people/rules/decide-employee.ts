import type { Change, Row, RowPlan } from '../../imports/kind'
import type { AccountWords } from '../../shared/bank-account'
import { dateOf, finding, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import type { Reason } from '../../values/problem'
import type { LocalDate } from '../../values/time'
import type { KnownContract } from './employment'
import { type Identity, identify, identityOf } from './identity'
import { indexOf, type KnownEmployee } from './matching'
import { type AccountOf, accountChanges, toldAccount } from './told-account'

export type EmployeeSnapshot = { employees: KnownEmployee[]; contracts: KnownContract[]; accounts: AccountOf[] }

/** What a good row does. Null fields are left as they are. */
export type EmployeeDeed = {
  employee: KnownEmployee | null
  identity: Identity
  email: string | null
  phone: string | null
  hiredOn: LocalDate | null
  leftOn: LocalDate | null
  /** Employment to be set; null: the row says nothing about it, or nobody knows when it began. */
  employment: { from: LocalDate; to: LocalDate | null } | null
  /** Null: the row says nothing about it. */
  account: AccountWords | null
}

const starts = new WeakMap<KnownContract[], Map<number, LocalDate>>()

/** When the first contract of each person begins. */
function contractStarts(contracts: KnownContract[]): Map<number, LocalDate> {
  let made = starts.get(contracts)
  if (!made) {
    made = new Map()
    for (const { partyId, from } of contracts) {
      const known = made.get(partyId)
      if (known === undefined || from < known) made.set(partyId, from)
    }
    starts.set(contracts, made)
  }
  return made
}

const byParty = new WeakMap<AccountOf[], Map<number, AccountOf>>()

function accountsOf(accounts: AccountOf[]): Map<number, AccountOf> {
  let made = byParty.get(accounts)
  if (!made) {
    made = new Map(accounts.map((one) => [one.partyId, one]))
    byParty.set(accounts, made)
  }
  return made
}

/** The finding stands in the column that is wrong. */
function accountFinding(row: Row, { code, params }: Reason) {
  const column = code.startsWith('bank.aba')
    ? 'bank_routing'
    : code.startsWith('bank.bic')
      ? 'bic'
      : code.startsWith('bank.holder')
        ? 'account_holder'
        : code.startsWith('bank.number')
          ? 'bank_account_number'
          : 'iban'
  return finding(column, textOf(row, column), code, params)
}

/**
 * Decides what one row of an employees file does. An empty cell and a column that is not there leave what is known, so
 * that a file of numbers and addresses changes the addresses and nothing else.
 */
export function decideEmployee(row: Row, snapshot: EmployeeSnapshot): { plan: RowPlan; deed: EmployeeDeed | null } {
  const identity = identityOf(row)
  const who = identify(identity, indexOf(snapshot.employees))
  const employee = who.ok ? who.employee : null
  const hiredOn = dateOf(row, 'hire_date')
  const leftOn = dateOf(row, 'termination_date')
  const errors = who.ok ? [] : [who.error]
  const start = employee ? (contractStarts(snapshot.contracts).get(employee.partyId) ?? null) : null
  const from = hiredOn ?? employee?.from ?? start
  const to = leftOn ?? employee?.to ?? null
  if (from !== null && to !== null && to < from) {
    errors.push(finding('termination_date', to, 'people.left_before_hired', { hired: from, left: to }))
  }
  const account = accountsOf(snapshot.accounts).get(employee?.partyId ?? 0) ?? null
  const told = toldAccount(row, account, identity.name ?? employee?.name ?? '')
  if (told && 'fault' in told) errors.push(accountFinding(row, told.fault))
  const entity = employee ? `party:${employee.partyId}` : null
  if (errors.length > 0) {
    return { plan: { outcome: 'error', key: who.key, entity, changes: [], errors, warnings: [] }, deed: null }
  }
  const saysDates = hiredOn !== null || leftOn !== null
  const deed: EmployeeDeed = {
    employee,
    identity,
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    hiredOn,
    leftOn,
    employment: saysDates && from !== null ? { from, to } : null,
    account: told && 'words' in told ? told.words : null,
  }
  const changes = employee ? employeeChanges(deed, employee) : []
  if (employee && told && 'account' in told) changes.push(...accountChanges(told.account, account))
  const outcome = employee === null ? 'create' : changes.length > 0 ? 'update' : 'unchanged'
  return { plan: { outcome, key: who.key, entity, changes, errors, warnings: [] }, deed }
}

/** Before → after of what a row changes about somebody known. */
function employeeChanges(deed: EmployeeDeed, employee: KnownEmployee): Change[] {
  const { identity } = deed
  const changes: Change[] = []
  const changed = (field: string, before: string | null, after: string | null) => {
    if (after !== null && before !== after) changes.push({ field, before, after })
  }
  changed('employee_id', employee.ref, identity.ref)
  changed('name', employee.name, identity.name)
  changed('given_name', employee.givenName, identity.givenName)
  changed('family_name', employee.familyName, identity.familyName)
  if (fold(identity.department ?? '') !== fold(employee.department ?? '')) {
    changed('department', employee.department, identity.department)
  }
  changed('email', employee.email, deed.email)
  changed('phone', employee.phone, deed.phone)
  changed('hire_date', employee.from, deed.hiredOn)
  changed('termination_date', employee.to, deed.leftOn)
  return changes
}
