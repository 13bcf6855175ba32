import type { Month } from '../../../jobs/values/time'
import type { Db } from '../../open'
import { statement } from '../../statement'
import { listed, ofPeople } from './of-people'

export type MonthItemRow = {
  party_id: number
  month: Month
  source: string
  code: string
  amount_minor: number | null
  quantity: string | null
  rate_minor: number | null
}

const COLUMNS = 'party_id, month, source, code, amount_minor, quantity, rate_minor'

export function monthItemsOf(db: Db, partyId: number, month: Month, source: string): MonthItemRow[] {
  const sql = `select ${COLUMNS} from month_item where party_id = ? and month = ? and source = ? order by code`
  return statement(db, sql).all(partyId, month, source) as MonthItemRow[]
}

/** The items of the months from–to, both included; `people` null: everybody's. */
export function monthItemsBetween(
  db: Db,
  from: Month,
  to: Month,
  people: readonly number[] | null = null,
): MonthItemRow[] {
  const sql = `
    select ${COLUMNS} from month_item
    where month between ? and ? ${ofPeople(people)} order by party_id, month, source, code`
  return statement(db, sql).all(from, to, ...listed(people)) as MonthItemRow[]
}

/** A person's items from a month on. */
export function itemsFrom(db: Db, partyId: number, from: Month): MonthItemRow[] {
  const sql = `select ${COLUMNS} from month_item where party_id = ? and month >= ? order by month, source, code`
  return statement(db, sql).all(partyId, from) as MonthItemRow[]
}

export function deleteMonthItems(db: Db, partyId: number, month: Month, source: string): void {
  statement(db, 'delete from month_item where party_id = ? and month = ? and source = ?').run(partyId, month, source)
}

export function insertMonthItem(db: Db, item: MonthItemRow, origin: string): void {
  const sql = `
    insert into month_item (${COLUMNS}, origin)
    values (@party_id, @month, @source, @code, @amount_minor, @quantity, @rate_minor, @origin)`
  statement(db, sql).run({ ...item, origin })
}

/** A person's items, the newest month first. */
export function monthItemsOfParty(db: Db, partyId: number): MonthItemRow[] {
  const sql = `select ${COLUMNS} from month_item where party_id = ? order by month desc, code, source limit 200`
  return statement(db, sql).all(partyId) as MonthItemRow[]
}
