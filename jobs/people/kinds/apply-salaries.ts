import type { Write } from '../../engine/write'
import { type AppliedBatch, type PlannedRow, partiesOf } from '../../imports/kind'
import { setBasePay, setEmployment, setMonthItems } from '../../payroll'
import { officeFacts } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { DepartmentMoves, departmentLookup } from '../departments'
import { decideSalary, type SalaryDeed } from '../rules/decide-salary'
import { monthOfYear } from '../rules/month'
import type { SalaryOptions } from '../rules/pay'
import { putFact } from '../salary-facts'
import { salarySnapshot } from './salary-snapshot'
import { savePerson } from './save-person'

/** Writes rows of a salary file: decided again on what is there now of those they were planned for, then carried out. */
export function applySalaries(
  write: Write,
  rows: PlannedRow[],
  options: SalaryOptions,
  batch: AppliedBatch,
): Map<number, string> {
  const month = monthOfYear(options.year, options.month)
  const office = officeFacts(write.db, write.now)
  const snapshot = salarySnapshot(write.db, month, partiesOf(rows))
  const told = new Set(snapshot.facts.map((fact) => fact.partyId))
  // A salary file knows people by their number; what it calls them renames nobody.
  const saving = { renames: false, departmentId: departmentLookup(write), moves: new DepartmentMoves() }
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideSalary(values, snapshot, options, office)
    if (!deed) throw new Problem('people.row_no_longer_fits', { row }, { kind: 'conflict' })
    const origin = `${batch.origin}/${row}`
    const { partyId, departmentId } = savePerson(write, deed.employee, { ...deed, phone: null }, origin, saving)
    saveContract(write, partyId, deed, origin)
    if (deed.fact && deed.factChanges) {
      putFact(write, { ...deed.fact, partyId, departmentId }, batch.id, origin)
      if (deed.items.length > 0 || told.has(partyId)) {
        setMonthItems(write, { partyId, month, source: 'excel', items: deed.items, origin })
      }
    }
    entities.set(row, `party:${partyId}`)
  }
  saving.moves.save(write)
  return entities
}

/**
 * The order matters: a base pay that begins before the contract does makes a stretch of its own, where a contract that is
 * drawn back first would change what is known of later months. An open contract of somebody new begins with its base pay.
 */
function saveContract(write: Write, partyId: number, deed: SalaryDeed, origin: string): void {
  const { from, to, fromBefore, datesChange, base } = deed.employment
  const reachesBack = base !== null && fromBefore !== null && base.from < fromBefore
  const beginsWithBase = base !== null && fromBefore === null && to === null
  const pay = () => {
    const refused = base && setBasePay(write, { partyId, ...base, origin })
    if (refused) throw new Problem(refused.code, refused.params, { kind: 'conflict' })
  }
  if (reachesBack) pay()
  if (datesChange && !beginsWithBase) setEmployment(write, { partyId, from, to, origin })
  if (!reachesBack) pay()
}
