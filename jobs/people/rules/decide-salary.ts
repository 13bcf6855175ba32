import type { Change, Finding, OfficeFacts, Row, RowPlan, Value } from '../../imports/kind'
import { dateOf, finding, textOf } from '../../shared/planning'
import { fold } from '../../values/fold'
import type { LocalDate, Month } from '../../values/time'
import { decideEmployment, type EmploymentDecision, type KnownContract } from './employment'
import { factDifferences, type SalaryFact } from './facts'
import { type Identity, identify, identityOf } from './identity'
import { indexOf, type KnownEmployee } from './matching'
import { monthOfYear } from './month'
import { grossOf, type MonthItem, monthItems, netOf, type Pay, payOf, type SalaryOptions } from './pay'
import { salaryErrors, salaryWarnings } from './salary-checks'

/** What the rows of a salary file are compared with. */
export type SalarySnapshot = {
  employees: KnownEmployee[]
  contracts: KnownContract[]
  /** What earlier salary files told about this month. */
  facts: SalaryFact[]
  /** The next later month they told, of each employee who has one. */
  later: { partyId: number; month: Month }[]
}

/** What a good row does. `apply` carries out exactly this. */
export type SalaryDeed = {
  employee: KnownEmployee | null
  identity: Identity
  email: string | null
  hiredOn: LocalDate | null
  leftOn: LocalDate | null
  employment: EmploymentDecision
  /** Null where the salary is missing: no fact is written and no items. The party is filled in when it is known. */
  fact: Omit<SalaryFact, 'partyId' | 'departmentId'> | null
  factChanges: boolean
  items: MonthItem[]
}

type Grouped = {
  contracts: Map<number, KnownContract[]>
  facts: Map<number, SalaryFact>
  later: Map<number, Month>
}
const groups = new WeakMap<SalarySnapshot, Grouped>()

function grouped(snapshot: SalarySnapshot): Grouped {
  let made = groups.get(snapshot)
  if (!made) {
    made = {
      contracts: new Map(),
      facts: new Map(snapshot.facts.map((fact) => [fact.partyId, fact])),
      later: new Map(snapshot.later.map(({ partyId, month }) => [partyId, month])),
    }
    for (const contract of snapshot.contracts) {
      const known = made.contracts.get(contract.partyId)
      if (known) known.push(contract)
      else made.contracts.set(contract.partyId, [contract])
    }
    groups.set(snapshot, made)
  }
  return made
}

/** Decides what one row of a salary file does. Pure; the same answer when it is checked and when it is applied. */
export function decideSalary(
  row: Row,
  snapshot: SalarySnapshot,
  options: SalaryOptions,
  office: OfficeFacts,
): { plan: RowPlan; deed: SalaryDeed | null } {
  const month = monthOfYear(options.year, options.month)
  const identity = identityOf(row)
  const who = identify(identity, indexOf(snapshot.employees))
  const pay = payOf(row, options)
  const errors = [...(who.ok ? [] : [who.error]), ...salaryErrors(row, pay, month, office.currency)]
  const employee = who.ok ? who.employee : null
  const hiredOn = dateOf(row, 'hire_date')
  const leftOn = dateOf(row, 'termination_date')
  const known = grouped(snapshot)
  const employment = decideEmployment({
    month,
    hiredOn,
    leftOn,
    baseMinor: pay.basicMinor === null ? null : Number(pay.basicMinor),
    knownFrom: employee?.from ?? null,
    knownTo: employee?.to ?? null,
    nextTold: employee ? (known.later.get(employee.partyId) ?? null) : null,
    contracts: employee ? (known.contracts.get(employee.partyId) ?? []) : [],
  })
  if (employment.to !== null && employment.to < employment.from) {
    errors.push(wrongOrder(employment.from, employment.to, hiredOn ?? employee?.from ?? null))
  }
  const key = who.key
  const entity = employee ? `party:${employee.partyId}` : null
  if (errors.length > 0) {
    return { plan: { outcome: 'error', key, entity, changes: [], errors, warnings: [] }, deed: null }
  }

  const before = employee ? (known.facts.get(employee.partyId) ?? null) : null
  const fact = pay.basicMinor === null ? null : factOf(pay, month, office)
  const deed: SalaryDeed = {
    employee,
    identity,
    email: textOf(row, 'email'),
    hiredOn,
    leftOn,
    employment,
    fact,
    factChanges: fact !== null && factDifferences(before, { ...fact, partyId: 0, departmentId: null }).length > 0,
    items: fact === null ? [] : monthItems(pay),
  }
  const warnings = [...salaryWarnings(pay, month, office.currency), ...employmentWarnings(deed, month)]
  const changes = employee ? salaryChanges(deed, employee, before) : []
  const touched = changes.length > 0 || deed.factChanges || employment.datesChange || employment.base !== null
  const outcome = employee === null ? 'create' : touched ? 'update' : 'unchanged'
  return { plan: { outcome, key, entity, changes, errors, warnings }, deed }
}

