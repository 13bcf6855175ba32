import type { Db } from '../../db/open'
import { type CauseKey, type CauseRow, causesOf, type Severity, valuesOfCause } from '../../db/queries/imports/causes'
import { rowByNumber } from '../../db/queries/imports/rows'
import type { Params, Reason, Wording } from '../values/problem'
import type { FileFacts } from './checking/facts'
import { findingsFromJson } from './checking/stored-row'
import { readBatch } from './context'
import { kindHere } from './kind'
import { fieldCalled } from './mapping/added-columns'
import { importKind } from './registry'

type Word = (reason: Reason) => Wording

/** Of the values of a cause, how many are listed. */
const LISTED_VALUES = 100

/** Errors and warnings by cause: how many rows each has, its sentence, its one fix, and an example. */
export function causeViews(db: Db, importId: number, word: Word) {
  const batch = readBatch(db, importId)
  const facts: FileFacts | null = batch.reading === null ? null : JSON.parse(batch.reading)
  const { fields } = kindHere(db, importKind(batch.kind), JSON.parse(batch.options))
  const columnOf = (field: string | null) => facts?.columns.find((column) => column.field === field)?.name ?? null
  const labelOf = (field: string | null) => (field === null ? null : (fieldCalled(fields, field)?.label ?? null))
  const view = (cause: CauseRow) => {
    const first = firstFinding(db, importId, cause, cause.first)
    const last = firstFinding(db, importId, cause, cause.last)
    const words = word({ code: cause.code, params: commonParams(first?.reason.params, last?.reason.params) })
    return {
      severity: cause.severity,
      code: cause.code,
      field: cause.field,
      label: labelOf(cause.field),
      column: cause.field === null ? null : columnOf(cause.field),
      rows: cause.rows,
      values: cause.values_n,
      message: words.message,
      fix: words.fix,
      example: { row: cause.first, found: first?.found ?? null },
    }
  }
  return [...causesOf(db, importId, 'error'), ...causesOf(db, importId, 'warning')].map(view)
}

function firstFinding(db: Db, importId: number, { severity, code, field }: CauseRow, n: number) {
  const row = rowByNumber(db, importId, n)
  const list = findingsFromJson(severity === 'error' ? (row?.errors ?? null) : (row?.warnings ?? null))
  return list.find((one) => one.reason.code === code && one.column === field)
}

/** What differs from row to row is left open in the sentence of all. */
function commonParams(first: Params = {}, last: Params = {}): Params {
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [name, last[name] === value ? value : '…']))
}

/** What stands in the cells of a cause, the most frequent first. */
export function causeValues(db: Db, importId: number, cause: CauseKey) {
  readBatch(db, importId)
  return valuesOfCause(db, importId, cause, LISTED_VALUES)
}

export type { CauseKey, Severity }
