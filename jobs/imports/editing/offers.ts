import type { Db } from '../../../db/open'
import type { BatchRow } from '../../../db/queries/imports/batches'
import { type CauseKey, namesOfCause, valuesOfCause } from '../../../db/queries/imports/causes'
import { editsOfRow, rowByNumber } from '../../../db/queries/imports/rows'
import { causeCells, lastStep, rowsOfCause } from '../../../db/queries/imports/steps'
import type { Instant } from '../../values/time'
import { cellsFromJson, typedCell } from '../checking/cells'
import { checkRow, rowRules } from '../checking/check-row'
import { Edits } from '../checking/edits'
import type { FileFacts } from '../checking/facts'
import { problemsOf } from '../checking/replan-run'
import { planContext, readBatch } from '../context'
import type { FieldType } from '../kind'
import type { AnyPlanRow } from '../planners'
import { parseCell } from '../reading'
import {
  type BulkEdit,
  CELL_FIXES,
  type CellFix,
  type EditedColumn,
  type FixName,
  fixed,
  isNewName,
  type Paste,
} from './bulk-edit'
import { editedColumn } from './edit-cause'

/** One click for a cause: how many rows it changes and what becomes of their values, the most frequent first. */
export type FixOffer = {
  fix: FixName
  rows: number
  /** The cause has more values than were looked at. */
  more: boolean
  examples: { before: string; after: string | null; rows: number }[]
}

/** Different values that are looked at; a cause of more is one of free text, which no single fix mends. */
const MOST_VALUES = 2000
const SHOWN = 5
const SHOWN_NAMES = 50
/** Rows of a cause that are tried, so that a fix which mends none of them is not offered. */
const TRIED = 20

/** The fixes of a cause that make sense: what they are about fits, they change something, and rows tried are mended by them. */
export function fixesOf(db: Db, importId: number, cause: CauseKey, now: Instant, plan: AnyPlanRow): FixOffer[] {
  const batch = readBatch(db, importId)
  if (batch.reading === null) return []
  const facts: FileFacts = JSON.parse(batch.reading)
  const column = editedColumn({ db, now }, batch, facts, cause)
  const offers: FixOffer[] = []
  if (column.position !== null) {
    const values = valuesOfCause(db, importId, cause, MOST_VALUES)
    const isMended = trial(db, batch, facts, column, cause, now, plan)
    for (const fix of CELL_FIXES.filter((one) => fits(one, column, cause))) {
      const changed = values.flatMap(({ value, rows }) => {
        const after = fixed(fix, value, column)
        return after === null || after === value ? [] : [{ before: value, after, rows }]
      })
      if (changed.length === 0 || !isMended(fix)) continue
      offers.push({
        fix,
        rows: changed.reduce((sum, { rows }) => sum + rows, 0),
        more: values.length === MOST_VALUES,
        examples: changed.slice(0, SHOWN),
      })
    }
  }
  return [...createOffer(db, importId, cause, column), ...offers, ...rowOffers(db, importId, cause)]
}

/** What the rows name and the office does not have: each name once, however it is written. */
function createOffer(db: Db, importId: number, cause: CauseKey, { field, createAt }: EditedColumn): FixOffer[] {
  if (createAt === null || !field?.creates) return []
  const { creates } = field
  const names = namesOfCause(db, importId, cause, MOST_VALUES).filter(({ value }) => isNewName(value, creates))
  if (names.length === 0) return []
  const rows = names.reduce((sum, one) => sum + one.rows, 0)
  const examples = names.slice(0, SHOWN_NAMES).map(({ value, rows }) => ({ before: value, after: value, rows }))
  return [{ fix: 'create', rows, more: names.length > SHOWN_NAMES, examples }]
}