function wrongOrder(from: LocalDate, to: LocalDate, hiredOn: LocalDate | null): Finding {
  return hiredOn === null
    ? finding('termination_date', to, 'people.hire_date_needed', { left: to, from })
    : finding('termination_date', to, 'people.left_before_hired', { hired: hiredOn, left: to })
}

function employmentWarnings(deed: SalaryDeed, month: Month): Finding[] {
  const { employment, employee, identity } = deed
  const warnings: Finding[] = []
  const params = { month, from: employment.from, to: employment.to ?? '–' }
  if (employment.baseLeft) warnings.push(finding('salary', null, 'people.salary_outside_employment', params))
  if (!employment.inMonth && deed.items.length > 0) {
    warnings.push(finding('name', identity.name, 'people.items_outside_employment', params))
  }
  if (employee && identity.name !== null && fold(identity.name) !== fold(employee.name)) {
    const names = { number: employee.ref ?? '–', known: employee.name, found: identity.name }
    warnings.push(finding('name', identity.name, 'people.name_differs', names))
  }
  return warnings
}

const SHOWN: [string, keyof SalaryFact][] = [
  ['salary', 'basicMinor'],
  ['ot', 'overtimeHours'],
  ['overtime', 'overtimeMinor'],
  ['late', 'lateMinutes'],
  ['lateness', 'lateMinor'],
  ['tds', 'tdsMinor'],
  ['advance', 'advanceMinor'],
  ['incentive', 'incentiveMinor'],
  ['total_old_adv', 'advancesOpenMinor'],
  ['nett_payable', 'statedNetMinor'],
  ['days', 'presentHalves'],
  ['absent', 'absentHalves'],
]

/** Before → after of everything a row changes about somebody known. Amounts in minor units, days as told. */
export function salaryChanges(deed: SalaryDeed, employee: KnownEmployee, before: SalaryFact | null): Change[] {
  const changes: Change[] = []
  const changed = (field: string, was: Value, is: Value) => {
    if (is !== null && was !== is) changes.push({ field, before: was, after: is })
  }
  const { identity, employment } = deed
  changed('employee_id', employee.ref, identity.ref)
  if (identity.department !== null && fold(identity.department) !== fold(employee.department ?? '')) {
    changed('department', employee.department, identity.department)
  }
  changed('email', employee.email, deed.email)
  changed('hire_date', employee.from, deed.hiredOn)
  changed('termination_date', employee.to, deed.leftOn)
  if (employment.datesChange && employment.fromBefore !== employment.from) {
    changed('employed_from', employment.fromBefore, employment.from)
  }
  if (employment.base?.baseMinor != null) {
    changed('base', minorOrNull(employment.baseBefore), BigInt(employment.base.baseMinor))
  }
  if (deed.fact && deed.factChanges) {
    for (const [field, figure] of SHOWN) {
      const figures: Partial<SalaryFact> = deed.fact
      const [was, is] = [before?.[figure] ?? null, figures[figure] ?? null]
      // Compared with no fact at all, a zero is nothing to tell.
      if (was !== is && !(before === null && is === 0)) {
        changes.push({ field, before: shownFigure(figure, was), after: shownFigure(figure, is) })
      }
    }
  }
  return changes
}

const minorOrNull = (minor: number | null): bigint | null => (minor === null ? null : BigInt(minor))

function shownFigure(figure: keyof SalaryFact, value: string | number | null): Value {
  if (typeof value !== 'number') return value
  return figure.endsWith('Halves') ? String(value / 2) : BigInt(value)
}

function factOf(pay: Pay, month: Month, office: OfficeFacts): Omit<SalaryFact, 'partyId' | 'departmentId'> {
  return {
    month,
    source: 'excel',
    currency: office.currency,
    basicMinor: Number(pay.basicMinor ?? 0n),
    grossMinor: Number(grossOf(pay)),
    netMinor: Number(netOf(pay)),
    overtimeMinor: Number(pay.overtimeMinor),
    lateMinor: Number(pay.lateMinor),
    tdsMinor: Number(pay.tdsMinor),
    advanceMinor: Number(pay.advanceMinor),
    incentiveMinor: Number(pay.incentiveMinor),
    overtimeHours: pay.overtimeHours,
    lateMinutes: pay.lateMinutes,
    advancesOpenMinor: pay.advancesOpenMinor === null ? null : Number(pay.advancesOpenMinor),
    statedNetMinor: pay.statedNetMinor === null ? null : Number(pay.statedNetMinor),
    presentHalves: pay.presentHalves,
    absentHalves: pay.absentHalves,
  }
}
