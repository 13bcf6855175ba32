import { Table } from '@mantine/core'
import type { ChartColumn, ChartRow, ChartTable } from '../../jobs/api/contract/tables'
import { Amount } from '../components/amount'
import { shortMonthOf } from '../components/dates'
import { Ledger } from '../components/ledger'
import { words } from '../words/en'
import { sayCount, sayDays, sayPercent } from './say'

const text = words.charts

type ChartTableProps = {
  title: string
  table: ChartTable
  currency: string
  linkOf: (month: string, department: number | null | undefined) => string | null
}

/** The chart's table: the same figures, and the same way to the people behind each. */
export function ChartTableTwin({ title, table, currency, linkOf }: ChartTableProps) {
  const { columns, rows } = table
  return (
    <Ledger style={{ maxWidth: 304 + 144 * (columns.length - 1) }} aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {columns.map((column, at) => (
            <Table.Th key={column.name} data-number={at > 0 || undefined}>
              {headingOf(column, currency)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.month} ${row.department}`} data-total={row.isTotal || undefined}>
            <Table.Td />
            {columns.map((column, at) => (
              <Table.Td key={column.name} data-number={at > 0 || undefined}>
                {at === 0 ? (
                  <RowName {...{ row, column, linkOf }} />
                ) : (
                  <Value cell={row.cells[at] ?? null} {...{ column, currency }} />
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Ledger>
  )
}

/** The file's headings name a month as 2026-11, which nobody says. */
const headingOf = ({ name, kind }: ChartColumn, currency: string): string =>
  name.replace(/\d{4}-\d\d/, shortMonthOf) + (kind === 'money' ? `, ${currency}` : '')

type RowNameProps = { row: ChartRow; column: ChartColumn; linkOf: ChartTableProps['linkOf'] }

function RowName({ row, column, linkOf }: RowNameProps) {
  const said = row.cells[0]
  const name = said === null ? text.noDepartment : column.kind === 'month' ? shortMonthOf(String(said)) : String(said)
  const isCounted = row.cells.slice(1).some((cell) => cell !== null)
  const href = isCounted ? linkOf(row.month, row.department) : null
  return href === null ? name : <a href={href}>{name}</a>
}

function Value({ cell, column, currency }: { cell: string | number | null; column: ChartColumn; currency: string }) {
  if (typeof cell !== 'number') return '–'
  if (column.kind === 'money') return <Amount minor={cell} currency={currency} />
  if (column.kind === 'percent') return sayPercent(cell)
  return column.kind === 'days' ? sayDays(cell) : sayCount(cell)
}
