import { Table, UnstyledButton } from '@mantine/core'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { words } from '../words/en'
import { Ledger } from './ledger'
import classes from './ledger-list.module.css'

/** What a column that takes what is left has at least, in pixels; below that the list scrolls sideways. */
const FREE = 160

export type Column<Row> = {
  name: string
  /** Pixels; what has none shares what is left. The first column is as wide as the margin is. */
  width?: number
  /** Right-aligned figures. */
  number?: boolean
  quiet?: boolean
  /** This cell is the row's link. */
  link?: boolean
  cell: (row: Row, isChosen: boolean) => ReactNode
}

export type Choice = { has: (key: string) => boolean; toggle: (key: string) => void; add: (keys: string[]) => void }

export type LedgerListProps<Row> = {
  label: string
  /** The first one is the margin. Every row is drawn anew when these are others, so they stay the same where they can. */
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  /** Where Enter, a double click and the link of the row lead: `#/tasks/7`. */
  linkOf?: (row: Row) => string
  /** Enter and a double click, where a row opens beside the list instead. */
  open?: (row: Row) => void
  /** The row that stands open beside the list. */
  openKey?: string | undefined
  /** 32 pixels, 48 where a row has two lines. */
  rowHeight?: number
  /** How many rows there are, where that is known before they are read. */
  total?: number | null
  isAll?: boolean
  /** Rows that are chosen: Space takes one in or out, Shift with the arrows takes in what is passed. */
  choice?: Choice
  /** `usePages` gives these. */
  more?: () => void
  newer?: number
  isMoreNewer?: boolean
  showNewer?: () => void
  hold?: (isHeld: boolean) => void
  look?: (index: number) => void
}

/** Rows beyond what is seen, so that a quick wheel never shows paper. */
const OVERSCAN = 12
/** The next page is asked for while so many rows are left. */
const AHEAD = 60

/** The one list: any number of rows, by keyboard and by mouse, read page by page; new rows wait while one is looked at. */
export function LedgerList<Row>(props: LedgerListProps<Row>) {
  const { label, columns, rows, keyOf, rowHeight = 32, more, look, hold, openKey } = props
  const { newer = 0, isMoreNewer = false, isAll = true } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [atKey, setAtKey] = useState<string | null>(null)
  const [isFocused, setFocused] = useState(false)
  const wantsFocus = useRef<string | null>(null)
  const found = atKey === null ? -1 : rows.findIndex((row) => keyOf(row) === atKey)
  const at = Math.max(found, 0)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: 28,
    // The row with the focus stays in the page, however far one scrolls.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return found === -1 || seen.includes(at) ? seen : [...seen, at].sort((a, b) => a - b)
    },
  })
  const items = virtual.getVirtualItems()
  const firstSeen = virtual.range?.startIndex ?? 0
  const lastSeen = virtual.range?.endIndex ?? 0

  useEffect(() => look?.(firstSeen), [look, firstSeen])
  useEffect(() => {
    if (lastSeen >= rows.length - AHEAD) more?.()
  }, [more, lastSeen, rows.length])
  useEffect(() => hold?.(isFocused || openKey !== undefined), [hold, isFocused, openKey])
  useEffect(() => {
    // An effect of an earlier drawing may come first; it must not take the wish for a row it does not know.
    if (wantsFocus.current === null || wantsFocus.current !== atKey || found === -1) return
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${at}"]`)
    if (!row) return
    wantsFocus.current = null
    row.focus({ preventScroll: true })
  })

  const goTo = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (!row) return
    wantsFocus.current = keyOf(row)
    setAtKey(keyOf(row))
    virtual.scrollToIndex(rows.indexOf(row))
  }
  const openRow = (row: Row) => {
    if (props.open) props.open(row)
    else if (props.linkOf) window.location.hash = props.linkOf(row)
  }
  const press = (event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const target = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    if (target !== undefined) {
      if (event.shiftKey)
        props.choice?.add(rows.slice(Math.max(0, Math.min(index, target)), Math.max(index, target) + 1).map(keyOf))
      goTo(target)
    } else if (event.key === ' ' && props.choice) props.choice.toggle(keyOf(row))
    else if (event.key === 'Enter') openRow(row)
    else if (event.key === 'Escape') event.currentTarget.blur()
    else return
    event.preventDefault()
  }
  // What a row is given stays the same while one scrolls, so that only rows that come into sight are drawn.
  const latest = useRef({ press, openRow, keyOf })
  latest.current = { press, openRow, keyOf }
  const deeds: RowDeeds<Row> = {
    focus: useCallback((row) => setAtKey(latest.current.keyOf(row)), []),
    press: useCallback((event, index, row) => latest.current.press(event, index, row), []),
    open: useCallback((row) => latest.current.openRow(row), []),
  }

  const total = props.total ?? (isAll ? rows.length : null)
  return (
    // Until a row is drawn that Tab can stop at, the keyboard scrolls the empty list itself.
    <div className={classes.scroller} ref={scroller} {...(items.length === 0 ? { tabIndex: 0 } : {})}>
      {newer > 0 && (
        <div className={classes.newer}>
          <UnstyledButton
            className={classes.newerButton}
            onClick={() => {
              props.showNewer?.()
              virtual.scrollToIndex(0)
            }}
          >
            {words.list.newer(newer, isMoreNewer)}
          </UnstyledButton>
        </div>
      )}
      <Ledger
        className={classes.list ?? ''}
        style={{ '--least': `${columns.reduce((sum, { width = FREE }) => sum + width, 0)}px` }}
        role="grid"
        aria-label={label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={columns.length}
        {...(props.choice ? { 'aria-multiselectable': true } : {})}
        onFocus={() => setFocused(true)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
        }}
      >
        <Table.Thead>
          <Table.Tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <Table.Th
                key={column.name}
                data-number={column.number || undefined}
                {...(column.width === undefined || index === 0
                  ? {}
                  : { style: { width: `calc(${column.width}px * var(--wider, 1))` } })}
              >
                {column.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, position) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const before = item.start - (items[position - 1]?.end ?? 0)
            return (
              <Fragment key={keyOf(row)}>
                {before > 0 && <Space columns={columns.length} height={before} />}
                <Line
                  row={row}
                  index={item.index}
                  columns={columns}
                  href={props.linkOf?.(row)}
                  height={rowHeight}
                  isStop={item.index === at}
                  isChosen={props.choice?.has(keyOf(row))}
                  isOpen={openKey !== undefined && keyOf(row) === openKey}
                  {...deeds}
                />
              </Fragment>
            )
          })}
          <Space columns={columns.length} height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </Table.Tbody>
      </Ledger>
    </div>
  )
}

