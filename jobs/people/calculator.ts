import type { Db } from '../../db/open'
import {
  type CalculationRow,
  calculationRow,
  deleteFact,
  insertCalculation,
  setCalculationUndone,
  standingCalculation,
  wholeFact,
} from '../../db/queries/people/calculations'
import { employeeRow } from '../../db/queries/people/employees'
import { type SalaryFactWrite, upsertSalaryFact } from '../../db/queries/people/salary-facts'
import type { Write } from '../engine/write'
import { type MonthItem, monthItems, setMonthItems, type TrialSlip, trialSlip } from '../payroll'
import { recordAudit } from '../shared/audit'
import { canonicalJson } from '../values/json'
import { Problem } from '../values/problem'
import type { Month } from '../values/time'
import { departmentOf } from './departments'
import { type CalculationDays, type CalculationInputs, daysOf, itemsOf } from './rules/calculation'
import type { SalaryFact } from './rules/facts'
import { enqueueChartSync, putFact } from './salary-facts'

/** Gross and net of a month by the office's components and what was typed (guide 001's form). Nothing is written. */
export function calculate(db: Db, inputs: CalculationInputs): TrialSlip & CalculationDays {
  const { employeeId, month, baseMinor } = inputs
  if (employeeId !== null) needEmployee(db, employeeId)
  return { ...trialSlip(db, { partyId: employeeId, month, baseMinor, items: itemsOf(inputs) }), ...daysOf(inputs) }
}

function needEmployee(db: Db, id: number): void {
  if (!employeeRow(db, id)) throw new Problem('people.employee_not_found', { id }, { kind: 'not_found' })
}

/**
 * Saves a calculation as the employee's fact of source `form`, over the one that stood there, and has the month's charts
 * rebuilt; with `paid` its overtime, deductions and extras become one-off items of the month's pay run as well. Throws
 * `people.nobody_to_save_for`, and what keeps a payslip from being made.
 */
export function saveCalculation(write: Write, inputs: CalculationInputs, paid: boolean): number {
  const { employeeId: partyId, month } = inputs
  if (partyId === null) throw new Problem('people.nobody_to_save_for')
  const result = calculate(write.db, inputs)
  if (result.error) throw new Problem(result.error.code, result.error.params)
  const fact = factOf(write, partyId, inputs, result)
  const before = wholeFact(write.db, partyId, month, 'form')
  putFact(write, fact, null, write.actor)
  const items = paid ? monthItems(write.db, partyId, month, 'form') : null
  if (paid) setMonthItems(write, { partyId, month, source: 'form', items: itemsOf(inputs), origin: write.actor })
  const id = insertCalculation(write.db, {
    party_id: partyId,
    month,
    inputs: JSON.stringify(inputs),
    fact: canonicalJson(fact),
    before: before ? JSON.stringify(before) : null,
    items: items ? JSON.stringify(items) : null,
    saved_at: write.now,
    saved_by: write.actor,
  })
  audit(write, 'people.calculation_saved', { id, party_id: partyId, month }, { before: before ?? null, after: fact })
  changed(write, month)
  return id
}

function factOf(
  write: Write,
  partyId: number,
  inputs: CalculationInputs,
  { lines, currency, grossMinor, netMinor, presentHalves, absentHalves }: TrialSlip & CalculationDays,
): SalaryFact {
  const of = (code: string) => lines.find((line) => line.code === code)?.amountMinor ?? 0
  return {
    partyId,
    month: inputs.month,
    source: 'form',
    departmentId: departmentOf(write.db, partyId)?.id ?? null,
    currency,
    basicMinor: of('BASE'),
    grossMinor,
    netMinor,
    overtimeMinor: of('OVERTIME'),
    lateMinor: of('LATE'),
    tdsMinor: of('TDS'),
    advanceMinor: of('ADVANCE'),
    incentiveMinor: of('INCENTIVE'),
    overtimeHours: inputs.overtimeHours,
    lateMinutes: inputs.lateMinutes,
    advancesOpenMinor: null,
    statedNetMinor: null,
    presentHalves,
    absentHalves,
  }
}

/**
 * Takes a saved calculation back: the fact and the items it was saved over stand again. Throws
 * `people.calculation_not_found`, `people.calculation_undone`, and `people.calculation_followed` where a later one of the
 * same employee and month stands.
 */
export function undoCalculation(write: Write, id: number): void {
  const row = calculationRow(write.db, id)
  if (!row) throw new Problem('people.calculation_not_found', { id }, { kind: 'not_found' })
  if (row.undone_at !== null) throw new Problem('people.calculation_undone', {}, { kind: 'conflict' })
  const { party_id: partyId, month } = row
  const standing = standingCalculation(write.db, partyId, month)
  if (standing !== id) throw new Problem('people.calculation_followed', { id: standing ?? 0 }, { kind: 'conflict' })
  const before = restored(row)
  if (before) upsertSalaryFact(write.db, before)
  else deleteFact(write.db, partyId, month, 'form')
  const items = row.items === null ? null : (JSON.parse(row.items) as MonthItem[]) // as saveCalculation wrote them
  if (items) setMonthItems(write, { partyId, month: month as Month, source: 'form', items, origin: write.actor })
  setCalculationUndone(write.db, id, write.now, write.actor)
  audit(write, 'people.calculation_undone', row, { after: before })
  changed(write, month as Month)
}

const restored = ({ before }: CalculationRow): SalaryFactWrite | null =>
  before === null ? null : (JSON.parse(before) as SalaryFactWrite) // as saveCalculation wrote it

function changed(write: Write, month: Month): void {
  enqueueChartSync(write, month, 'form')
  write.emit({ type: 'employees_changed' })
}

type Saved = Pick<CalculationRow, 'id' | 'party_id' | 'month'>

function audit(write: Write, action: string, { id, party_id: partyId, month }: Saved, payload: object): void {
  recordAudit(write, {
    action,
    entity: `party:${partyId}`,
    payload: { calculation: id, month },
    personal: { partyId, payload },
  })
}
