import type { Write } from '../../engine/write'
import { type AppliedBatch, type PlannedRow, partiesOf } from '../../imports/kind'
import { contractsOf, knownAccounts, setBankAccount, setEmployment } from '../../payroll'
import { Problem } from '../../values/problem'
import { DepartmentMoves, departmentLookup } from '../departments'
import { knownEmployees } from '../known-employees'
import { decideEmployee } from '../rules/decide-employee'
import { savePerson } from './save-person'

/** Writes rows of an employees file: decided again on what is there now of those they were planned for, then carried out. */
export function applyEmployees(
  write: Write,
  rows: PlannedRow[],
  _options: Record<string, never>,
  batch: AppliedBatch,
): Map<number, string> {
  const known = partiesOf(rows)
  const snapshot = {
    employees: knownEmployees(write.db, known),
    contracts: contractsOf(write.db, known),
    accounts: knownAccounts(write.db, known),
  }
  const saving = { renames: true, departmentId: departmentLookup(write), moves: new DepartmentMoves() }
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideEmployee(values, snapshot)
    if (!deed) throw new Problem('people.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const { partyId } = savePerson(write, deed.employee, deed, origin, saving)
    if (deed.employment) setEmployment(write, { partyId, ...deed.employment, origin, isNew: deed.employee === null })
    if (deed.account) setBankAccount(write, { partyId, words: deed.account, origin }, { audit: 'by_caller' })
    entities.set(row, `party:${partyId}`)
  }
  saving.moves.save(write)
  return entities
}
