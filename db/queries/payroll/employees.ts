import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'
import { listed, ofPeople } from './of-people'

/** Parties who are employees in these days and of whom no contract at all is known; `people` null: of everybody. */
export function employeesWithoutContract(
  db: Db,
  startOn: LocalDate,
  endOn: LocalDate,
  people: readonly number[] | null = null,
): number[] {
  const sql = `
    select r.party_id from party_role r
    where r.role = 'employee' and (r.from_on is null or r.from_on <= ?) and (r.to_on is null or r.to_on >= ?)
      and not exists (select 1 from contract c where c.party_id = r.party_id) ${ofPeople(people)}
    order by r.party_id`
  return statement(db, sql)
    .pluck()
    .all(endOn, startOn, ...listed(people)) as number[]
}
