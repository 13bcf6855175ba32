import type { PlanRow } from '../../imports/kind'
import { decideEmployee, type EmployeeSnapshot } from '../rules/decide-employee'

/** Plans a row of an employees file; runs in the slot. */
const planEmployee: PlanRow<Record<string, never>, EmployeeSnapshot> = (row, snapshot) =>
  decideEmployee(row, snapshot).plan

export default planEmployee
