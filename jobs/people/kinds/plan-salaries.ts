import type { PlanRow } from '../../imports/kind'
import { decideSalary, type SalarySnapshot } from '../rules/decide-salary'
import type { SalaryOptions } from '../rules/pay'

/** Plans a row of a salary file; runs in the slot. */
const planSalary: PlanRow<SalaryOptions, SalarySnapshot> = (row, snapshot, options, office) =>
  decideSalary(row, snapshot, options, office).plan

export default planSalary
