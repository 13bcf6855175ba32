import { Button, Table, UnstyledButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ForRole } from '../../app/lock/for-role'
import { Empty } from '../../components/empty'
import { Ledger } from '../../components/ledger'
import { Section } from '../../components/section'
import { SettingsPage } from '../settings-page'
import classes from './pay.module.css'

export type PayColumn<Row> = {
  name: string
  cell: (row: Row) => ReactNode
  /** The cell opens the row's form; this is what the button is called. */
  opens?: (row: Row) => string
  number?: boolean
  /** Pixels; what has none shares what is left. */
  width?: number
  quiet?: boolean
  look?: 'code' | 'wraps'
}

type PayListProps<Row> = {
  title: string
  note: string
  words: { add: string; adding: string; list: string; none?: readonly [what: string, how: string] }
  rows: Row[]
  codeOf: (row: Row) => string
  columns: PayColumn<Row>[]
  /** The heading above the form of a row that is there. */
  editing: (row: Row) => string
  /** Of that row, or of a new one. */
  form: (row: Row | null, close: () => void) => ReactNode
}

const NEW = ''

/** What pay is made of, a row each, known by its code: a row opens to its fields above the list, and so does a new one. */
export function PayList<Row>({ title, note, words, rows, codeOf, columns, editing, form }: PayListProps<Row>) {
  const [open, setOpen] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const opener = useRef<Element | null>(null)
  const opens = (code: string) => {
    opener.current = document.activeElement
    setOpen(code)
  }
  // What had the focus went with the form: it goes back to where the form was opened from.
  useEffect(() => {
    if (open !== null || opener.current === null) return
    const from = opener.current
    opener.current = null
    if (document.activeElement !== document.body) return
    if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus()
    else add.current?.focus()
  }, [open])
  const edited = rows.find((row) => codeOf(row) === open) ?? null
  const isOpen = open !== null && (edited !== null || open === NEW)
  return (
    <SettingsPage
      title={title}
      note={note}
      help="formulas"
      tools={
        <ForRole needed="manager">
          <Button ref={add} onClick={() => opens(NEW)}>
            {words.add}
          </Button>
        </ForRole>
      }
    >
      {isOpen && (
        <Section key={open} title={edited ? editing(edited) : words.adding}>
          {form(edited, () => setOpen(null))}
        </Section>
      )}
      <Section title={words.list} count={rows.length}>
        {rows.length === 0 && words.none ? (
          <Empty what={words.none[0]} how={words.none[1]} />
        ) : (
          <Ledger className={classes.list ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Td />
                {columns.map(({ name, number, width }) => (
                  <Table.Th key={name} data-number={number || undefined} {...(width === undefined ? {} : { w: width })}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={codeOf(row)} data-selected={codeOf(row) === open || undefined}>
                  <Table.Td />
                  {columns.map((column) => (
                    <Cell key={column.name} column={column} row={row} openRow={() => opens(codeOf(row))} />
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Ledger>
        )}
      </Section>
    </SettingsPage>
  )
}

type CellProps<Row> = { column: PayColumn<Row>; row: Row; openRow: () => void }

function Cell<Row>({ column: { cell, opens, number, quiet, look }, row, openRow }: CellProps<Row>) {
  return (
    <Table.Td
      className={(look && classes[look]) ?? ''}
      data-number={number || undefined}
      data-quiet={quiet || undefined}
    >
      {opens ? (
        <UnstyledButton className={classes.opens ?? ''} aria-label={opens(row)} onClick={openRow}>
          {cell(row)}
        </UnstyledButton>
      ) : (
        cell(row)
      )}
    </Table.Td>
  )
}
