// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot have
import { VisuallyHidden } from '@mantine/core'
import type { CSSProperties } from 'react'
import { Icon } from '../../components/icons'
import { words } from '../../words/en'
import classes from './check.module.css'
import type { GridColumn } from './columns'
import { CellText, problemOf, textOf } from './grid-cell'
import type { Group, ImportRow } from './layout'
import type { RowStore } from './row-store'
import type { useTyping } from './use-typing'

type GridRowProps = {
  /** Not here yet: its place is kept. */
  row: ImportRow | undefined
  group: Group
  store: RowStore
  columns: GridColumn[]
  style: CSSProperties
  top: number
  index: number
  active: number | null
  editing: string | null
  typing: ReturnType<typeof useTyping>
  onCell(column: number): void
  onEdit(column: number, text: string): void
  onCommit(value: string): void
}

export function GridRow({ row, group, store, columns, style, top, index, active, editing, ...on }: GridRowProps) {
  const isMended = row !== undefined && store.isMended(group, row)
  const whole = row?.errors.find(({ column }) => column === null)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
    <div
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      style={{ ...style, transform: `translateY(${top}px)` }}
      title={whole?.expected}
    >
      <div className={classes.number} role={row ? 'rowheader' : 'gridcell'} tabIndex={-1}>
        {isMended && (
          <span className={classes.mended}>
            <Icon name="done" />
            <VisuallyHidden>{words.imports.check.mended}</VisuallyHidden>
          </span>
        )}
        {row?.row ?? ''}
      </div>
      {columns.map((column, at) => {
        const isActive = active === at
        const problem = row && problemOf(row, column)
        return (
          <div
            key={column.name}
            id={`cell-${index}-${at}`}
            className={classes.cell}
            role="gridcell"
            tabIndex={-1}
            aria-selected={isActive}
            data-number={column.isNumber || undefined}
            data-wrong={problem ? '' : undefined}
            data-active={(isActive && editing === null) || undefined}
            title={problem ? `${problem.expected} ${problem.fix}` : undefined}
            onMouseDown={(event) => {
              if (event.target instanceof HTMLInputElement) return
              event.preventDefault()
              event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus()
              on.onCell(at)
            }}
            onDoubleClick={() => row && on.onEdit(at, textOf(row, column))}
          >
            {isActive && editing !== null && row ? (
              <CellInput
                label={`${column.label}, ${words.imports.check.row} ${row.row}`}
                text={editing}
                onCommit={on.onCommit}
              />
            ) : (
              row && <CellText row={row} column={column} typed={on.typing.typedOver(row, column)} />
            )}
          </div>
        )
      })}
    </div>
  )
}

/** The keys are the grid's (Enter, Tab, Escape); leaving with the mouse keeps what was typed. */
function CellInput({ label, text, onCommit }: { label: string; text: string; onCommit(value: string): void }) {
  return (
    <input
      ref={(input) => {
        if (!input || input === document.activeElement) return
        input.focus()
        input.setSelectionRange(input.value.length, input.value.length)
      }}
      className={classes.edit}
      aria-label={label}
      defaultValue={text}
      onBlur={(event) => {
        if (event.currentTarget.dataset.left === undefined) onCommit(event.currentTarget.value)
      }}
    />
  )
}
