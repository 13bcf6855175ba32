import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { dayOf } from '../components/dates'
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

/** One fact of a person, changed where it stands; Enter saves, Escape leaves it as it was. */
export function EditField({ employeeId, field, value }: EditFieldProps) {
  const { typed, type, sending, taken } = useTypedOver()
  const [wasTyped, setWasTyped] = useState(false)
  const change = useAct('people.change_employee', { done: taken })
  const name = text.fields[field] ?? field
  const isDate = field.endsWith('_date')
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
          <span className={classes.value}>{value === null ? text.nothing : isDate ? dayOf(value) : value}</span>
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
          <TextInput
            aria-label={name}
            type={isDate ? 'date' : 'text'}
            value={typed}
            autoFocus
            error={change.error !== null}
            onChange={(event) => type(event.currentTarget.value)}
          />
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
