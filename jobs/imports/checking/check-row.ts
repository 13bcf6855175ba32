import type { Reason } from '../../values/problem'
import type { ToCreate } from '../editing/bulk-edit'
import type { Change, Finding, OfficeFacts, Row } from '../kind'
import { fieldCalled } from '../mapping/added-columns'
import { originalNumber, rowNumberColumn } from '../mapping/columns'
import { type Made, withMade } from '../mapping/made-columns'
import { type EitherName, readName } from '../mapping/person-names'
import type { AnyPlanRow } from '../planners'
import { type Cell, parseCell } from '../reading'
import { typedCell } from './cells'
import type { SaidOfRow } from './edits'
import type { MappedField, ReadColumn } from './facts'

/** Everything a row is checked against; the same for all rows of a file. */
export type RowRules = {
  /** The columns that hold a field. */
  columns: { position: number; field: MappedField; reading: NonNullable<ReadColumn['reading']>; either?: EitherName }[]
  /** Columns made of others. */
  made: { position: number; made: Made }[]
  /** Fields that no column holds: their value is null in every row. */
  absent: string[]
  /** Where an error file says which row it was; null: the row's number is its place in this file. */
  numberAt: number | null
  plan: AnyPlanRow
  snapshot: unknown
  options: unknown
  office: OfficeFacts
  /** The file's content by its hash: what somebody calls another row that says the same is told by file and row. */
  file: string
  /** The same file was imported before and stands: what says the same as its rows is the same. */
  isSeen: boolean
}

export type RowOutcome = 'create' | 'update' | 'unchanged' | 'duplicate' | 'skipped' | 'error'

export type CheckedRow = {
  n: number
  outcome: RowOutcome
  key: string | null
  firstRow: number | null
  entity: string | null
  /** Null where some cell could not be read. */
  values: Row | null
  changes: Change[]
  errors: Finding[]
  warnings: Finding[]
  /** Of a row that is left out: what the file itself has against it. */
  leftOut?: Finding[]
  /** Two rows that say the same as this one may be two things; how many like it the office has. */
  alike?: { known: number }
}

export function rowRules(
  columns: readonly ReadColumn[],
  fields: readonly MappedField[],
  rest: Pick<RowRules, 'plan' | 'snapshot' | 'options' | 'office' | 'file' | 'isSeen'>,
): RowRules {
  const held = columns.flatMap(({ position, field: name, reading, either }) => {
    const field = name === null ? undefined : fieldCalled(fields, name)
    return field && reading ? [{ position, field, reading, ...(either ? { either } : {}) }] : []
  })
  const absent = fields.filter((field) => !held.some((one) => one.field === field)).map(({ name }) => name)
  const made = columns.flatMap((one) => (one.made ? [{ position: one.position, made: one.made }] : []))
  return { columns: held, made, absent, numberAt: originalNumber(columns)?.position ?? null, ...rest }
}

/**
 * Reads one row and decides what it does. A cell that cannot be read is an error of its own; the kind's planner sees only
 * rows whose every cell was read, so that no decision rests on a value that is not there.
 */
export function checkRow(
  n: number,
  given: readonly Cell[],
  problems: readonly Reason[],
  rules: RowRules,
  said: SaidOfRow | null = null,
  creates: readonly ToCreate[] = [],
): CheckedRow {
  const against = problems.map((reason): Finding => ({ column: null, found: null, reason }))
  if (said === 'skip') return { ...nothingRead(n), outcome: 'skipped', leftOut: against }
  const cells = rules.made.length === 0 ? given : withMade(given, rules.made)
  const values: Row = {}
  for (const name of rules.absent) values[name] = null
  const errors: Finding[] = [...against]
  for (const { position, field, reading } of rules.columns) {
    const cell = position === rowNumberColumn.position ? numberCell(n, cells, rules) : cells[position]
    const parsed = cell ? parseCell(cell, field.type, reading, field) : { value: null }
    if ('problem' in parsed) {
      errors.push({ column: field.name, found: cell?.text ?? null, reason: parsed.problem })
    } else {
      values[field.name] = parsed.value
    }
  }
  if (errors.length > 0) return { ...nothingRead(n), errors }
  const named = rules.columns.flatMap(({ field, either }) => (either && readName(values, field.name, either)) ?? [])
  if (said === 'another') values.another = `${rules.file.slice(0, 16)}:${n}`
  const agreed = creates.filter(({ field, found }) => textOf(field, cells, rules) === found)
  if (agreed.length > 0) values.creates = agreed.map(({ field }) => field).join(' ')
  const plan = rules.plan(values, rules.snapshot, rules.options, rules.office)
  const { key, entity, changes, warnings } = plan
  const outcome = plan.errors.length > 0 ? 'error' : plan.outcome
  const alike = said === 'same' || rules.isSeen ? undefined : plan.alike
  const isKnown: Finding[] = alike && entity !== null ? [{ column: null, found: null, reason: IDENTICAL_KNOWN }] : []
  // What stands in the cell, not what was read from it: a person looks for -1.000,50 in the file, not for -1000.50.
  const found = (finding: Finding): Finding =>
    finding.column === null ? finding : { ...finding, found: textOf(finding.column, cells, rules) ?? finding.found }
  return {
    n,
    outcome,
    key,
    firstRow: null,
    entity,
    values,
    changes,
    errors: plan.errors.map(found),
    warnings: [...isKnown, ...named, ...warnings.map(found)],
    ...(alike ? { alike } : {}),
  }
}

const IDENTICAL_KNOWN: Reason = { code: 'import.identical_known', params: {} }

const nothingRead = (n: number): CheckedRow => ({
  n,
  outcome: 'error',
  key: null,
  firstRow: null,
  entity: null,
  values: null,
  changes: [],
  errors: [],
  warnings: [],
})

const numberCell = (n: number, cells: readonly Cell[], { numberAt }: RowRules): Cell | undefined =>
  numberAt === null ? typedCell(String(n), '') : cells[numberAt]

/** The cell of a field as it stands in the file. */
function textOf(field: string, cells: readonly Cell[], rules: RowRules): string | null {
  const column = rules.columns.find((one) => one.field.name === field)
  return column ? (cells[column.position]?.text ?? null) : null
}
