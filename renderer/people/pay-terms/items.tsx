import { Button, Select, Table, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../app/office'
import { Amount } from '../../components/amount'
import { shortMonthOf } from '../../components/dates'
import { Ledger } from '../../components/ledger'
import { RefusedLine } from '../../components/refused-line'
import { Section } from '../../components/section'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from '../people.module.css'
import { minorOf, type TermsProps } from './terms'

const text = words.payRules.terms
const EMPTY = { month: '', code: '', quantity: '', amount: '' }

/** One-off items by month: overtime, incentives, absence; those typed here can be taken out again. */
export function Items({ employeeId, terms }: TermsProps) {
  const { currency, items } = terms
  const { typed, set, sending, taken } = useFields(EMPTY)
  const [wrong, setWrong] = useState<string | null>(null)
  const change = useAct('payroll.set_item')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sending()
    const amount = typed.amount.trim() === '' ? null : minorOf(typed.amount, currency)
    const isWrong = typed.amount.trim() !== '' && amount === null
    setWrong(isWrong ? text.notAmount(typed.amount) : null)
    if (isWrong) return
    const { month, code } = typed
    const quantity = typed.quantity.trim() || null
    change.mutate(
      { employee_id: employeeId, month, code, amount_minor: amount, quantity, rate_minor: null },
      { onSuccess: taken },
    )
  }
  return (
    <Section title={text.items} count={currency}>
      <form className={classes.terms} onSubmit={submit}>
        <TextInput
          type="month"
          label={text.month}
          required
          withAsterisk={false}
          value={typed.month}
          onChange={(event) => set({ month: event.currentTarget.value })}
        />
        <Select
          label={text.item}
          searchable
          data={terms.item_codes.map((one) => ({ value: one.code, label: one.name }))}
          value={typed.code || null}
          onChange={(code) => set({ code: code ?? '' })}
        />
        <TextInput
          label={text.quantity}
          inputMode="decimal"
          value={typed.quantity}
          onChange={(event) => set({ quantity: event.currentTarget.value })}
        />
        <TextInput
          label={text.amount(currency)}
          inputMode="decimal"
          value={typed.amount}
          error={wrong}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <Button type="submit" disabled={typed.code === ''} loading={change.isPending}>
          {text.addItem}
        </Button>
      </form>
      <RefusedLine error={change.error} />
      {items.length === 0 ? (
        <p className={classes.quiet}>{text.noItems}</p>
      ) : (
        <Ledger className={`${classes.history} ${classes.roomy}`}>
          <Table.Tbody>
            {items.map((one) => (
              <Table.Tr key={`${one.month} ${one.code} ${one.source}`}>
                <Table.Td />
                <Table.Td>{shortMonthOf(one.month)}</Table.Td>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td data-number>{one.quantity}</Table.Td>
                <Table.Td data-number>
                  {one.amount_minor !== null && <Amount minor={one.amount_minor} currency={currency} />}
                </Table.Td>
                <Table.Td data-quiet>
                  {one.source === 'typed'
                    ? text.typed
                    : (words.people.sources[one.source as 'excel' | 'form'] ?? one.source)}
                  {text.standing[one.standing]}
                </Table.Td>
                <Table.Td>
                  {one.source === 'typed' && (
                    <Button
                      size="xs"
                      aria-label={text.removeItem(`${one.name}, ${shortMonthOf(one.month)}`)}
                      onClick={() => change.mutate({ employee_id: employeeId, month: one.month, code: one.code })}
                    >
                      {words.payRules.remove}
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
