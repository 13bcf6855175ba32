import { Button, Select, Table, TextInput, VisuallyHidden } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useOfficeClock } from '../../app/live'
import { ForRole } from '../../app/lock/for-role'
import { useAct, useAsk } from '../../app/office'
import { Amount } from '../../components/amount'
import { dayOf } from '../../components/dates'
import { Ledger } from '../../components/ledger'
import { RefusedLine } from '../../components/refused-line'
import { Section } from '../../components/section'
import { useFields } from '../../components/use-fields'
import { words } from '../../words/en'
import classes from '../people.module.css'
import { minorOf, type TermsProps } from './terms'

const text = words.payRules.terms

/** What the office lent, and how much of it is still owed. */
export function Loans({ employeeId, terms }: TermsProps) {
  const { currency, loans } = terms
  const stop = useAct('payroll.stop_loan')
  const today = useOfficeClock(useAsk('system.about', {}).data?.now).toISOString().slice(0, 10)
  const nameOf = (code: string) => terms.item_codes.find((one) => one.code === code)?.name ?? code
  return (
    <Section title={text.loans} count={currency}>
      <ForRole needed="manager">
        <NewLoan employeeId={employeeId} terms={terms} />
      </ForRole>
      <RefusedLine error={stop.error} />
      {loans.length === 0 ? (
        <p className={classes.quiet}>{text.noLoans}</p>
      ) : (
        <Ledger className={`${classes.history} ${classes.roomy}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{text.from}</Table.Th>
              <Table.Th>{text.loan}</Table.Th>
              <Table.Th data-number>{text.principal(currency)}</Table.Th>
              <Table.Th data-number>{text.instalment(currency)}</Table.Th>
              <Table.Th data-number>{text.balance(currency)}</Table.Th>
              <Table.Th>{text.note}</Table.Th>
              <Table.Th>
                <VisuallyHidden>{text.stop}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {loans.map((one) => {
              const what = `${nameOf(one.code)}, ${dayOf(one.from)}`
              return (
                <Table.Tr key={one.id}>
                  <Table.Td />
                  <Table.Td>{dayOf(one.from)}</Table.Td>
                  <Table.Td>{nameOf(one.code)}</Table.Td>
                  <Table.Td data-number>
                    <Amount minor={one.principal_minor} currency={currency} />
                  </Table.Td>
                  <Table.Td data-number>
                    <Amount minor={one.instalment_minor} currency={currency} />
                  </Table.Td>
                  <Table.Td data-number>
                    <Amount minor={one.balance_minor} currency={currency} />
                  </Table.Td>
                  <Table.Td data-quiet>
                    {[one.note, one.stopped_on && text.stopped(dayOf(one.stopped_on))].filter(Boolean).join(', ')}
                  </Table.Td>
                  <Table.Td>
                    <ForRole needed="manager">
                      {one.balance_minor > 0 && (
                        <Button
                          size="xs"
                          aria-label={one.stopped_on === null ? text.stopOf(what) : text.resumeOf(what)}
                          onClick={() => stop.mutate({ id: one.id, on: one.stopped_on === null ? today : null })}
                        >
                          {one.stopped_on === null ? text.stop : text.resume}
                        </Button>
                      )}
                    </ForRole>
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

const EMPTY = { code: 'LOAN', principal: '', instalment: '', from: '', note: '' }

function NewLoan({ employeeId, terms }: TermsProps) {
  const { currency } = terms
  const { typed, set, sending, taken } = useFields(EMPTY)
  const [wrong, setWrong] = useState<{ principal: string | null; instalment: string | null }>({
    principal: null,
    instalment: null,
  })
  const add = useAct('payroll.add_loan', { done: taken })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sending()
    const principal = minorOf(typed.principal, currency)
    const instalment = minorOf(typed.instalment || typed.principal, currency)
    setWrong({
      principal: principal === null ? text.notAmount(typed.principal) : null,
      instalment: instalment === null ? text.notAmount(typed.instalment) : null,
    })
    if (principal === null || instalment === null) return
    const { code, from, note } = typed
    add.mutate({ employee_id: employeeId, code, principal_minor: principal, instalment_minor: instalment, from, note })
  }
  const amount = (name: 'principal' | 'instalment') => (
    <TextInput
      label={text[name](currency)}
      inputMode="decimal"
      required={name === 'principal'}
      withAsterisk={false}
      value={typed[name]}
      error={wrong[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <form className={classes.terms} onSubmit={submit}>
        <Select
          label={text.loan}
          allowDeselect={false}
          data={terms.item_codes.filter((one) => one.takes_loans).map((one) => ({ value: one.code, label: one.name }))}
          value={typed.code}
          onChange={(code) => set({ code: code ?? 'LOAN' })}
        />
        {amount('principal')}
        {amount('instalment')}
        <TextInput
          type="date"
          label={text.firstOn}
          required
          withAsterisk={false}
          value={typed.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          label={text.note}
          value={typed.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <Button type="submit" loading={add.isPending}>
          {text.addLoan}
        </Button>
      </form>
      <RefusedLine error={add.error} />
    </>
  )
}
