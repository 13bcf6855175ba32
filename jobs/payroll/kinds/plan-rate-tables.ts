import type { PlanRow } from '../../imports/kind'
import { decideRateRow, type RateTableSnapshot } from '../rules/rate-rows'

/** Plans a row of a file of rate tables; runs in the slot. */
const plan: PlanRow<Record<string, never>, RateTableSnapshot> = (row, snapshot) => decideRateRow(row, snapshot).plan

export default plan
