import { Table } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useAsk } from '../app/office'
import { Amount, formatChange } from '../components/amount'
import { spanOf } from '../components/dates'
import { Ledger } from '../components/ledger'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './review-table.module.css'

const text = words.payRuns.components

/** The run component by component, beside the last one and that of a year ago. */
export function ComponentTable({ run }: { run: Output<'payroll.run'> }) {
  const review = useAsk('payroll.review', { id: run.id, rest: false }).data
  if (!review || review.components.length === 0) return null
  const { before, year_ago: yearAgo, components } = review
  const sign = (kind: string, minor: number) => (kind === 'deduction' ? -minor : minor)
  return (
    <Section title={text.title} count={run.currency}>
      <Ledger className={classes.components ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th>{text.component}</Table.Th>
            <Table.Th data-number>{yearAgo ? spanOf(yearAgo.start_date, yearAgo.end_date) : text.noYearAgo}</Table.Th>
            <Table.Th data-number>{before ? spanOf(before.start_date, before.end_date) : text.noBefore}</Table.Th>
            <Table.Th data-number>{text.now}</Table.Th>
            <Table.Th data-number>{text.change}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {components.map((one) => (
            <Table.Tr key={`${one.kind} ${one.code}`}>
              <Table.Td data-quiet>{text.kinds[one.kind]}</Table.Td>
              <Table.Td>{one.name}</Table.Td>
              <Table.Td data-number data-quiet>
                {yearAgo && <Amount minor={sign(one.kind, one.year_ago_minor)} currency={run.currency} />}
              </Table.Td>
              <Table.Td data-number data-quiet>
                {before && <Amount minor={sign(one.kind, one.before_minor)} currency={run.currency} />}
              </Table.Td>
              <Table.Td data-number>
                <Amount minor={sign(one.kind, one.amount_minor)} currency={run.currency} />
              </Table.Td>
              <Table.Td data-number>{before && formatChange(one.before_minor, one.amount_minor)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Ledger>
    </Section>
  )
}
