// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot have
import { type CSSProperties, memo } from 'react'
import { Amount } from '../../components/amount'
import { words } from '../../words/en'
import { FigurePair } from './figure-pair'
import classes from './sheet-grid.module.css'
import type { Sheet, SheetCell, SheetPerson } from './use-sheet'

const text = words.paySheet
/** Number, name and what is open stand before the columns; places count from one. */
const BEFORE = 4

type SheetRowProps = {
  person: SheetPerson
  index: number
  start: number
  columns: Sheet['columns']
  /** Those in sight; the others are not drawn. */
  firstColumn: number
  lastColumn: number
  currency: string
  style: CSSProperties
  /** The column the keyboard stands on, and the one that is open beside; null: neither is in this row. */
  active: number | null
  shown: string | null
  onCell: (row: number, column: number) => void
}

/** One person: who it is and what is open, then every column. Drawn anew only when something of it is another. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { person, index, start, columns, firstColumn, lastColumn, currency, style, active, shown, onCell } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
    <div
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      style={{ ...style, transform: `translateY(${start}px)` }}
    >
      <div className={classes.number} role="gridcell" tabIndex={-1}>
        {person.external_ref}
      </div>
      <div className={classes.name} role="rowheader" tabIndex={-1} title={person.name}>
        <span>{person.name}</span>
        <span className={classes.side}>{sideOf(person)}</span>
      </div>
      <div className={classes.open} role="gridcell" tabIndex={-1}>
        <Amount minor={person.open_minor} currency={currency} />
      </div>
      {person.cells.map((cell, column) => {
        const sum = columns[column]
        const isInSight = (column >= firstColumn && column <= lastColumn) || column === active
        if (!sum || !isInSight) return null
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
          <div
            key={sum.key}
            id={idOf(index, column)}
            className={classes.cell}
            role="gridcell"
            aria-colindex={column + BEFORE}
            style={{ gridColumnStart: column + BEFORE }}
            tabIndex={-1}
            data-state={cell.state}
            data-active={active === column || undefined}
            data-shown={shown === sum.key || undefined}
            onClick={() => onCell(index, column)}
          >
            <FigurePair
              office={cell.office_minor}
              sheet={cell.sheet_minor}
              difference={cell.difference_minor}
              note={isGone(cell) ? text.went : text.short[cell.state]}
              isOpen={cell.state === 'open'}
              currency={currency}
            />
          </div>
        )
      })}
    </div>
  )
})

export const idOf = (row: number, column: number): string => `figure-${row}-${column}`

/** What differed before the run was computed again, and does no more. */
const isGone = ({ before_minor, state }: SheetCell): boolean =>
  before_minor !== null && before_minor !== 0 && (state === 'same' || state === 'rounding')

const sideOf = (person: SheetPerson): string =>
  person.is_error ? text.error : person.side === 'both' ? '' : text.sides[person.side]
