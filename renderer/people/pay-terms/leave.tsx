import { Button, Checkbox, Select, Table, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useAct } from '../../app/office'
import { dayOf } from '../../components/dates'
import { Ledger } from '../../components/ledger'
import { RefusedLine } from '../../components/refused-line'
import { Section } from '../../components/section'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from '../people.module.css'
import type { TermsProps } from './terms'

const text = words.payRules.terms
const EMPTY = { kind: 'unpaid', from: '', to: '', half: false, note: '' }

/** Days of leave and absence; the unpaid ones are taken off the paid days. */
export function Leave({ employeeId, terms }: TermsProps) {
  const { typed, set, sending, taken } = useFields(EMPTY)
  const add = useAct('payroll.add_leave', { done: taken })
  const remove = useAct('payroll.remove_leave')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sending()
    const { from, half: half_day, note } = typed
    const kind = typed.kind as 'paid' | 'unpaid' | 'absence'
    add.mutate({ employee_id: employeeId, kind, from, to: typed.to || from, half_day, note })
  }
  return (
    <Section title={text.leave} count={terms.leave.length}>
      <form className={classes.terms} onSubmit={submit}>
        <Select
          label={text.kind}
          allowDeselect={false}
          data={Object.entries(text.leaveKinds).map(([value, label]) => ({ value, label }))}
          value={typed.kind}
          onChange={(kind) => set({ kind: kind ?? 'unpaid' })}
        />
        <TextInput
          type="date"
          label={text.from}
          required
          withAsterisk={false}
          value={typed.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={text.to}
          value={typed.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <Checkbox
          className={classes.check ?? ''}
          label={text.half}
          checked={typed.half}
          onChange={(event) => set({ half: event.currentTarget.checked })}
        />
        <TextInput
          label={text.note}
          value={typed.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Button type="submit" loading={add.isPending}>
          {text.addLeave}
        </Button>
      </form>
      <RefusedLine error={add.error ?? remove.error} />
      {terms.leave.length === 0 ? (
        <p className={classes.quiet}>{text.noLeave}</p>
      ) : (
        <Ledger className={`${classes.history} ${classes.roomy}`}>
          <Table.Tbody>
            {terms.leave.map((one) => {
              const days = one.from === one.to ? dayOf(one.from) : `${dayOf(one.from)} – ${dayOf(one.to)}`
              const what = text.leaveKinds[one.kind] ?? one.kind
              return (
                <Table.Tr key={one.id}>
                  <Table.Td />
                  <Table.Td>{days}</Table.Td>
                  <Table.Td>{[what, one.half_day && text.halfOf].filter(Boolean).join(', ')}</Table.Td>
                  <Table.Td data-quiet>{one.note}</Table.Td>
                  <Table.Td>
                    <Button
                      size="xs"
                      aria-label={text.removeLeave(`${what}, ${days}`)}
                      onClick={() => remove.mutate({ id: one.id })}
                    >
                      {words.payRules.remove}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Ledger>
      )}
    </Section>
  )
}
