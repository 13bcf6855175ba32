import type { PlanRow } from '../../imports/kind'
import { decideMark, type MarkOptions, type MarkSnapshot } from '../rules/marks'

/** Plans a row of a marks file; runs in the slot. */
const plan: PlanRow<MarkOptions, MarkSnapshot> = (row, snapshot, options, office) =>
  decideMark(row, snapshot, options, office).plan

export default plan
