import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { groupedIban } from '../../jobs/values/bank-account'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Facts } from '../components/facts'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { isSame } from '../components/use-fields'
import { words } from '../words/en'
import classes from './people.module.css'

const text = words.payOut.account
type Person = Output<'people.person'>
type Account = NonNullable<Person['bank_account']>

/** Where a person's net goes; a changed account is confirmed in the review of the pay run. */
export function BankAccountPart({ person }: { person: Person }) {
  const [isTyping, setTyping] = useState(false)
  const { bank_account: account } = person
  return (
    <Section
      title={text.title}
      tools={
        !isTyping && (
          <ForRole needed="manager">
            <Button aria-label={text.change} onClick={() => setTyping(true)}>
              {words.people.change}
            </Button>
          </ForRole>
        )
      }
    >
      {isTyping ? (
        <AccountForm employeeId={person.employee.id} account={account} leave={() => setTyping(false)} />
      ) : account === null ? (
        <p className={classes.quiet}>{text.none}</p>
      ) : (
        <div className={classes.account}>
          <Facts facts={factsOf(account)} />
          {account.unconfirmed && <Mark state="needs" word={text.waits} />}
        </div>
      )}
    </Section>
  )
}

function factsOf(account: Account): [string, string][] {
  if (account.method === 'other') return [[text.kind, text.otherwise]]
  const facts: [string, string | null][] = [
    [text.iban, account.iban && groupedIban(account.iban)],
    [text.bic, account.bic],
    [text.routing, account.routing],
    [text.number, account.account_number],
    [text.type, account.account_type && text.types[account.account_type]],
    [text.holder, account.holder],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== null)
}

type AccountFormProps = { employeeId: number; account: Account | null; leave: () => void }

function AccountForm({ employeeId, account, leave }: AccountFormProps) {
  const [method, setMethod] = useState<string>(account?.method ?? 'iban')
  const [typed, setTyped] = useState({
    iban: account?.iban ?? '',
    bic: account?.bic ?? '',
    routing: account?.routing ?? '',
    account_number: account?.account_number ?? '',
    holder: account?.holder ?? '',
  })
  const [type, setType] = useState<'checking' | 'savings'>(account?.account_type ?? 'checking')
  const { iban, bic, routing, account_number, holder } = typed
  const own =
    method === 'other'
      ? { paid_otherwise: true }
      : method === 'iban'
        ? { iban, bic, holder }
        : { routing, account_number, account_type: type, holder }
  const sent = useRef<unknown>(null)
  // What was typed on while it was being saved is not saved yet.
  const change = useAct('people.change_employee', { onScreen: () => isSame(own, sent.current) && leave() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sent.current = own
    change.mutate({ id: employeeId, bank_account: own })
  }
  const field = (name: keyof typeof typed, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={typed[name]}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
    />
  )
  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
      }}
    >
      <Select
        className={classes.whole ?? ''}
        label={text.kind}
        data={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
        value={method}
        allowDeselect={false}
        onChange={(chosen) => chosen && setMethod(chosen)}
      />
      {method === 'iban' && (
        <>
          {field('iban', text.iban)}
          {field('bic', text.bic, text.bicHint)}
        </>
      )}
      {method === 'aba' && (
        <>
          {field('routing', text.routing)}
          {field('account_number', text.number)}
          <Select
            label={text.type}
            data={Object.entries(text.types).map(([value, label]) => ({ value, label }))}
            value={type}
            allowDeselect={false}
            onChange={(chosen) => setType(chosen === 'savings' ? 'savings' : 'checking')}
          />
        </>
      )}
      {method !== 'other' && field('holder', text.holder, text.holderHint)}
      <div className={`${classes.whole} ${classes.actions}`}>
        <Button type="submit" variant="filled" loading={change.isPending}>
          {text.save}
        </Button>
        {account && (
          <Button onClick={() => change.mutate({ id: employeeId, bank_account: null }, { onSuccess: leave })}>
            {text.forget}
          </Button>
        )}
        <Button onClick={leave}>{text.cancel}</Button>
      </div>
      <div className={classes.whole}>
        <RefusedLine error={change.error} />
      </div>
    </form>
  )
}
