import { Button, Table, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import type { Currency } from '../../jobs/values/money'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Amount } from '../components/amount'
import { dayOf } from '../components/dates'
import { Ledger } from '../components/ledger'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { typedAmount } from '../components/typed-amount'
import { words } from '../words/en'
import classes from './people.module.css'

const text = words.people
type Person = Output<'people.person'>

/** Base pay since when, newest first, with where each came from; a new one is typed above. */
export function BasePay({ person }: { person: Person }) {
  const { employee, contracts } = person
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const change = useAct('people.change_employee')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const minor = typedAmount(typed, employee.currency as Currency)
    setWrong(minor === null ? text.notAmount(typed) : null)
    if (minor === null) return
    // What is typed on while the answer is on its way stays.
    const clear = () => {
      setTyped((now) => (now === typed ? '' : now))
      setFrom((now) => (now === from ? '' : now))
    }
    change.mutate({ id: employee.id, base_minor: minor, ...(from === '' ? {} : { from }) }, { onSuccess: clear })
  }
  return (
    <Section title={text.pay} count={employee.currency}>
      <ForRole needed="manager">
        <form className={classes.terms} onSubmit={submit}>
          <TextInput
            label={text.newBase(employee.currency)}
            inputMode="decimal"
            value={typed}
            error={wrong}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={text.from}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <Button type="submit" loading={change.isPending}>
            {text.saveBase}
          </Button>
        </form>
        <RefusedLine error={change.error} />
      </ForRole>
      {contracts.length > 0 && (
        <Ledger className={classes.history ?? ''}>
          <Table.Tbody>
            {contracts.map((one) => (
              <Table.Tr key={one.from}>
                <Table.Td>{dayOf(one.from)}</Table.Td>
                <Table.Td data-number>
                  {one.base_minor === null ? (
                    <span className={classes.missing}>{text.noBase}</span>
                  ) : (
                    <Amount minor={one.base_minor} currency={employee.currency} />
                  )}
                </Table.Td>
                <Table.Td data-quiet>{text.employed(dayOf(one.from), one.to && dayOf(one.to))}</Table.Td>
                <Table.Td data-quiet>
                  {one.origin.kind === 'import' ? (
                    <a href={`#/imports/${one.origin.import_id}`}>
                      {text.origin.import(one.origin.file_name, one.origin.row)}
                    </a>
                  ) : one.origin.kind === 'task' ? (
                    text.origin.task(one.origin.task_id)
                  ) : (
                    text.origin[one.origin.kind]
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
