import type { Db } from '../../../db/open'
import { nextMonthsOfSource } from '../../../db/queries/people/salary-facts'
import { contractsOf } from '../../payroll'
import type { Month } from '../../values/time'
import { knownEmployees } from '../known-employees'
import type { SalarySnapshot } from '../rules/decide-salary'
import { factsOf } from '../salary-facts'

/** What the rows of a month's salary file are compared with, as it stands now: of everybody, or of the parties named. */
export const salarySnapshot = (db: Db, month: Month, partyIds?: readonly number[]): SalarySnapshot => ({
  employees: knownEmployees(db, partyIds),
  contracts: contractsOf(db, partyIds),
  facts: factsOf(db, month, 'excel', partyIds),
  later: nextMonthsOfSource(db, month, 'excel', partyIds).map((row) => ({
    partyId: row.party_id,
    month: row.month as Month,
  })),
})
