import type { PlanRow } from '../../imports/kind'
import type { YearOptions } from '../known'
import { decideTeacher, type TeacherSnapshot } from '../rules/staff-and-parents'

/** Plans a row of a teachers file; runs in the slot. */
const plan: PlanRow<YearOptions, TeacherSnapshot> = (row, snapshot) => decideTeacher(row, snapshot).plan

export default plan
