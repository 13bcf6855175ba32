import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { useAct, useAsk } from '../../app/office'
import { Mark } from '../../components/mark'
import { Section } from '../../components/section'
import { PanelTitle, SidePanel } from '../../components/side-panel'
import { words } from '../../words/en'
import { Refusal } from '../refusal'
import classes from './check.module.css'
import { FilterList } from './filter-list'
import { type Cause, keyOfCause } from './layout'

type ReplacePanelProps = {
  id: number
  causes: Cause[]
  cause: Cause
  onCause(cause: Cause): void
  onDone(): void
  onClose(): void
}

/** Find and replace within a cause: what stands in its cells and how often, one click to take a value. */
export function ReplacePanel({ id, causes, cause, onCause, onDone, onClose }: ReplacePanelProps) {
  const text = words.imports.replace
  const { severity, code, field } = cause
  const values = useAsk('imports.cause_values', { id, severity, code, field }).data?.items ?? []
  const [find, setFind] = useState<string | null>(null)
  const [by, setBy] = useState('')
  const [isWhole, setWhole] = useState(true)
  const [changed, setChanged] = useState<number | null>(null)
  const act = useAct('imports.replace', {
    done: ({ rows }) => {
      setChanged(rows)
      setFind(null)
      setBy('')
      onDone()
    },
  })
  useHotkeys([['Escape', onClose]], [])
  const sought = find ?? values[0]?.value ?? ''
  const meant = isWhole ? (values.find(({ value }) => value === sought)?.rows ?? null) : null
  const offered = causes.filter(({ column }) => column !== null)
  return (
    <SidePanel label={text.title}>
      <PanelTitle title={text.title} note={text.note} />
      <Refusal error={act.error} />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ id, severity, code, field, find: sought, replace: by, whole: isWhole })
        }}
      >
        <Select
          label={text.cause}
          data={offered.map((one) => ({
            value: keyOfCause(one),
            label: words.imports.check.of(one.message, one.label),
          }))}
          value={keyOfCause(cause)}
          allowDeselect={false}
          onChange={(value) => {
            const next = offered.find((one) => keyOfCause(one) === value)
            if (!next) return
            setFind(null)
            onCause(next)
          }}
        />
        <TextInput
          label={text.find}
          value={sought}
          placeholder={text.empty}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TextInput label={text.with} value={by} autoFocus onChange={(event) => setBy(event.currentTarget.value)} />
        <Checkbox label={text.whole} checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />
        <div>
          <Button type="submit" disabled={act.isPending}>
            {text.go(meant)}
          </Button>{' '}
          <Button variant="subtle" onClick={onClose}>
            {text.close}
          </Button>
        </div>
        {changed !== null && <Mark state="done" word={text.done(changed)} />}
      </form>
      <Section inPanel title={text.values}>
        <FilterList
          filters={values.map(({ value, rows }) => ({ value, label: value || text.empty, rows }))}
          chosen={sought}
          onChoose={(value) => setFind(value === 'all' ? null : value)}
        />
      </Section>
    </SidePanel>
  )
}
