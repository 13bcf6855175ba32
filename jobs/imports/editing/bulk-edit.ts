import type { CauseKey } from '../../../db/queries/imports/causes'
import { addressFault } from '../../values/email'
import { fold } from '../../values/fold'
import { minorDigits } from '../../values/money'
import { nearest } from '../../values/nearest'
import { typedCell } from '../checking/cells'
import type { MappedField } from '../checking/facts'
import { type ColumnReading, parseCell } from '../reading'
import { dateOfSerial } from '../reading/xlsx/serial-date'
import { roundedText, styledText, withoutUnit } from './number-styles'

/** What one click does to every row of a cause. Those of the second list are about the row as a whole. */
export const CELL_FIXES = [
  'spelling',
  'day_first',
  'month_first',
  'serial',
  'point',
  'comma',
  'round',
  'zero',
  'unit',
  'yes',
  'no',
  'empty',
] as const
export const ROW_FIXES = ['same', 'another', 'keep_first', 'keep_last', 'skip'] as const
export type CellFix = (typeof CELL_FIXES)[number]
export type RowFix = (typeof ROW_FIXES)[number]
/** What the cells of a cause name is made with the import, where the field allows it. */
export type FixName = CellFix | RowFix | 'create'

/** Find and replace, or a fix; `severity`, `code` and `field` say in which rows. */
export type BulkEdit = CauseKey &
  ({ does: 'replace'; find: string; replace: string; whole: boolean } | { does: FixName })

/** Cells that were pasted into more rows than are planned again in one turn; their texts are kept until all of them are typed. */
export type Paste = { does: 'paste'; cells: PastedCell[] }
export type PastedCell = { n: number; position: number; value: string }

/** What the cells of the cause are read by; plain data, it travels to the slot. */
export type EditedColumn = {
  /** Its place in the file; null where the cause is about the row as a whole. */
  position: number | null
  field: MappedField | null
  reading: ColumnReading | null
  /** What a cell of the field may name. */
  known: string[]
  /** The place under which it is kept that what a row names here is to be made; null: the cause has nothing to make. */
  createAt: number | null
}

/** A row of the cause: what stands in its cell, the file's own text there (null: none), and the first and last row of its key. */
export type EditedRow = { n: number; found: string; own: string | null; first: number; last: number }

/** The place under which it is kept what was said of a row: beside what was typed over its cells, but no column. */
export const SAID_OF_ROW = -2
/** From here down, a place for each field of the kind: what the row names in it is to be made. */
const CREATES = -3

export const createPlace = (fieldAt: number): number => CREATES - fieldAt
export const isCreatePlace = (position: number): boolean => position <= CREATES

/** What a row names in a field and is to be made. It holds for that text alone: another one typed there is not agreed to. */
export type ToCreate = { field: string; found: string }

const createMark = ({ field, found }: ToCreate): string => `${field} ${found}`
export function readCreateMark(mark: string): ToCreate {
  const end = mark.indexOf(' ')
  return { field: mark.slice(0, end), found: mark.slice(end + 1) }
}

/** Whether the text can be the name of something new. */
export const isNewName = (name: string, { named }: { named?: true }): boolean =>
  name !== '' && (!named || (/\p{L}/u.test(name) && !name.includes('@')))

export const isRowFix = (does: BulkEdit['does']): does is RowFix => ROW_FIXES.some((one) => one === does)

/** What an edit types and where; null: this row is not one of those it changes. A null value brings the file's own cell back. */
export function editOf(
  edit: BulkEdit,
  row: EditedRow,
  column: EditedColumn,
): { n: number; position: number; value: string | null } | null {
  const said = (value: string) => ({ n: row.n, position: SAID_OF_ROW, value })
  switch (edit.does) {
    case 'skip':
    case 'same':
    case 'another':
      return said(edit.does)
    case 'keep_first':
      return row.n === row.first ? null : said('skip')
    case 'keep_last':
      return row.n === row.last ? null : said('skip')
  }
  if (edit.does === 'create') {
    const { field, createAt } = column
    const isNew = createAt !== null && field?.creates && isNewName(row.found, field.creates)
    return isNew ? { n: row.n, position: createAt, value: createMark({ field: field.name, found: row.found }) } : null
  }
  if (column.position === null) return null
  const value = edit.does === 'replace' ? replaced(edit, row.found) : fixed(edit.does, row.found, column)
  if (value === null || value === row.found) return null
  return { n: row.n, position: column.position, value: value.trim() === row.own ? null : value }
}

function replaced({ find, replace, whole }: Extract<BulkEdit, { does: 'replace' }>, found: string): string | null {
  if (whole) return found === find ? replace : null
  return find === '' || !found.includes(find) ? null : found.replaceAll(find, replace)
}

/** What a fix makes of a text; null where it has nothing to say about it. */
export function fixed(does: CellFix, found: string, { field, reading, known }: EditedColumn): string | null {
  switch (does) {
    case 'empty':
      return ''
    case 'zero':
      return '0'
    case 'unit':
      return withoutUnit(found)
    case 'yes':
    case 'no':
      return does
    case 'spelling':
      return field?.type === 'email' ? tidiedAddress(found) : spelledAs(found, known)
    case 'day_first':
    case 'month_first':
      return dayOf(found, does, reading)
    case 'serial':
      return /^\d{5}$/.test(found) ? dateOfSerial(Number(found), false).date : null
    case 'point':
    case 'comma':
      return reading && styledText(found, does === 'point' ? '.' : ',', reading.decimalMark ?? '.')
    case 'round':
      return reading && field && roundedText(found, reading.decimalMark, decimalsOf(field, reading))
  }
}

function dayOf(found: string, dateOrder: 'day_first' | 'month_first', reading: ColumnReading | null): string | null {
  if (reading === null) return null
  const read = parseCell(typedCell(found, ''), 'date', { ...reading, dateOrder }, {})
  return 'value' in read && read.value !== null ? String(read.value) : null
}

const decimalsOf = ({ type, decimals }: MappedField, { currency }: ColumnReading): number =>
  type === 'money' ? minorDigits(currency) : type === 'integer' ? 0 : type === 'percent' ? 4 : (decimals ?? 0)

/** The one known value that is nearly written so; null where none is, or more than one. */
function spelledAs(found: string, known: readonly string[]): string | null {
  const exact = known.find((one) => fold(one) === fold(found))
  if (exact !== undefined) return exact
  const [near, another] = nearest(found, known, 2)
  return near !== undefined && another === undefined ? near : null
}

/** `fay@example,org`, `bo @example.org`: marks that are slips of the finger, where what is left is an address. */
function tidiedAddress(found: string): string | null {
  const tidied = found
    .replace(/\s+/g, '')
    .replace(/,(?=[^@]*$)/g, '.')
    .replace(/^mailto:|[.;,]+$/gi, '')
  return tidied !== found && addressFault(tidied) === null ? tidied : null
}
