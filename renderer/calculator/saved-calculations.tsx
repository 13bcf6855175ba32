import { Button, Table } from '@mantine/core'
import { useOfficeClock } from '../app/live'
import { useAct, useAsk } from '../app/office'
import { Amount } from '../components/amount'
import { shortMonthOf } from '../components/dates'
import { Ledger } from '../components/ledger'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { whenOf } from '../components/when'
import people from '../people/people.module.css'
import { words } from '../words/en'

const text = words.calculator

/** What was saved, newest first; the last one of an employee and month can be undone. */
export function SavedCalculations() {
  const items = useAsk('people.calculations', {}).data?.items
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const undo = useAct('people.undo_calculation')
  if (!items || !about) return null
  return (
    <Section title={text.history} count={items.length}>
      <RefusedLine error={undo.error} />
      {items.length === 0 ? (
        <p className={people.quiet}>{text.none}</p>
      ) : (
        <Ledger className={people.history ?? ''} aria-label={text.history}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.month}</Table.Th>
              <Table.Th>{text.columns.name}</Table.Th>
              <Table.Th data-number>{text.columns.gross}</Table.Th>
              <Table.Th data-number>{text.columns.net}</Table.Th>
              <Table.Th>{text.columns.saved}</Table.Th>
              <Table.Th w={96}>{text.columns.undo}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{shortMonthOf(one.month)}</Table.Td>
                <Table.Td>
                  <a href={`#/people/${one.employee_id}`}>{one.name}</a>
                </Table.Td>
                <Table.Td data-number>
                  <Amount minor={one.gross_minor} currency={one.currency} />
                </Table.Td>
                <Table.Td data-number>
                  <Amount minor={one.net_minor} currency={one.currency} />
                </Table.Td>
                <Table.Td data-quiet>{text.by(whenOf(one.saved_at, about.zone, now), one.saved_by)}</Table.Td>
                <Table.Td data-quiet>
                  {one.undone_at ? (
                    text.undone
                  ) : (
                    <Button
                      variant="subtle"
                      aria-label={text.undoOf(one.name, shortMonthOf(one.month))}
                      onClick={() => undo.mutate({ id: one.id })}
                    >
                      {text.undo}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Ledger>
      )}
    </Section>
  )
}
