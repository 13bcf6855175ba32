import { Table } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { Amount } from '../components/amount'
import { Ledger } from '../components/ledger'
import { words } from '../words/en'
import classes from './calculator.module.css'

const text = words.calculator

/** The lines as a payslip has them: what is earned, what is taken off, what is left. */
export function Result({ result }: { result: Output<'people.calculate'> }) {
  const { currency, lines, problem } = result
  const of = (kind: (typeof lines)[number]['kind']) => lines.filter((line) => line.kind === kind)
  const rows = (kind: (typeof lines)[number]['kind'], sign: 1 | -1) =>
    of(kind).map((line) => (
      <Table.Tr key={line.code}>
        <Table.Td>{line.quantity}</Table.Td>
        <Table.Td>{line.name}</Table.Td>
        <Table.Td data-number>
          <Amount minor={sign * line.amount_minor} currency={currency} />
        </Table.Td>
      </Table.Tr>
    ))
  const total = (name: string, minor: number) => (
    <Table.Tr data-total>
      <Table.Td />
      <Table.Td>{name}</Table.Td>
      <Table.Td data-number>
        <Amount minor={minor} currency={currency} />
      </Table.Td>
    </Table.Tr>
  )
  return (
    <>
      <Ledger className={classes.result ?? ''} aria-label={text.result}>
        <Table.Tbody>
          {rows('earning', 1)}
          {total(text.gross, result.gross_minor)}
          {rows('deduction', -1)}
          {total(text.net, result.net_minor)}
          {rows('employer', 1)}
          {result.employer_minor > 0 && total(text.employer, result.employer_minor)}
        </Table.Tbody>
      </Ledger>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem.message} {problem.fix}
        </p>
      )}
    </>
  )
}