type RowDeeds<Row> = {
  focus: (row: Row) => void
  press: (event: KeyboardEvent<HTMLTableRowElement>, index: number, row: Row) => void
  open: (row: Row) => void
}

type LineProps<Row> = RowDeeds<Row> & {
  row: Row
  index: number
  columns: Column<Row>[]
  href: string | undefined
  height: number
  /** Tab stops at this one. */
  isStop: boolean
  isOpen: boolean
  /** Undefined where rows are not chosen. */
  isChosen: boolean | undefined
}

function DrawnLine<Row>({
  row,
  index,
  columns,
  href,
  height,
  isStop,
  isOpen,
  isChosen,
  focus,
  press,
  open,
}: LineProps<Row>) {
  return (
    // Plain elements: with Mantine's rows, cells and boxes a step of the wheel took 45 ms of computing, with these 20.
    <tr
      style={{ height }}
      aria-rowindex={index + 2}
      data-index={index}
      data-at={isOpen || undefined}
      data-selected={isChosen || undefined}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => focus(row)}
      onKeyDown={(event) => press(event, index, row)}
      onDoubleClick={() => open(row)}
    >
      {columns.map((column) => (
        <Cell key={column.name} column={column} row={row} href={href} isChosen={isChosen === true} />
      ))}
    </tr>
  )
}

const Line = memo(DrawnLine) as typeof DrawnLine

/** The rows that are not drawn. */
const Space = ({ columns, height }: { columns: number; height: number }) =>
  height <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing and takes no focus
    <tr className={classes.space} aria-hidden="true" style={{ height }}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )

type CellProps<Row> = { column: Column<Row>; row: Row; href: string | undefined; isChosen: boolean }

function Cell<Row>({ column, row, href, isChosen }: CellProps<Row>) {
  const shown = column.cell(row, isChosen)
  return (
    <td data-number={column.number || undefined} data-quiet={column.quiet || undefined}>
      {column.link && href !== undefined ? (
        // The row itself is the stop for Tab; Enter on it leads where this leads.
        <a className={classes.link} href={href} tabIndex={-1}>
          {shown}
        </a>
      ) : (
        shown
      )}
    </td>
  )
}
