import type { Db } from '../../open'
import { statement } from '../../statement'
import { OUTCOME, ROW_COLUMNS, type RowOutcome, type StoredRow } from './rows'

export type Severity = 'error' | 'warning'

/** What a row stands under: the first thing that is said about it. `field` is null where it is about the whole row. */
export type CauseKey = { severity: Severity; code: string; field: string | null }

export type CauseRow = CauseKey & { rows: number; first: number; last: number; values_n: number }

/** Which rows: of an outcome, of a severity, of one cause; or all. */
export type RowFilter = { outcome?: RowOutcome; severity?: Severity; code?: string; field?: string | null }

export const LISTS = { error: 'errors', warning: 'warnings' } as const

/** Rows by the first thing that is said about them: a row counts once, so that the causes add up to the rows. */
export function causesOf(db: Db, batchId: number, severity: Severity): CauseRow[] {
  const list = LISTS[severity]
  const rows = statement(
    db,
    `select json_extract(${list}, '$[0].reason.code') as code, json_extract(${list}, '$[0].column') as field,
            count(*) as rows, min(n) as first, max(n) as last,
            count(distinct coalesce(json_extract(${list}, '$[0].found'), '')) as values_n
     from import_row where batch_id = ? and ${list} is not null
     group by 1, 2 order by rows desc, first`,
  ).all(batchId) as Omit<CauseRow, 'severity'>[]
  return rows.map((row) => ({ severity, ...row }))
}

/** What stands in the cells of a cause and how often, the most frequent first; empty cells are ''. */
export function valuesOfCause(db: Db, batchId: number, cause: CauseKey, limit: number) {
  const list = LISTS[cause.severity]
  return statement(
    db,
    `select coalesce(json_extract(${list}, '$[0].found'), '') as value, count(*) as rows
     from import_row where batch_id = @batchId and ${whereOf(cause)}
     group by 1 order by rows desc, value limit @limit`,
  ).all({ batchId, code: cause.code, field: cause.field, limit }) as { value: string; rows: number }[]
}

/** What the rows of a cause name and how often, the most frequent first; a name is one however it is written. */
export function namesOfCause(db: Db, batchId: number, cause: CauseKey, limit: number) {
  const name = `json_extract(${LISTS[cause.severity]}, '$[0].reason.params.name')`
  return statement(
    db,
    `select min(${name}) as value, count(*) as rows
     from import_row where batch_id = @batchId and ${whereOf(cause)} and ${name} is not null
     group by lower(trim(${name})) order by rows desc, value limit @limit`,
  ).all({ batchId, code: cause.code, field: cause.field, limit }) as { value: string; rows: number }[]
}

/**
 * A page of the rows that fit, in the order of the file, after a row's number and past an offset. The offset is walked in
 * the index alone where no outcome or cause is asked for, so that a grid can jump anywhere in a million rows.
 */
export function rowsThatFit(
  db: Db,
  batchId: number,
  filter: RowFilter,
  page: { after: number; offset: number; limit: number },
): StoredRow[] {
  return statement(
    db,
    `select ${ROW_COLUMNS}
     from import_row r where rowid in (
       select rowid from import_row where batch_id = @batchId and n > @after and ${whereOf(filter)}
       order by n limit @limit offset @offset)
     order by n`,
  ).all({ batchId, ...namedOf(filter), ...page }) as StoredRow[]
}

/** The numbers of the rows that fit, in the order of the file. */
export const numbersThatFit = (
  db: Db,
  batchId: number,
  filter: RowFilter,
  { offset, limit }: { offset: number; limit: number },
): number[] =>
  statement(
    db,
    `select n from import_row where batch_id = @batchId and ${whereOf(filter)} order by n limit @limit offset @offset`,
  )
    .pluck()
    .all({ batchId, ...namedOf(filter), offset, limit }) as number[]

const namedOf = ({ outcome, severity, code, field = null }: RowFilter) => ({
  ...(outcome === undefined ? {} : { outcome }),
  ...(severity === undefined || code === undefined ? {} : { code, field }),
})

export function whereOf({ outcome, severity, code }: RowFilter): string {
  const list = severity && LISTS[severity]
  const parts = [
    outcome === undefined ? [] : [`${OUTCOME} = @outcome`],
    list === undefined ? [] : [`${list} is not null`],
    list === undefined || code === undefined
      ? []
      : [`json_extract(${list}, '$[0].reason.code') = @code`, `json_extract(${list}, '$[0].column') is @field`],
  ].flat()
  return parts.length === 0 ? 'true' : parts.join(' and ')
}
