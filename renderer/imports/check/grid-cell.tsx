import { VisuallyHidden } from '@mantine/core'
import { formatMinor } from '../../components/amount'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import classes from './check.module.css'
import type { GridColumn } from './columns'
import type { ImportRow } from './layout'

/** The text of a cell: what was typed over it, else the file's own. */
export const textOf = (row: ImportRow, column: GridColumn): string =>
  row.edits[column.name] ?? row.cells[column.name] ?? ''

export const problemOf = (row: ImportRow, column: GridColumn) =>
  row.errors.find((one) => one.column === column.name) ?? null

export const warningOf = (row: ImportRow, column: GridColumn) =>
  row.warnings.find((one) => one.column === column.name) ?? null

/** A cell as it reads: before → after where it changes something, and what is wrong with it. */
export function CellText({ row, column, typed }: { row: ImportRow; column: GridColumn; typed: string | undefined }) {
  const text = typed ?? textOf(row, column)
  if (typed !== undefined) return <span className={classes.now}>{text}</span>
  const change = row.changes.find(({ field, before }) => field === column.field && before !== null && before !== '')
  const problem = problemOf(row, column)
  const warning = problem ? null : warningOf(row, column)
  const told = problem ?? warning
  return (
    <>
      {change && (
        <>
          <s className={classes.before}>{valueText(change.before, column)}</s>
          <span className={classes.becomes}>
            <Icon name="arrow" />
          </span>
        </>
      )}
      <span className={change ? classes.now : undefined}>{text}</span>
      {told && (
        <span className={problem ? classes.problem : classes.warned}>
          <Icon name={problem ? 'failed' : 'needs'} />
          {text === '' && words.imports.check.empty}
          <VisuallyHidden>{told.expected}</VisuallyHidden>
        </span>
      )}
    </>
  )
}

/** What stood in the record before, as the cell itself would write it. */
export const valueText = (value: string | number | null, { currency }: GridColumn): string =>
  currency !== null && value !== null && Number.isSafeInteger(Number(value))
    ? formatMinor(Number(value), currency)
    : String(value)
