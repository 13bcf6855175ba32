import { Button, Table, VisuallyHidden } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { Ledger } from '../components/ledger'
import { words } from '../words/en'

const text = words.settings.holidays

/** Wed 25 Dec 2026: a date has no zone, so it is read and shown in one. */
const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat(words.locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`))

type HolidayListProps = { holidays: Output<'holidays.list'>['items']; remove: (date: string) => void }

export const HolidayList = ({ holidays, remove }: HolidayListProps) => (
  <Ledger>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{text.columns.date}</Table.Th>
        <Table.Th>{text.columns.name}</Table.Th>
        <Table.Th>{text.columns.source}</Table.Th>
        <Table.Th>
          <VisuallyHidden>{text.columns.actions}</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {holidays.map(({ date, name, source }) => (
        <Table.Tr key={date}>
          <Table.Td>{dayInWords(date)}</Table.Td>
          <Table.Td>{name}</Table.Td>
          <Table.Td data-quiet>{source === 'typed' ? text.typed : source}</Table.Td>
          <Table.Td>
            <Button size="xs" aria-label={`${text.remove}: ${name}, ${dayInWords(date)}`} onClick={() => remove(date)}>
              {text.remove}
            </Button>
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Ledger>
)
