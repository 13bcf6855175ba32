import type { Db } from '../../db/open'
import { allComponents, type ComponentRow, structureComponents } from '../../db/queries/payroll/components'
import { type ContractRow, contractsWithin } from '../../db/queries/payroll/contracts'
import { employeesWithoutContract } from '../../db/queries/payroll/employees'
import { type MonthItemRow, monthItemsBetween } from '../../db/queries/payroll/month-items'
import { type PeriodRow, periodRow } from '../../db/queries/payroll/periods'
import { regularRun } from '../../db/queries/payroll/runs'
import { finallyPaid } from '../../db/queries/payroll/supplementary'
import type { TaskCall } from '../engine/define-task'
import { readSetting } from '../shared/settings'
import type { Currency } from '../values/money'
import { Problem, type Reason } from '../values/problem'
import { addDays, firstOfMonth, instant, lastOfMonth, type Month, monthOf } from '../values/time'
import { basisOf } from './basis'
import { digestOfFacts } from './facts-digest'
import { readPlanFacts } from './load-rules'
import { withTerms } from './load-terms'
import type { Band, Component, ComponentRounding, Kind, Method } from './rules/component'
import type { PeriodDates } from './rules/proration'
import { type Decision, decideRun } from './rules/run-decision'
import { type Employee, type PlanFacts, planSlips } from './rules/slip'
import { readStand, type Stand, yearCodes } from './stand'

export type RunArgs = { period_id: number; force?: boolean | undefined; due_at?: number | undefined }

/** Everything a pay run is computed from, in plain data; `basis`: what of it other runs had posted. */
export type RunInput = (RunFacts & { basis: string }) | { kind: 'skip'; reason: Reason } | { kind: 'missed' }

export type RunFacts = {
  kind: 'compute'
  period: PeriodDates
  currency: Currency
  components: Component[]
  rules: Required<PlanFacts>
  employees: Employee[]
}

/** Reads the input of a period's run. Throws where the run is refused (`payroll.period_not_active`, `payroll.not_due`, …). */
export function loadRun(db: Db, args: RunArgs, call: TaskCall): RunInput {
  const row = needPeriod(db, args.period_id)
  const decision = decide(db, row, args, call)
  if (decision.kind === 'refuse') throw new Problem(decision.reason.code, decision.reason.params, { kind: 'conflict' })
  if (decision.kind !== 'compute') return decision
  const { stand, ...facts } = readFacts(db, row)
  const employees = withoutFinallyPaid(db, row, facts.employees)
  const people = employees.map(({ partyId }) => partyId)
  const leftOut = facts.employees.filter((one) => !employees.includes(one)).map(({ partyId }) => partyId)
  return {
    ...facts,
    employees,
    basis: basisOf(
      db,
      { period_id: row.id, ask: null },
      { stands: [stand], people, leftOut, facts: digestOfFacts(facts) },
    ),
  }
}

/** With what of it approved runs had posted. */
export type PostedFacts = RunFacts & { stand: Stand }

/** `people` null: everybody. */
type Whose = { people?: readonly number[] | null; isOffCycle?: boolean }

/** Reads what slips of a period would be computed from today, whatever has been run or approved. */
export type ReadFacts = (db: Db, row: PeriodRow, whose?: Whose) => PostedFacts

export const readFacts: ReadFacts = (db, row, whose = {}) => readWith(db, row, whose, readStand)

/** The same without what runs have posted, most of the reading: enough for the digest, which leaves it out. */
export const readTypedFacts: ReadFacts = (db, row, whose = {}) =>
  readWith(db, row, whose, (_, { id: periodId }, codes, isOffCycle) => {
    return { periodId, codes, isOffCycle, balances: [], year: [] }
  })

function readWith(
  db: Db,
  row: PeriodRow,
  { people = null, isOffCycle = false }: Whose,
  read: typeof readStand,
): PostedFacts {
  const period = datesOf(row)
  const components = readComponents(db)
  const currency = readSetting(db, 'office').currency as Currency // checked by the setting's schema
  const rules = readPlanFacts(db, period, components)
  // A component that cannot be computed refuses the run before anything is staged.
  const plan = planSlips(components, period, currency, rules)
  const stand = read(db, row, [...yearCodes(plan)], isOffCycle)
  const employees = withTerms(db, row, readEmployees(db, period, people), stand)
  return { kind: 'compute', period, currency, components, rules, employees, stand }
}

