import type { PlanRow } from '../../imports/kind'
import { type ClientSnapshot, decideClient } from '../rules/clients'

/** Plans a row of a file of clients; runs in the slot. */
const plan: PlanRow<Record<string, never>, ClientSnapshot> = (row, snapshot, _options, office) =>
  decideClient(row, snapshot, office).plan

export default plan
