import type { Field } from '../kind'
import { normaliseHeader, OWN_COLUMNS } from './header'

/** A column of the file under the one name by which it is spoken of: its header, made unique by its letter. */
export type NamedColumn = { position: number; letter: string; header: string; name: string; group?: string }

/** Columns without a header are called by their letter, columns that share a header by both. */
export function nameColumns(
  columns: readonly { index: number; letter: string; header: string; group?: string }[],
): NamedColumn[] {
  const seen = new Map<string, number>()
  for (const { header } of columns) seen.set(header, (seen.get(header) ?? 0) + 1)
  return columns.map(({ index, letter, header, group }) => {
    const name = header === '' ? `Column ${letter}` : (seen.get(header) ?? 0) > 1 ? `${header} (${letter})` : header
    return { position: index, letter, header, name, ...(group ? { group } : {}) }
  })
}

/** The column somebody means: by its name, else by a header that reads the same, else by its letter. */
export function findColumn<C extends Pick<NamedColumn, 'letter' | 'name'>>(
  columns: readonly C[],
  meant: string,
): C | undefined {
  const exact = columns.find((column) => column.name === meant)
  if (exact) return exact
  const { joined } = normaliseHeader(meant)
  const alike = columns.filter((column) => joined !== '' && normaliseHeader(column.name).joined === joined)
  if (alike.length === 1) return alike[0]
  return columns.find((column) => column.letter === meant)
}

/** Chosen for a number that no column has: the number of the row, as the spreadsheet shows it. */
export const ROW_NUMBER = 'Row number'

/** The answer that a field is in none of the columns it was asked about. */
export const NO_COLUMN = 'None of these'

/** It stands in no cell; whoever reads a row of the file takes the row's own number for it. */
export const rowNumberColumn = { position: -1, letter: '', header: '', name: ROW_NUMBER }

/** In an error file the rows keep the numbers they had in the file they came from. */
export const originalNumber = <C extends Pick<NamedColumn, 'header' | 'position'>>(columns: readonly C[]) =>
  columns.find(({ header, position }) => header === OWN_COLUMNS[0] && position >= 0)

/** A column of that name in the file comes first; only what numbers something can be numbered by rows. */
export const isRowNumber = (
  columns: readonly Pick<NamedColumn, 'letter' | 'name'>[],
  field: Pick<Field, 'type'>,
  meant: string,
): boolean => meant === ROW_NUMBER && field.type === 'identifier' && (findColumn(columns, meant)?.letter ?? '') === ''
