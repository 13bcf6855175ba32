import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Input, Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { spanOf } from '../components/dates'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import classes from './period-form.module.css'
import { RulePreview } from './rule-preview'

const text = words.payRuns.form
const { types } = words.payRuns
type Type = NonNullable<Input<'payroll.create_period'>['period_type']>

export type PeriodFields = Required<Input<'payroll.create_period'>>

type Typed = {
  first: string
  last: string
  type: Type
  name: string
  active: boolean
  automated: boolean
  days: string
  on: string
  cron: string
  mails: string
}

const EMPTY: Typed = {
  first: '',
  last: '',
  type: 'monthly',
  name: '',
  active: true,
  automated: false,
  days: '',
  on: '',
  cron: '',
  mails: '',
}

/** The rule as the office takes it: what is not typed is not said. */
function ruleOf(typed: Typed): Record<string, unknown> {
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

function typedOf(period: Output<'payroll.period'>): Typed {
  const { days_before_end: days, run_on_date: on, cron, notification_emails: mails } = period.automation_rule ?? {}
  return {
    first: period.start_date,
    last: period.end_date,
    type: period.period_type,
    name: period.description,
    active: period.status === 'active' || period.status === 'missed',
    automated: period.automation_enabled,
    days: String(days ?? ''),
    on: String(on ?? ''),
    cron: String(cron ?? ''),
    mails: Array.isArray(mails) ? mails.join(', ') : '',
  }
}

type PeriodFormProps = {
  /** What stands now; without it the form begins empty. */
  period?: Output<'payroll.period'>
  /** Its pay was computed: for other days it would have to be another period. */
  hasRun?: boolean
  label: string
  leaveTo: string
  isSaving: boolean
  error: Error | null
  save: (fields: PeriodFields) => void
}

/** A period typed by hand; its rule is read back as a sentence before it is saved. */
export function PeriodForm({ period, hasRun = false, label, leaveTo, isSaving, error, save }: PeriodFormProps) {
  const [typed, setTyped] = useState(period ? typedOf(period) : EMPTY)
  const change = (patch: Partial<Typed>) => setTyped((before) => ({ ...before, ...patch }))
  const field = (name: 'first' | 'last' | 'name' | 'days' | 'on' | 'cron' | 'mails') => ({
    label: text[name],
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const rule = ruleOf(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save({
      start_date: typed.first,
      end_date: typed.last,
      period_type: typed.type,
      description: typed.name.trim() || spanOf(typed.first, typed.last),
      status: typed.active ? 'active' : 'draft',
      automation_enabled: typed.automated,
      automation_rule: typed.automated ? rule : null,
    })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.pair}>
        <TextInput type="date" {...field('first')} disabled={hasRun} autoFocus={!hasRun} required />
        <TextInput type="date" {...field('last')} disabled={hasRun} required />
      </div>
      <Select
        label={text.type}
        data={Object.entries(types).map(([value, name]) => ({ value, label: name }))}
        value={typed.type}
        disabled={hasRun}
        onChange={(type) => type && change({ type: type as Type })}
      />
      {hasRun && <p className={classes.why}>{text.hasRun}</p>}
      <TextInput {...field('name')} description={text.nameHint} autoFocus={hasRun} />
      <Check label={text.active} checked={typed.active} set={(active) => change({ active })} />
      <Check label={text.automated} checked={typed.automated} set={(automated) => change({ automated })} />
      {typed.automated && (
        <fieldset className={classes.rule} aria-label={text.automated}>
          <div className={classes.pair}>
            <TextInput {...field('days')} inputMode="numeric" />
            <TextInput type="date" {...field('on')} />
          </div>
          <TextInput {...field('cron')} description={text.cronHint} />
          <TextInput {...field('mails')} description={text.mailsHint} />
          {typed.first !== '' && typed.last !== '' && (
            <RulePreview first={typed.first} last={typed.last} type={typed.type} rule={rule} />
          )}
        </fieldset>
      )}
      <RefusedLine error={error} />
      <div className={classes.actions}>
        <ForRole needed="manager">
          <Button type="submit" variant="filled" loading={isSaving}>
            {label}
          </Button>
        </ForRole>
        <Button component="a" href={leaveTo}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

type CheckProps = { label: ReactNode; checked: boolean; set: (checked: boolean) => void }

const Check = ({ label, checked, set }: CheckProps) => (
  <Checkbox label={label} checked={checked} onChange={(event) => set(event.currentTarget.checked)} />
)
