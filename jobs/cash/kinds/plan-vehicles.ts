import type { PlanRow } from '../../imports/kind'
import { decideVehicle, type VehicleSnapshot } from '../rules/vehicles'

/** Plans a row of a vehicles file; runs in the slot. */
const plan: PlanRow<Record<string, never>, VehicleSnapshot> = (row, snapshot, _options, office) =>
  decideVehicle(row, snapshot, office).plan

export default plan
