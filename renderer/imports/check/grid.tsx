// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot have
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { words } from '../../words/en'
import classes from './check.module.css'
import type { GridColumn } from './columns'
import { GridRow } from './grid-row'
import { GroupLine } from './group-line'
import { type Cause, firstRow, type Layout, placeAt } from './layout'
import type { RowStore } from './row-store'
import { useKeys } from './use-keys'
import type { useTyping } from './use-typing'

const ROW = 32
const GROUP = 36
/** Rows beyond what is seen. */
const OVERSCAN = 12
/** Scrolling past rows does not ask for them; coming to rest does. */
const REST_MS = 60

export type Active = { index: number; column: number }

type GridProps = {
  layout: Layout
  store: RowStore
  columns: GridColumn[]
  typing: ReturnType<typeof useTyping>
  /** Looked at by somebody whose role may not mend a cell. */
  isReadOnly: boolean
  /** Once it is there, the hand goes on in it, unless it is elsewhere by then. */
  takesFocus: boolean
  active: Active
  onActive(active: Active): void
  onFix(cause: Cause): void
  /** A cell is typed in, or no longer. */
  onTyping(isTyping: boolean): void
  /** Escape leaves the grid: where the focus goes then. */
  onLeave(): void
}

/** The rows of a file as a spreadsheet: only what is in sight is drawn, and asked for. */
export function Grid({ layout, store, columns, isReadOnly, takesFocus, active, onActive, ...given }: GridProps) {
  const box = useRef<HTMLDivElement>(null)
  const [editing, setText] = useState<string | null>(null)
  const { onTyping, onFix, onLeave } = given
  const setEditing = (text: string | null) => {
    if (isReadOnly) return
    setText(text)
    onTyping(text !== null)
  }
  useEffect(() => () => onTyping(false), [onTyping])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  }, [])
  useEffect(
    () => store.hold(editing === null ? null : placeAt(layout, active.index)),
    [store, layout, editing, active.index],
  )
  const typing = isReadOnly
    ? { ...given.typing, type: () => undefined, paste: () => undefined, takeBack: () => undefined }
    : given.typing
  const virtual = useVirtualizer({
    count: layout.total,
    getScrollElement: () => box.current,
    estimateSize: (index) => (placeAt(layout, index)?.offset === null ? GROUP : ROW),
    overscan: OVERSCAN,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 8,
    // The row that is typed in stays in the page, however far one scrolls.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      const isKept = editing === null || seen.includes(active.index)
      return isKept ? seen : [...seen, active.index].sort((a, b) => a - b)
    },
  })
  // A new layout has its headings elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for each layout
  useEffect(() => virtual.measure(), [layout])
  const items = virtual.getVirtualItems()
  const from = Math.max(0, (virtual.range?.startIndex ?? 0) - OVERSCAN)
  const to = Math.min(layout.total - 1, (virtual.range?.endIndex ?? 0) + OVERSCAN)
  useEffect(() => {
    const rest = window.setTimeout(() => void store.want(layout, from, to), REST_MS)
    return () => window.clearTimeout(rest)
  }, [store, layout, from, to])
  useEffect(() => {
    void store.want(layout, firstRow(layout), 30)
  }, [store, layout])

  // A new list starts at its first cell that needs somebody; it may stand to the right of what is in sight, and a panel
  // that opens beside the grid leaves less of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each layout
  useEffect(() => {
    const show = () =>
      box.current
        ?.querySelector(`[role=columnheader]:nth-child(${active.column + 2})`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const width = new ResizeObserver(show) // begins with one call
    if (box.current) width.observe(box.current)
    return () => width.disconnect()
  }, [layout, active.column])

  const rowAt = (index: number) => {
    const place = placeAt(layout, index)
    return place && place.offset !== null ? store.rowAt(place.group, place.offset) : undefined
  }
  const move = (index: number, column: number) => {
    onActive({ index, column })
    virtual.scrollToIndex(index, { align: 'auto' })
    box.current?.querySelector(`#cell-${index}-${column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const commit = (value: string) => {
    const row = rowAt(active.index)
    const column = columns[active.column]
    setEditing(null)
    if (row && column) typing.type([{ row, column, value }])
  }
  const keys = useKeys({ layout, columns, active, rowAt, move, editing, setEditing, commit, typing, onLeave, box })
  const minWidth = `calc(var(--margin) + ${columns.reduce((sum, { width }) => sum + width, 0)}px)`
  const style = {
    minWidth,
    gridTemplateColumns: `var(--margin) ${columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ')}`,
  } satisfies CSSProperties
  const isActiveHere = items.some(({ index }) => index === active.index)
  return (
    <div
      ref={box}
      className={classes.grid}
      role="grid"
      aria-label={words.imports.check.grid}
      aria-rowcount={layout.total + 1}
      aria-readonly={isReadOnly}
      aria-colcount={columns.length + 1}
      aria-activedescendant={isActiveHere ? `cell-${active.index}-${active.column}` : undefined}
      tabIndex={0}
      onKeyDown={keys}
      onPaste={(event) => {
        if (editing !== null) return
        event.preventDefault()
        typing.paste(event.clipboardData.getData('text/plain'), { layout, store, columns, active })
      }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
      <div className={`${classes.row} ${classes.head}`} role="row" aria-rowindex={1} style={style}>
        <div className={classes.number} role="columnheader" tabIndex={-1}>
          {words.imports.check.row}
        </div>
        {columns.map((column) => (
          <div
            key={column.name}
            className={classes.cell}
            role="columnheader"
            tabIndex={-1}
            data-number={column.isNumber || undefined}
            title={column.name}
          >
            {column.label}
          </div>
        ))}
      </div>
      <div className={classes.rows} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth }}>
        {items.map(({ index, start }) => {
          const place = placeAt(layout, index)
          if (!place) return null
          const { group, offset } = place
          if (offset === null) {
            return (
              <GroupLine
                key={group.key}
                group={group}
                store={store}
                top={start}
                index={index}
                minWidth={minWidth}
                {...(isReadOnly ? {} : { onFix })}
              />
            )
          }
          return (
            <GridRow
              key={index}
              row={store.rowAt(group, offset)}
              group={group}
              store={store}
              columns={columns}
              style={style}
              top={start}
              index={index}
              active={active.index === index ? active.column : null}
              editing={active.index === index ? editing : null}
              typing={typing}
              onCell={(column) => {
                if (active.index === index && active.column === column) return
                setEditing(null)
                onActive({ index, column })
              }}
              onEdit={(column, text) => {
                onActive({ index, column })
                setEditing(text)
              }}
              onCommit={commit}
            />
          )
        })}
      </div>
    </div>
  )
}
