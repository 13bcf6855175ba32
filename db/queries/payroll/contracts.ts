import type { LocalDate } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'
import { listed, ofPeople } from './of-people'

export type ContractRow = {
  id: number
  party_id: number
  from_on: LocalDate
  to_on: LocalDate | null
  base_minor: number | null
  structure_id: number | null
  schedule: string | null
}

const COLUMNS = 'id, party_id, from_on, to_on, base_minor, structure_id, schedule'

export function contractsOfParty(db: Db, partyId: number): ContractRow[] {
  const sql = `select ${COLUMNS} from contract where party_id = ? order by from_on`
  return statement(db, sql).all(partyId) as ContractRow[]
}

/** All contracts, or those of the parties named. */
export function allContracts(db: Db, partyIds?: readonly number[]): ContractRow[] {
  if (!partyIds) {
    return statement(db, `select ${COLUMNS} from contract order by party_id, from_on`).all() as ContractRow[]
  }
  const sql = `
    select ${COLUMNS} from contract
    where party_id in (select value from json_each(?)) order by party_id, from_on`
  return statement(db, sql).all(JSON.stringify(partyIds)) as ContractRow[]
}

/** `people` null: everybody's. */
export function contractsWithin(
  db: Db,
  startOn: LocalDate,
  endOn: LocalDate,
  people: readonly number[] | null = null,
): ContractRow[] {
  const sql = `
    select ${COLUMNS} from contract
    where from_on <= ? and (to_on is null or to_on >= ?) ${ofPeople(people)} order by party_id, from_on`
  return statement(db, sql).all(endOn, startOn, ...listed(people)) as ContractRow[]
}

export type ContractValues = Omit<ContractRow, 'id' | 'party_id'>

/** Bound by place, since imports insert tens of thousands (see `insertParty`). */
export function insertContract(db: Db, partyId: number, values: ContractValues, origin: string, now: number): number {
  const sql = `
    insert into contract (party_id, from_on, to_on, base_minor, structure_id, schedule, origin, created_at, changed_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const { from_on, to_on, base_minor, structure_id, schedule } = values
  return Number(
    statement(db, sql).run(partyId, from_on, to_on, base_minor, structure_id, schedule, origin, now, now)
      .lastInsertRowid,
  )
}

/** `origin` null: it keeps its own. */
export function updateContract(db: Db, id: number, values: ContractValues, origin: string | null, now: number): void {
  const sql = `
    update contract
    set from_on = @from_on, to_on = @to_on, base_minor = @base_minor, structure_id = @structure_id,
        schedule = @schedule, origin = coalesce(@origin, origin), changed_at = @now
    where id = @id`
  statement(db, sql).run({ ...values, id, origin, now })
}

export function deleteContract(db: Db, id: number): void {
  statement(db, 'delete from contract where id = ?').run(id)
}
