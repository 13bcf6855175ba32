import type { z } from 'zod'
import type { ChartRow } from '../../../db/queries/people/charts'
import {
  addEmployee,
  changeEmployee,
  chartMonths,
  chartsOfMonth,
  type Employee,
  type EmployeePatch,
  employee,
  enqueueChartSync,
  listEmployees,
} from '../../people'
import type { AccountWords } from '../../shared/bank-account'
import { officeFacts } from '../../shared/settings'
import { toIso } from '../../values/time'
import type { EmployeeView, peopleContract } from '../contract/people'
import type { HandlersOf, Office } from '../office'

type View = z.output<typeof EmployeeView>
type AddInput = z.output<(typeof peopleContract)['people.add_employee']['input']>

export const peopleHandlers: HandlersOf<typeof peopleContract> = {
  'people.list_employees': (office, { q, cursor, limit }) => {
    const { currency, today } = factsOf(office)
    const page = listEmployees(office.db, { text: q, cursor: cursor ?? null, limit }, today)
    return { items: page.items.map((one) => employeeView(one, currency)), next: page.next }
  },
  'people.get_employee': (office, { id }) => one(office, id),
  'people.add_employee': async (office, input, { actor }) => {
    const id = await office.engine.write(actor, (write) => addEmployee(write, patchOf(input)))
    return one(office, id)
  },
  'people.change_employee': async (office, { id, ...input }, { actor }) => {
    await office.engine.write(actor, (write) => changeEmployee(write, id, patchOf(input)))
    return one(office, id)
  },
  'people.charts': async (office, { month }, { actor }) => {
    const charts = chartsOfMonth(office.db, month)
    const rebuilds = charts.state === 'stale' || charts.state === 'missing'
    const task = rebuilds ? await office.engine.write(actor, (write) => enqueueChartSync(write, month, 'form')) : null
    return {
      month,
      state: charts.state,
      refreshed_at: charts.refreshedAt === null ? null : toIso(charts.refreshedAt),
      task_id: task ? String(task.taskId) : null,
      totals: charts.totals.map(figures),
      departments: charts.departments.map((row) => ({
        department_id: row.department_id,
        department: row.department,
        ...figures(row),
      })),
      months: chartMonths(office.db),
    }
  },
}

const factsOf = (office: Office) => officeFacts(office.db, office.clock.now())

function one(office: Office, id: number): View {
  const { currency, today } = factsOf(office)
  return employeeView(employee(office.db, id, today), currency)
}

export const employeeView = (one: Employee, currency: string): View => ({
  id: one.id,
  external_ref: one.externalRef,
  name: one.name,
  given_name: one.givenName,
  family_name: one.familyName,
  email: one.email,
  phone: one.phone,
  department: one.department?.name ?? null,
  department_id: one.department?.id ?? null,
  language: one.language,
  hire_date: one.hireDate,
  termination_date: one.terminationDate,
  base_minor: one.baseMinor,
  base_from: one.baseFrom,
  currency,
})

/** The outside's names to the inside's; what is missing stays missing, which is not null. */
function patchOf(input: AddInput): EmployeePatch {
  const patch: EmployeePatch = {}
  if (input.name !== undefined) patch.name = input.name
  if (input.given_name !== undefined) patch.givenName = input.given_name
  if (input.family_name !== undefined) patch.familyName = input.family_name
  if (input.external_ref !== undefined) patch.externalRef = input.external_ref
  if (input.email !== undefined) patch.email = input.email
  if (input.phone !== undefined) patch.phone = input.phone
  if (input.department !== undefined) patch.department = input.department
  if (input.hire_date !== undefined) patch.hireDate = input.hire_date
  if (input.termination_date !== undefined) patch.terminationDate = input.termination_date
  if (input.base_minor !== undefined) patch.baseMinor = input.base_minor
  if (input.from !== undefined) patch.from = input.from
  if (input.language !== undefined) patch.language = input.language
  if (input.bank_account !== undefined) patch.bankAccount = input.bank_account && accountWords(input.bank_account)
  return patch
}

const accountWords = (input: NonNullable<AddInput['bank_account']>): AccountWords => ({
  holder: input.holder,
  iban: input.iban,
  bic: input.bic,
  routing: input.routing,
  number: input.account_number,
  accountType: input.account_type,
  paidOtherwise: input.paid_otherwise === true,
})

export const figures = (row: ChartRow) => ({
  currency: row.currency,
  headcount: row.headcount,
  basic_minor: row.basic_minor,
  gross_minor: row.gross_minor,
  net_minor: row.net_minor,
  overtime_minor: row.overtime_minor,
  late_minor: row.late_minor,
  tds_minor: row.tds_minor,
  advance_minor: row.advance_minor,
  incentive_minor: row.incentive_minor,
  average_gross_minor: row.average_gross_minor,
  median_gross_minor: row.median_gross_minor,
  present_days: row.present_halves / 2,
  working_days: row.working_halves / 2,
  attendance_ppm: row.attendance_ppm,
})
