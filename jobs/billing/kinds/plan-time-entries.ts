import type { PlanRow } from '../../imports/kind'
import { decideEntry, type EntrySnapshot } from '../rules/time-entries'

/** Plans a row of a file of time entries; runs in the slot. */
const plan: PlanRow<Record<string, never>, EntrySnapshot> = (row, snapshot, _options, office) =>
  decideEntry(row, snapshot, office).plan

export default plan
