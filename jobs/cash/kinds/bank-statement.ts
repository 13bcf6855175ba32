import { z } from 'zod'
import type { Db } from '../../../db/open'
import { putStatementLine } from '../../../db/queries/cash/statement-lines'
import type { Write } from '../../engine/write'
import { type AppliedBatch, type ImportKind, keysOf, type PlannedRow, type Row } from '../../imports/kind'
import { about } from '../../shared/import-subjects'
import { officeFacts } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { lineSnapshot } from '../known'
import { cashPlanners } from '../planners'
import { decideLine, type LineOptions, type LineSnapshot } from '../rules/statement-lines'
import { STATEMENT_FIELDS } from './statement-fields'

/** What the bank booked, line by line. */
export const bankStatementKind: ImportKind<LineOptions, LineSnapshot> = {
  kind: 'bank_statement',
  label: 'Bank statement',
  module: 'cash',
  fields: about('transaction', ...STATEMENT_FIELDS),
  /** The office's account, where the file is of one and does not name it. */
  options: z.strictObject({ account: z.string().trim().min(1).max(50).optional() }),
  snapshot: (db) => lineSnapshot(db),
  planner: cashPlanners.bank_statement,
  known: () => ({ direction: ['debit', 'credit'] }),
  apply: applyLines,
  undoTables: [{ table: 'statement_line', key: ['id'], ownNumbers: true }],
  content,
}

function applyLines(write: Write, rows: PlannedRow[], options: LineOptions, batch: AppliedBatch) {
  const snapshot = lineSnapshot(write.db, keysOf(rows))
  const { currency } = officeFacts(write.db, write.now)
  const entities = new Map<number, string>()
  for (const { row, values } of rows) {
    const { deed } = decideLine(values, snapshot, options)
    if (!deed) throw new Problem('cash.row_no_longer_fits', { row }, { kind: 'conflict' })
    const id = putStatementLine(write.db, {
      account: deed.account,
      booked_on: deed.bookedOn,
      value_on: deed.valueOn,
      amount_minor: deed.amountMinor,
      balance_minor: deed.balanceMinor,
      currency,
      reference: deed.reference,
      counterparty: deed.counterparty,
      counterparty_account: deed.counterpartyAccount,
      description: deed.description,
      source_key: deed.sourceKey,
      origin: `${batch.origin}/${row}`,
    })
    entities.set(row, `statement_line:${id}`)
  }
  return entities
}

function* content(db: Db): Generator<Row> {
  for (const one of lineSnapshot(db).lines) {
    yield {
      booked_on: one.bookedOn,
      value_on: one.valueOn,
      amount: BigInt(one.amountMinor),
      balance: one.balanceMinor === null ? null : BigInt(one.balanceMinor),
      reference: one.reference,
      counterparty: one.counterparty,
      counterparty_account: one.counterpartyAccount,
      description: one.description,
      account: one.account === '' ? null : one.account,
    }
  }
}
