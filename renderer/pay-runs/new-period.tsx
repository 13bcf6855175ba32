import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Input } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { spanOf } from '../components/dates'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import classes from './new-period.module.css'

const text = words.payRuns.form
const { types } = words.payRuns
type Type = NonNullable<Input<'payroll.create_period'>['period_type']>
const empty = { first: '', last: '', type: 'monthly' as Type, name: '', days: '', on: '', cron: '', mails: '' }

/** The rule as the office takes it: what is not typed is not said. */
function ruleOf(typed: typeof empty): Record<string, unknown> {
  const mails = typed.mails.split(/[\s,;]+/).filter((one) => one !== '')
  return {
    ...(typed.days.trim() === ''
      ? {}
      : { days_before_end: /^\d+$/.test(typed.days.trim()) ? Number(typed.days) : typed.days }),
    ...(typed.on === '' ? {} : { run_on_date: typed.on }),
    ...(typed.cron.trim() === '' ? {} : { cron: typed.cron.trim() }),
    ...(mails.length === 0 ? {} : { notification_emails: mails }),
  }
}

/** A period typed by hand; its rule is read back as a sentence before it is saved. */
export function NewPeriod() {
  const [typed, setTyped] = useState(empty)
  const [active, setActive] = useState(true)
  const [automated, setAutomated] = useState(false)
  const save = useAct('payroll.create_period', {
    done: ({ id }) => {
      window.location.hash = `#/pay-runs/${id}`
    },
  })
  const set = (field: keyof typeof empty) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setTyped((before) => ({ ...before, [field]: value }))
  }
  const rule = ruleOf(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({
      start_date: typed.first,
      end_date: typed.last,
      period_type: typed.type,
      description: typed.name.trim() || spanOf(typed.first, typed.last),
      status: active ? 'active' : 'draft',
      automation_enabled: automated,
      automation_rule: automated ? rule : null,
    })
  }
  return (
    <Page folio="" title={text.title}>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.pair}>
          <TextInput type="date" label={text.first} value={typed.first} onChange={set('first')} autoFocus required />
          <TextInput type="date" label={text.last} value={typed.last} onChange={set('last')} required />
        </div>
        <Select
          label={text.type}
          data={Object.entries(types).map(([value, label]) => ({ value, label }))}
          value={typed.type}
          onChange={(type) => type && setTyped((before) => ({ ...before, type: type as Type }))}
        />
        <TextInput label={text.name} description={text.nameHint} value={typed.name} onChange={set('name')} />
        <Checkbox label={text.active} checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
        <Checkbox
          label={text.automated}
          checked={automated}
          onChange={(event) => setAutomated(event.currentTarget.checked)}
        />
        {automated && (
          <fieldset className={classes.rule} aria-label={text.automated}>
            <div className={classes.pair}>
              <TextInput label={text.days} value={typed.days} onChange={set('days')} inputMode="numeric" />
              <TextInput type="date" label={text.on} value={typed.on} onChange={set('on')} />
            </div>
            <TextInput label={text.cron} description={text.cronHint} value={typed.cron} onChange={set('cron')} />
            <TextInput label={text.mails} description={text.mailsHint} value={typed.mails} onChange={set('mails')} />
            {typed.first !== '' && typed.last !== '' && (
              <RulePreview first={typed.first} last={typed.last} type={typed.type} rule={rule} />
            )}
          </fieldset>
        )}
        <RefusedLine error={save.error} />
        <div className={classes.actions}>
          <ForRole needed="manager">
            <Button type="submit" variant="filled" loading={save.isPending}>
              {text.save}
            </Button>
          </ForRole>
          <Button component="a" href="#/pay-runs">
            {text.cancel}
          </Button>
        </div>
      </form>
    </Page>
  )
}

type RulePreviewProps = { first: string; last: string; type: Type; rule: Record<string, unknown> }

/** What the rule means for these dates, in a sentence and as an instant; or what is wrong with it. */
function RulePreview({ first, last, type, rule }: RulePreviewProps) {
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const preview = useAsk('payroll.preview_rule', {
    start_date: first,
    end_date: last,
    period_type: type,
    automation_rule: rule,
  })
  if (preview.error) return <RefusedLine error={preview.error} />
  if (!preview.data || !about) return null
  const { rule_sentence: sentence, due_at: due, warnings } = preview.data
  return (
    <output className={classes.sentence}>
      {sentence === null ? text.saysNothing : sentence}
      {due !== null && <span className={classes.due}>{text.due(whenOf(due, about.zone, now))}</span>}
      {warnings.map((one) => (
        <span key={one.code} className={classes.warning}>
          <Mark state="needs" word={one.message} /> {one.fix}
        </span>
      ))}
    </output>
  )
}
