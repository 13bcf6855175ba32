import type { PlanRow } from '../../imports/kind'
import { decideRate, type RateSnapshot } from '../rules/tax-rates'

/** Plans a row of a file of tax rates; runs in the slot. */
const plan: PlanRow<Record<string, never>, RateSnapshot> = (row, snapshot) => decideRate(row, snapshot).plan

export default plan
