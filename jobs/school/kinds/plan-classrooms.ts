import type { PlanRow } from '../../imports/kind'
import type { YearOptions } from '../known'
import { type ClassroomSnapshot, decideClassroom } from '../rules/classrooms'

/** Plans a row of a classrooms file; runs in the slot. */
const plan: PlanRow<YearOptions, ClassroomSnapshot> = (row, snapshot, _options, office) =>
  decideClassroom(row, snapshot, office).plan

export default plan
