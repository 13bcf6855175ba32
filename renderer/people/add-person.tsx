import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Currency } from '../../jobs/values/money'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { takeFocus } from '../components/take-focus'
import { typedAmount } from '../components/typed-amount'
import { words } from '../words/en'
import classes from './people.module.css'

const text = words.people
const FIELDS = ['given_name', 'family_name', 'external_ref', 'department', 'email', 'phone', 'hire_date'] as const
const DATES = new Set<string>(['hire_date'])

/** Somebody typed in by hand; what is left empty is not known. */
export function AddPerson() {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [wrong, setWrong] = useState<string | null>(null)
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency
  const add = useAct('people.add_employee', { goTo: ({ id }) => `#/people/${id}` })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const base = (typed.base_minor ?? '').trim()
    const minor = base === '' ? null : typedAmount(base, String(currency) as Currency)
    setWrong(base !== '' && minor === null ? text.notAmount(base) : null)
    if (base !== '' && minor === null) return
    const given = FIELDS.flatMap((field) => (typed[field]?.trim() ? [[field, typed[field].trim()]] : []))
    add.mutate({ ...Object.fromEntries(given), ...(minor === null ? {} : { base_minor: minor }) })
  }
  const set = (field: string) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setTyped((before) => ({ ...before, [field]: value }))
  }
  return (
    <Page folio="" title={text.form.title}>
      <form className={classes.form} onSubmit={submit}>
        {FIELDS.map((field, index) => (
          <TextInput
            key={field}
            label={text.fields[field]}
            type={DATES.has(field) ? 'date' : 'text'}
            ref={index === 0 ? takeFocus : null}
            value={typed[field] ?? ''}
            onChange={set(field)}
          />
        ))}
        <TextInput
          label={`${text.fields.base_minor}, ${currency ?? ''}`}
          inputMode="decimal"
          value={typed.base_minor ?? ''}
          error={wrong}
          onChange={set('base_minor')}
        />
        <div className={classes.whole}>
          <RefusedLine error={add.error} />
          <div className={classes.actions}>
            <ForRole needed="manager">
              <Button type="submit" variant="filled" loading={add.isPending}>
                {text.form.save}
              </Button>
            </ForRole>
            <Button component="a" href="#/people" data-cancels>
              {text.form.cancel}
            </Button>
          </div>
        </div>
      </form>
    </Page>
  )
}
