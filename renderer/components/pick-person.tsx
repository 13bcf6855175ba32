import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAsk } from '../app/office'
import { words } from '../words/en'
import { takeFocus } from './take-focus'

const ASK_AFTER_MS = 150
const SHOWN = 50

const labelOf = ({ name, external_ref: ref }: Output<'people.list_employees'>['items'][number]): string =>
  ref === null ? name : `${name} (${ref})`

type PickPersonProps = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  placeholder?: string
  clearable?: boolean
  autoFocus?: boolean
}

/** One employee, by part of a name, number or department: the office is asked, so that nobody is beyond the list. */
export function PickPerson({ label, value, onChange, placeholder, clearable, autoFocus }: PickPersonProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const [asked] = useDebouncedValue(typed.trim(), ASK_AFTER_MS)
  // The name of who is chosen stands in the field: it is no question.
  const q = asked === chosen?.label ? '' : asked
  const found = useAsk('people.list_employees', { q, limit: SHOWN }).data
  const options = (found?.items ?? []).map((one) => ({ value: String(one.id), label: labelOf(one) }))
  const isListed = value === null || options.some((one) => one.value === value)
  const data = isListed || !chosen ? options : [chosen, ...options]
  return (
    <Select
      label={label}
      {...(placeholder !== undefined && { placeholder })}
      data={data}
      filter={({ options: all }) => all}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(id) => {
        setChosen(data.find((one) => one.value === id) ?? null)
        onChange(id)
      }}
      nothingFoundMessage={found && words.people.noneFound(q)[0]}
      clearable={clearable ?? false}
      ref={autoFocus ? takeFocus : null}
    />
  )
}
