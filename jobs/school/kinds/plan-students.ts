import type { PlanRow } from '../../imports/kind'
import type { YearOptions } from '../known'
import { decideStudent, type StudentSnapshot } from '../rules/students'

/** Plans a row of a students file; runs in the slot. */
const plan: PlanRow<YearOptions, StudentSnapshot> = (row, snapshot, _options, office) =>
  decideStudent(row, snapshot, office).plan

export default plan
