import { Button, Select } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { Output } from '../../../jobs/api/contract'
import { useAct, useAsk } from '../../app/office'
import { Mark } from '../../components/mark'
import { Section } from '../../components/section'
import { PanelTitle, SidePanel } from '../../components/side-panel'
import { words } from '../../words/en'
import { Refusal } from '../refusal'
import classes from './check.module.css'
import { FixList } from './fix-list'
import { type Cause, keyOfCause } from './layout'
import { ReplaceForm } from './replace-form'

type FixPanelProps = {
  id: number
  causes: Cause[]
  cause: Cause
  onCause(cause: Cause): void
  /** Rows were changed, by one step that can be taken back. */
  onDone(changed: Output<'imports.replace'>): void
  onClose(): void
  onTyping(isTyping: boolean): void
}

/** Mends all rows of a cause: in one click where something is sure, else by find and replace. */
export function FixPanel({ id, causes, cause, onCause, onDone, onClose, onTyping }: FixPanelProps) {
  const text = words.imports.fix
  const { severity, code, field } = cause
  const key = keyOfCause(cause)
  const [fixed, setFixed] = useState<{ of: string; rows: number } | null>(null)
  const hadFocus = useRef(false)
  const fixes = useAsk('imports.cause_fixes', { id, severity, code, field }).data?.items ?? []
  const act = useAct('imports.fix_cause', {
    done: (answer) => {
      setFixed({ of: key, rows: answer.rows })
      onDone(answer)
    },
  })
  useHotkeys([['Escape', onClose]], [])
  return (
    <SidePanel label={text.title}>
      <PanelTitle title={text.title} note={text.note} />
      <div className={classes.form}>
        <Select
          label={text.cause}
          data={causes.map((one) => ({
            value: keyOfCause(one),
            label: words.imports.check.of(one.message, one.label),
          }))}
          value={key}
          allowDeselect={false}
          onChange={(value) => {
            const next = causes.find((one) => keyOfCause(one) === value)
            if (next) onCause(next)
          }}
        />
      </div>
      <Refusal error={act.error} />
      {fixes.length > 0 && (
        <Section inPanel title={text.inOneClick}>
          <FixList
            fixes={fixes}
            isBusy={act.isPending}
            hadFocus={hadFocus}
            onFix={({ fix }) => act.mutate({ id, severity, code, field, fix })}
          />
        </Section>
      )}
      {fixed && (
        <p className={classes.form} role="status">
          <Mark state="done" word={words.imports.replace.done(fixed.rows)} />
        </p>
      )}
      {cause.column !== null && <ReplaceForm key={key} id={id} cause={cause} onDone={onDone} onTyping={onTyping} />}
      <div className={classes.form}>
        <div>
          <Button variant="subtle" onClick={onClose}>
            {words.imports.replace.close}
          </Button>
        </div>
      </div>
    </SidePanel>
  )
}
