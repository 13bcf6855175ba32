import type { PlanRow } from '../../imports/kind'
import { decideLine, type LineOptions, type LineSnapshot } from '../rules/statement-lines'

/** Plans a row of a bank statement; runs in the slot. */
const plan: PlanRow<LineOptions, LineSnapshot> = (row, snapshot, options) => decideLine(row, snapshot, options).plan

export default plan
