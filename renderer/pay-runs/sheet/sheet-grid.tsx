// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which a table cannot have
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { Amount } from '../../components/amount'
import { type Cell, cellByKey } from '../../components/grid-keys'
import { words } from '../../words/en'
import { FigurePair } from './figure-pair'
import type { SheetAddress } from './sheet-address'
import classes from './sheet-grid.module.css'
import { idOf, SheetRow } from './sheet-row'
import { type Mark, useMark } from './use-mark'
import type { Sheet, SheetPerson } from './use-sheet'

const text = words.paySheet
const ROW = 44
const OVERSCAN = 3
const COLUMNS_OVERSCAN = 2
/** The next people are asked for while so many are left. */
const AHEAD = 40
const PAGE = 10
const NAME = 200
const OPEN = 112
const COLUMN = 176
/** Wider, and the figures of a cell would stand too far apart. */
const WIDEST = 224

type SheetGridProps = {
  sheet: Sheet
  people: SheetPerson[]
  address: SheetAddress
  /** `usePages` gives these. */
  more: () => void
  look: (index: number) => void
}

/** People × columns, both sides and the difference in each cell; only what is in sight is drawn. */
export function SheetGrid({ sheet, people, address, more, look }: SheetGridProps) {
  const box = useRef<HTMLDivElement>(null)
  const { at, from, mark, markAt, setMark } = useMark(sheet.columns, people)
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollPaddingStart: 76,
    scrollPaddingEnd: 8,
  })
  // Where there is something to scroll to, every column is as narrow as it may be.
  const across = useVirtualizer({
    horizontal: true,
    count: sheet.columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => COLUMN,
    overscan: COLUMNS_OVERSCAN,
  })
  const [firstColumn, lastColumn] = [
    across.getVirtualItems().at(0)?.index ?? 0,
    across.getVirtualItems().at(-1)?.index ?? 0,
  ]
  const firstSeen = virtual.range?.startIndex ?? 0
  const lastSeen = virtual.range?.endIndex ?? 0
  useEffect(() => look(firstSeen), [look, firstSeen])
  useEffect(() => {
    if (lastSeen >= people.length - AHEAD) more()
  }, [more, lastSeen, people.length])

  const { columns, currency } = sheet
  const last = people.length - 1
  const move = (to: Cell) => {
    setMark(markAt(to))
    virtual.scrollToIndex(to.row)
    box.current
      ?.querySelector(`[role=columnheader]:nth-child(${to.column + 4})`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const open = ({ who, column }: Mark) => {
    window.location.hash = address.cellHref(who, column)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const further = (row: number, by: number) => Math.min(Math.max(row + by, 0), last)
    const to = cellByKey(event, from, { columns: columns.length, first: 0, last, page: PAGE, further })
    // Of one that went away nothing is opened; the first key marks who has taken the place.
    if (to) move(at ? to : from)
    else if (event.key !== 'Enter' && event.key !== ' ') return
    else if (at) open(mark)
    event.preventDefault()
  }
  const width = `calc(var(--margin) + ${NAME + OPEN + columns.length * COLUMN}px)`
  const style = useMemo(
    (): CSSProperties => ({
      minWidth: width,
      gridTemplateColumns: `var(--margin) ${NAME}px ${OPEN}px repeat(${columns.length}, minmax(${COLUMN}px, ${WIDEST}px))`,
    }),
    [width, columns.length],
  )
  // What a row is given stays the same while one scrolls.
  const click = (row: number, column: number) => {
    const clicked = markAt({ row, column })
    setMark(clicked)
    open(clicked)
  }
  const latest = useRef(click)
  latest.current = click
  const onCell = useCallback((row: number, column: number) => latest.current(row, column), [])
  const items = virtual.getVirtualItems()
  const isHere = at !== null && items.some(({ index }) => index === at.row)
  return (
    <div
      ref={box}
      className={classes.grid}
      role="grid"
      aria-label={text.grid}
      aria-rowcount={sheet.total + 1}
      aria-colcount={columns.length + 3}
      aria-readonly
      aria-activedescendant={isHere ? idOf(at.row, at.column) : undefined}
      tabIndex={0}
      onKeyDown={press}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget && !at) setMark(markAt(from))
      }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
      <div className={`${classes.row} ${classes.head}`} role="row" aria-rowindex={1} style={style}>
        <Head className={classes.number}>{text.number}</Head>
        <Head className={classes.name}>
          {text.name}
          <span className={classes.people}>{text.total(sheet.total)}</span>
        </Head>
        <Head className={classes.open}>
          {text.openColumn}, {currency}
          <Amount minor={sheet.open_minor} currency={currency} />
        </Head>
        {columns.map((one) => (
          <Head key={one.key} className={classes.column}>
            <a
              href={address.columnHref(one.key)}
              tabIndex={-1}
              className={classes.columnName}
              title={text.standsFor(one.name, partNames(one))}
            >
              {one.name}
            </a>
            <FigurePair
              office={one.office_minor}
              sheet={one.sheet_minor}
              difference={one.difference_minor}
              note={noteOf(one)}
              currency={currency}
            />
          </Head>
        ))}
      </div>
      <div className={classes.rows} role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {items.map(({ index, start }) => {
          const person = people[index]
          if (!person) return null
          return (
            <SheetRow
              key={person.who}
              person={person}
              index={index}
              start={start}
              columns={columns}
              firstColumn={firstColumn}
              lastColumn={lastColumn}
              currency={currency}
              style={style}
              active={at?.row === index ? at.column : null}
              shown={address.cell?.who === person.who ? address.cell.column : null}
              onCell={onCell}
            />
          )
        })}
      </div>
    </div>
  )
}

/** What stands on each side, where it is more than one. */
const partNames = ({ components, sheet_columns }: Sheet['columns'][number]) => ({
  office: components.length > 1 ? components.map(({ name }) => name) : [],
  sheet: sheet_columns.length > 1 ? sheet_columns.map(({ header, key }) => header ?? key) : [],
})

function noteOf({ components, sheet_columns }: Sheet['columns'][number]): string {
  if (components.length > 1 || sheet_columns.length > 1) return text.added(components.length, sheet_columns.length)
  return sheet_columns.some(({ is_flipped }) => is_flipped) ? text.flipped : ''
}

const Head = ({ className, children }: { className: string | undefined; children: ReactNode }) => (
  <div className={className} role="columnheader" tabIndex={-1}>
    {children}
  </div>
)