/** Leavers who got their final pay are in no regular run any more, unless they are hired again. */
function withoutFinallyPaid(db: Db, row: PeriodRow, employees: Employee[]): Employee[] {
  const paid = finallyPaid(db, row.end_on)
  if (paid.size === 0) return employees
  return employees.filter(({ partyId, segments }) => {
    const periods = paid.get(partyId)
    return !periods || (!periods.includes(row.id) && segments.length > 0)
  })
}

/** Throws `payroll.period_not_found`. */
export function needPeriod(db: Db, id: number): PeriodRow {
  const row = periodRow(db, id)
  if (!row) throw new Problem('payroll.period_not_found', { id }, { kind: 'not_found' })
  return row
}

export const datesOf = (row: PeriodRow): PeriodDates => ({
  type: row.period_type,
  start: row.start_on,
  end: row.end_on,
})

export function decide(db: Db, row: PeriodRow, args: RunArgs, call: Pick<TaskCall, 'now' | 'zone'>): Decision {
  const run = regularRun(db, row.id)
  const state = {
    status: row.status,
    end: row.end_on,
    dueAt: row.automation_enabled ? row.due_at : null,
    handledDueAt: row.handled_due_at,
    isApproved: run !== undefined && (run.status === 'approved' || run.status === 'paid'),
  }
  const dueAt = args.due_at === undefined ? null : instant(args.due_at)
  return decideRun(state, { dueAt, force: args.force ?? false }, call.now, call.zone)
}

/** The active components as rules see them. */
export function readComponents(db: Db): Component[] {
  const members = structureComponents(db)
  return allComponents(db)
    .filter((row) => row.active === 1)
    .map((row) => toComponent(row, members))
}

const toComponent = (row: ComponentRow, members: { structure_id: number; component_id: number }[]): Component => ({
  code: row.code,
  name: row.name,
  kind: row.kind as Kind, // the table's check holds it to these words, and the method and rounding below
  method: row.method as Method,
  position: row.position,
  taxable: row.taxable === 1,
  prorate: row.prorate === 1,
  oneOff: row.one_off === 1,
  amountMinor: row.amount_minor,
  ratePpm: row.rate_ppm,
  base: JSON.parse(row.base) as string[],
  bands: row.bands === null ? null : (JSON.parse(row.bands) as Band[]),
  formula: row.formula,
  rateTable: row.rate_table,
  months: row.months === null ? null : (JSON.parse(row.months) as number[]),
  carryOver: row.carry_over === 1,
  capMinor: row.cap_minor,
  rounding: row.rounding as ComponentRounding,
  structureIds: row.applies_to_all
    ? null
    : members.filter((one) => one.component_id === row.id).map((one) => one.structure_id),
})

/**
 * Who is in the run: whoever has a contract of this schedule in the period, whoever is an employee then without any
 * contract, and whoever has items of its months though not employed in it (the last two become error slips).
 */
function readEmployees(db: Db, period: PeriodDates, people: readonly number[] | null): Employee[] {
  const employees = new Map<number, Employee>()
  const others = new Set<number>()
  const employee = (partyId: number): Employee => {
    let known = employees.get(partyId)
    if (!known) {
      known = { partyId, segments: [], items: [] }
      employees.set(partyId, known)
    }
    return known
  }
  for (const row of contractsWithin(db, period.start, period.end, people)) {
    if (row.schedule !== null && row.schedule !== period.type) others.add(row.party_id)
    else employee(row.party_id).segments.push(toPaidSegment(row))
  }
  for (const partyId of employeesWithoutContract(db, period.start, period.end, people)) employee(partyId)
  for (const row of itemsOf(db, period, people)) {
    if (employees.has(row.party_id) || !others.has(row.party_id)) employee(row.party_id).items.push(toItem(row))
  }
  return [...employees.values()].sort((a, b) => a.partyId - b.partyId)
}

const toPaidSegment = (row: ContractRow) => ({
  from: row.from_on,
  to: row.to_on,
  baseMinor: row.base_minor,
  structureId: row.structure_id,
})

export const toItem = (row: MonthItemRow) => ({
  month: row.month,
  source: row.source,
  code: row.code,
  amountMinor: row.amount_minor,
  quantity: row.quantity,
  rateMinor: row.rate_minor,
})

/** A month's items are paid in the period that holds the month's last day, so that no two periods of a type pay them. */
function itemsOf(db: Db, period: PeriodDates, people: readonly number[] | null): MonthItemRow[] {
  const first = monthOf(period.start)
  const ends = lastOfMonth(monthOf(period.end)) === period.end
  const last: Month = ends ? monthOf(period.end) : monthOf(addDays(firstOfMonth(monthOf(period.end)), -1))
  return last < first ? [] : monthItemsBetween(db, first, last, people)
}