function rowOffers(db: Db, importId: number, cause: CauseKey): FixOffer[] {
  const all = rowsOfCause(db, importId, cause)
  const offer = (fix: FixName, rows = all, more = false): FixOffer => ({ fix, rows, more, examples: [] })
  if (cause.code === 'import.rows_contradict') {
    const cells = causeCells(db, importId, cause, -1, { after: 0, limit: MOST_VALUES })
    const beside = (which: 'first' | 'last') => cells.filter((row) => row[which] !== row.n).length
    const more = cells.length === MOST_VALUES
    return [offer('keep_first', beside('first'), more), offer('keep_last', beside('last'), more), offer('skip')]
  }
  if (IDENTICAL.has(cause.code)) return [offer('another'), offer('same'), offer('skip')]
  return cause.severity === 'error' ? [offer('skip')] : []
}

const IDENTICAL = new Set(['import.identical_rows', 'import.identical_known'])

const NUMBERS: ReadonlySet<FieldType> = new Set(['integer', 'decimal', 'money', 'percent'])

/** Whether a fix can mean anything for the cells of this cause. */
function fits(fix: CellFix, { field, known }: EditedColumn, { code, severity }: CauseKey): boolean {
  if (field === null) return false
  switch (fix) {
    case 'spelling':
      return field.type === 'email' || known.length > 0
    case 'day_first':
    case 'month_first':
      return field.type === 'date'
    case 'serial':
      return code === 'import.number_for_date'
    case 'point':
    case 'comma':
    case 'round':
      return NUMBERS.has(field.type)
    case 'zero':
      return code === 'import.dash_for_number'
    case 'unit':
      return code === 'import.not_a_number' && (field.type === 'integer' || field.type === 'decimal')
    case 'yes':
    case 'no':
      return known.includes('yes') && known.includes('no')
    case 'empty':
      return severity === 'error'
  }
}

/**
 * Tries a fix on the first rows of a cause: whether one of them is mended. Where rows are compared with one another a trial
 * would be remembered by the comparison: then the cell alone is tried.
 */
function trial(
  db: Db,
  batch: BatchRow,
  facts: FileFacts,
  column: EditedColumn,
  cause: CauseKey,
  now: Instant,
  plan: AnyPlanRow,
): (fix: CellFix) => boolean {
  const { kind, fields, options, office, snapshot } = planContext(db, batch, now)
  const rules = rowRules(facts.columns, fields, { plan, snapshot, options, office, file: batch.sha256, isSeen: false })
  const letters = facts.columns.map(({ letter }) => letter)
  const place = column.position ?? -1
  const rows = causeCells(db, batch.id, cause, place, { after: 0, limit: 10 * TRIED })
  const list = cause.severity === 'error' ? 'errors' : 'warnings'
  const isMended = (n: number, after: string): boolean => {
    const stored = rowByNumber(db, batch.id, n)
    if (!stored) return false
    const edits = new Edits([...editsOfRow(db, batch.id, n), { n, position: place, value: after }])
    const cells = edits.over({ n, cells: cellsFromJson(stored.cells, letters, n) })
    const row = checkRow(n, cells, problemsOf(stored), rules)
    const stands = row[list].some(({ column, reason }) => reason.code === cause.code && column === cause.field)
    return !stands && (cause.severity === 'error' || row.outcome !== 'error')
  }
  return (fix) => {
    const tried = rows.flatMap(({ n, found }) => {
      const after = fixed(fix, found, column)
      return after === null || after === found ? [] : [{ n, after }]
    })
    const { field, reading } = column
    if (tried.length === 0) return false
    if (!kind.rowsMeet) return tried.slice(0, TRIED).some(({ n, after }) => isMended(n, after))
    if (fix === 'empty' && field?.required) return false
    return tried.some(
      ({ after }) => field && reading && 'value' in parseCell(typedCell(after, ''), field.type, reading, field),
    )
  }
}

/** The last thing that was done to many rows at once, and can be taken back. */
export function lastStepOf(db: Db, importId: number): { does: (BulkEdit | Paste)['does']; rows: number } | null {
  const step = lastStep(db, importId)
  if (!step) return null
  const { does }: BulkEdit | Paste = JSON.parse(step.what)
  return { does, rows: step.rows_n }
}
