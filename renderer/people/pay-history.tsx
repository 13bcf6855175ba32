import { Button, Table } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAct, useClient } from '../app/office'
import { CameFrom } from '../charts/came-from'
import { Amount } from '../components/amount'
import { shortMonthOf, spanOf } from '../components/dates'
import { Ledger } from '../components/ledger'
import { RefusedLine } from '../components/refused-line'
import { saveAnswer } from '../components/save-file'
import { Section } from '../components/section'
import { words } from '../words/en'
import classes from './people.module.css'

const text = words.people
type Person = Output<'people.person'>

/** The runs somebody was in, with the payslip to open. */
export function Slips({ person }: { person: Person }) {
  const client = useClient()
  const open = useAct('payslips.one')
  const mayOpen = useMay('manager')
  const openSlip = (id: number) =>
    open.mutate(
      { id },
      { onSuccess: (file) => saveAnswer(client.transport, file, `/api/payroll/slips/${id}/payslip.pdf`) },
    )
  return (
    <Section title={text.slips} count={person.slips.length}>
      {person.slips.length === 0 ? (
        <p className={classes.quiet}>{text.noSlips}</p>
      ) : (
        <Ledger className={classes.history ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{text.slip.period}</Table.Th>
              <Table.Th>{text.slip.state}</Table.Th>
              <Table.Th data-number>
                {text.slip.gross}, {person.employee.currency}
              </Table.Th>
              <Table.Th data-number>
                {text.slip.net}, {person.employee.currency}
              </Table.Th>
              <Table.Th>{text.slip.payslip}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {person.slips.map((one) => (
              <Table.Tr key={one.slip_id}>
                <Table.Td />
                <Table.Td>
                  <a href={`#/pay-runs/${one.period_id}`}>{spanOf(one.start_date, one.end_date)}</a>
                </Table.Td>
                <Table.Td data-quiet>
                  {one.status === 'error'
                    ? text.error
                    : words.payRuns.states[one.run_status === 'draft' ? 'review' : one.run_status]}
                </Table.Td>
                <Table.Td data-number data-quiet>
                  <Amount minor={one.gross_minor} currency={one.currency} />
                </Table.Td>
                <Table.Td data-number>
                  <a href={`#/pay-runs/${one.period_id}/explain/${one.slip_id}/NET`}>
                    <Amount minor={one.net_minor} currency={one.currency} />
                  </a>
                </Table.Td>
                <Table.Td>
                  {mayOpen && one.has_payslip && (
                    <Button
                      variant="subtle"
                      aria-label={text.openOf(spanOf(one.start_date, one.end_date))}
                      onClick={() => openSlip(one.slip_id)}
                    >
                      {text.open}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      )}
      <RefusedLine error={open.error} />
    </Section>
  )
}

const AMOUNTS = ['basic', 'overtime', 'incentive', 'tds', 'gross', 'net'] as const

/** What each source says was earned in a month. */
export function Months({ person }: { person: Person }) {
  return (
    <Section title={text.months} count={person.employee.currency}>
      {person.facts.length === 0 ? (
        <p className={classes.quiet}>{text.noMonths}</p>
      ) : (
        <Ledger className={classes.history ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th w={96}>{text.month.month}</Table.Th>
              <Table.Th w={104}>{text.month.source}</Table.Th>
              {AMOUNTS.map((name) => (
                <Table.Th key={name} data-number>
                  {text.month[name]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {person.facts.map((one) => (
              <Table.Tr key={`${one.month} ${one.source}`}>
                <Table.Td />
                <Table.Td>{shortMonthOf(one.month)}</Table.Td>
                <Table.Td data-quiet title={fromOf(one)}>
                  <CameFrom fact={one} as={text.sources[one.source]} />
                </Table.Td>
                {AMOUNTS.map((name) => (
                  <Table.Td key={name} data-number>
                    <Amount minor={one[`${name}_minor`]} currency={one.currency} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      )}
    </Section>
  )
}

const fromOf = ({ origin }: Person['facts'][number]): string | undefined =>
  origin.kind === 'import' ? text.origin.import(origin.file_name, origin.row) : undefined

/** Days at work by month, as far as anybody has told them. */
export function DaysAtWork({ person }: { person: Person }) {
  const told = person.facts.filter((one) => one.present_days !== null || one.absent_days !== null)
  return (
    <Section title={text.attendance} count={told.length}>
      {told.length === 0 ? (
        <p className={classes.quiet}>{text.noDays}</p>
      ) : (
        <Ledger className={classes.days ?? ''} aria-label={text.attendance}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{text.month.month}</Table.Th>
              <Table.Th data-number>{text.month.present}</Table.Th>
              <Table.Th data-number>{text.month.absent}</Table.Th>
              <Table.Th>{text.month.source}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {told.map((one) => (
              <Table.Tr key={`${one.month} ${one.source}`}>
                <Table.Td />
                <Table.Td>{shortMonthOf(one.month)}</Table.Td>
                <Table.Td data-number>{one.present_days ?? '–'}</Table.Td>
                <Table.Td data-number>{one.absent_days ?? '–'}</Table.Td>
                <Table.Td data-quiet>
                  <CameFrom fact={one} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      )}
    </Section>
  )
}
