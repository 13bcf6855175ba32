import { Button, Checkbox, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { useAct, useAsk } from '../../app/office'
import { Mark } from '../../components/mark'
import { Section } from '../../components/section'
import { words } from '../../words/en'
import { Refusal } from '../refusal'
import classes from './check.module.css'
import { FilterList } from './filter-list'
import type { Cause } from './layout'

type ReplaceFormProps = {
  id: number
  cause: Cause
  onDone(changed: Output<'imports.replace'>): void
  /** What is to stand in place of a value is being typed, or no longer. */
  onTyping(isTyping: boolean): void
}

/** Find and replace within a cause: what stands in its cells and how often, one click to take a value. */
export function ReplaceForm({ id, cause, onDone, onTyping }: ReplaceFormProps) {
  const text = words.imports.replace
  const { severity, code, field } = cause
  const values = useAsk('imports.cause_values', { id, severity, code, field }).data?.items ?? []
  const [find, setFind] = useState<string | null>(null)
  const [by, setBy] = useState('')
  const [isWhole, setWhole] = useState(true)
  const [changed, setChanged] = useState<number | null>(null)
  const act = useAct('imports.replace', {
    done: (answer) => {
      setChanged(answer.rows)
      setFind(null)
      setBy('')
      onTyping(false)
      onDone(answer)
    },
  })
  useEffect(() => () => onTyping(false), [onTyping])
  const sought = find ?? values[0]?.value ?? ''
  const meant = isWhole ? (values.find(({ value }) => value === sought)?.rows ?? null) : null
  return (
    <>
      <Section inPanel title={text.title}>
        <Refusal error={act.error} />
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            act.mutate({ id, severity, code, field, find: sought, replace: by, whole: isWhole })
          }}
        >
          <TextInput
            label={text.find}
            value={sought}
            placeholder={text.empty}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          <TextInput
            label={text.with}
            value={by}
            onChange={(event) => {
              setFind(sought) // what is meant stays so, whatever values the office tells of next
              setBy(event.currentTarget.value)
              onTyping(event.currentTarget.value !== '')
            }}
          />
          <Checkbox label={text.whole} checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />
          <div>
            <Button type="submit" disabled={act.isPending}>
              {text.go(meant)}
            </Button>
          </div>
          {changed !== null && <Mark state="done" word={text.done(changed)} />}
        </form>
      </Section>
      <Section inPanel title={text.values}>
        <FilterList
          filters={values.map(({ value, rows }) => ({ value, label: value || text.empty, rows }))}
          chosen={sought}
          onChoose={(value) => setFind(value === 'all' ? null : value)}
        />
      </Section>
    </>
  )
}
