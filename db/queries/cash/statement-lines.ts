import type { Db } from '../../open'
import { statement } from '../../statement'

export type StatementLineRow = {
  id: number
  account: string
  booked_on: string
  value_on: string | null
  amount_minor: number
  balance_minor: number | null
  reference: string | null
  counterparty: string | null
  counterparty_account: string | null
  description: string | null
  source_key: string
}

/** All lines, or those of the sources named. */
export const statementLineRows = (db: Db, sourceKeys?: readonly string[]): StatementLineRow[] => {
  const all = `
    select id, account, booked_on, value_on, amount_minor, balance_minor, reference, counterparty, counterparty_account,
           description, source_key
    from statement_line`
  const order = 'order by booked_on, id'
  if (!sourceKeys) return statement(db, `${all} ${order}`).all() as StatementLineRow[]
  const sql = `${all} where source_key in (select value from json_each(?)) ${order}`
  return statement(db, sql).all(JSON.stringify(sourceKeys)) as StatementLineRow[]
}

export type StatementLineWrite = Omit<StatementLineRow, 'id'> & { currency: string; origin: string }

/** What the bank says of a line is taken over; what it leaves out stays. */
export const putStatementLine = (db: Db, row: StatementLineWrite): number =>
  statement(
    db,
    `insert into statement_line (account, booked_on, value_on, amount_minor, balance_minor, currency, reference,
       counterparty, counterparty_account, description, source_key, origin)
     values (@account, @booked_on, @value_on, @amount_minor, @balance_minor, @currency, @reference,
       @counterparty, @counterparty_account, @description, @source_key, @origin)
     on conflict (source_key) do update
     set value_on = coalesce(excluded.value_on, value_on), balance_minor = coalesce(excluded.balance_minor, balance_minor),
         counterparty = coalesce(excluded.counterparty, counterparty),
         counterparty_account = coalesce(excluded.counterparty_account, counterparty_account),
         description = coalesce(excluded.description, description), origin = excluded.origin
     returning id`,
  )
    .pluck()
    .get(row) as number
