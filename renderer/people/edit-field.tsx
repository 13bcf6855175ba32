import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { dayOf } from '../components/dates'
import { languageName, languagesWith } from '../components/languages'
import { RefusedLine } from '../components/refused-line'
import { takeFocus } from '../components/take-focus'
import { useTypedOver } from '../components/use-fields'
import { words } from '../words/en'
import classes from './people.module.css'

const text = words.people
export type EditableField =
  | 'name'
  | 'external_ref'
  | 'email'
  | 'phone'
  | 'language'
  | 'department'
  | 'hire_date'
  | 'termination_date'

type EditFieldProps = { employeeId: number; field: EditableField; value: string | null }

const isDate = (field: EditableField) => field.endsWith('_date')

function shown(field: EditableField, value: string | null): string {
  if (field === 'language') return value === null ? text.asOffice : languageName(value)
  if (value === null) return text.nothing
  return isDate(field) ? dayOf(value) : value
}

/** One fact of a person, changed where it stands; Enter saves, Escape leaves it as it was. */
export function EditField({ employeeId, field, value }: EditFieldProps) {
  const { typed, type, sending, taken } = useTypedOver()
  const [wasTyped, setWasTyped] = useState(false)
  const change = useAct('people.change_employee', { done: taken })
  const name = text.fields[field] ?? field
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = (typed ?? '').trim()
    sending()
    change.mutate({ id: employeeId, [field]: said === '' && field !== 'name' && field !== 'hire_date' ? null : said })
  }
  const leave = () => {
    type(null)
    change.reset()
  }
  return (
    <div className={classes.field}>
      <span className={classes.name}>{name}</span>
      {typed === null ? (
        <>
          <span className={classes.value}>{shown(field, value)}</span>
          <ForRole needed="manager">
            <Button
              variant="subtle"
              aria-label={text.edit(name)}
              // Whoever typed here goes on from here, unless they are elsewhere by the time it is saved.
              ref={wasTyped ? takeFocus : null}
              onClick={() => {
                setWasTyped(true)
                type(value ?? '')
              }}
            >
              {text.change}
            </Button>
          </ForRole>
        </>
      ) : (
        <form
          className={classes.typed}
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave()
          }}
        >
          {field === 'language' ? (
            <Select
              aria-label={name}
              data={[{ value: '', label: text.asOffice }, ...languagesWith(value ?? '')]}
              value={typed}
              allowDeselect={false}
              autoFocus
              error={change.error !== null}
              onChange={(language) => type(language ?? '')}
            />
          ) : (
            <TextInput
              aria-label={name}
              type={isDate(field) ? 'date' : 'text'}
              value={typed}
              autoFocus
              error={change.error !== null}
              onChange={(event) => type(event.currentTarget.value)}
            />
          )}
          <Button type="submit" loading={change.isPending}>
            {text.save}
          </Button>
          <Button onClick={leave}>{text.cancel}</Button>
        </form>
      )}
      <RefusedLine error={change.error} />
    </div>
  )
}
