import type { Db } from '../../../db/open'
import { nextMonthsOfSource } from '../../../db/queries/people/salary-facts'
import { contractsOf } from '../../payroll'
import type { Month } from '../../values/time'
import { knownEmployees } from '../known-employees'
import type { SalarySnapshot } from '../rules/decide-salary'
import { factsOf } from '../salary-facts'

/** What the rows of a month's salary file are compared with, as it stands now. */
export const salarySnapshot = (db: Db, month: Month): SalarySnapshot => ({
  employees: knownEmployees(db),
  contracts: contractsOf(db),
  facts: factsOf(db, month, 'excel'),
  later: nextMonthsOfSource(db, month, 'excel').map((row) => ({ partyId: row.party_id, month: row.month as Month })),
})
