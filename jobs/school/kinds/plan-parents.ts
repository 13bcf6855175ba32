import type { PlanRow } from '../../imports/kind'
import type { YearOptions } from '../known'
import { decideParent, type ParentSnapshot } from '../rules/staff-and-parents'

/** Plans a row of a parents file; runs in the slot. */
const plan: PlanRow<YearOptions, ParentSnapshot> = (row, snapshot) => decideParent(row, snapshot).plan

export default plan
