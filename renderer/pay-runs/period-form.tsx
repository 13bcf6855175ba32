import { Button, Checkbox, Select, TextInput, VisuallyHidden } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Input, Output } from '../../jobs/api/contract'
import { type AutomationRule, NEW_PARTS, partsOf, type RuleParts, ruleOf } from '../../jobs/values/automation-rule'
import { useUnsaved } from '../app/leaving/use-unsaved'
import { ForRole } from '../app/lock/for-role'
import { useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { spanOf } from '../components/dates'
import { HelpLink } from '../components/help-link'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { takeFocus } from '../components/take-focus'
import { isSame } from '../components/use-fields'
import { inFull } from '../schedules/in-words'
import { words } from '../words/en'
import { NoOwnAddress } from './own-address'
import classes from './period-form.module.css'
import { RuleAhead } from './rule-ahead'
import { RuleSentence } from './rule-sentence'
import { useRulePreview } from './use-rule-preview'

const text = words.payRuns.form
const { types } = words.payRuns
export type Type = NonNullable<Input<'payroll.create_period'>['period_type']>

export type PeriodFields = Required<Input<'payroll.create_period'>>

export type Typed = {
  first: string
  last: string
  type: Type
  name: string
  active: boolean
  automated: boolean
  rule: RuleParts
}

export const typedOf = (period: Output<'payroll.period'>): Typed => ({
  first: period.start_date,
  last: period.end_date,
  type: period.period_type,
  name: period.description,
  active: period.status === 'active' || period.status === 'missed',
  automated: period.automation_enabled,
  // The office checked it when it was saved. One that says only whom to tell begins with the usual words.
  rule: rulePartsOf((period.automation_rule ?? {}) as AutomationRule),
})

function rulePartsOf(rule: AutomationRule): RuleParts {
  const parts = partsOf(rule)
  const saysWhen = rule.days_before_end !== undefined || rule.run_on_date !== undefined || rule.cron !== undefined
  return saysWhen ? parts : { ...parts, anchor: NEW_PARTS.anchor }
}

type PeriodFormProps = {
  title: string
  note?: string
  /** What stands now, or what is proposed. */
  begins: Typed
  /** What is proposed for another type, as long as nothing of the proposal was changed. */
  propose?: (type: Type) => Typed
  /** Its pay was computed: for other days it would have to be another period. */
  hasRun?: boolean
  label: string
  leaveTo: string
  isSaving: boolean
  error: Error | null
  save: (fields: PeriodFields) => void
}

const FORM = 'period'

/** A period typed by hand, its rule as a sentence, and beside it what the rule comes to in this period and the next. */
export function PeriodForm({
  title,
  note,
  begins,
  propose,
  hasRun = false,
  label,
  leaveTo,
  isSaving,
  error,
  save,
}: PeriodFormProps) {
  const [typed, setTyped] = useState(begins)
  const [before, setBefore] = useState(begins)
  const isChanged = !isSame(typed, before)
  useUnsaved(isChanged ? { what: words.frame.leaving.changed } : null)
  const change = (patch: Partial<Typed>) => setTyped((before) => ({ ...before, ...patch }))
  const field = (name: 'first' | 'last' | 'name') => ({
    label: text[name],
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const changeType = (type: Type) => {
    if (!propose || isChanged) return change({ type })
    const proposed = propose(type)
    setTyped(proposed)
    setBefore(proposed)
  }
  const zone = useAsk('system.about', {}).data?.zone ?? 'UTC'
  const { first, last, type } = typed
  const usualName = first !== '' && last !== '' ? spanOf(first, last) : ''
  const rule = ruleOf(typed.rule)
  const preview = useRulePreview({ first, last, type, rule }, typed.automated)
  const due = preview.data?.due
  const cronWords = preview.data?.cron_words ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save({
      start_date: first,
      end_date: last,
      period_type: type,
      description: typed.name.trim() || usualName,
      status: typed.active ? 'active' : 'draft',
      automation_enabled: typed.automated,
      automation_rule: typed.automated ? rule : null,
    })
  }
  return (
    <Page
      folio=""
      title={title}
      note={
        <>
          {note} <HelpLink page="pay-periods" />
        </>
      }
      aside={typed.automated && <RuleAhead preview={preview.data} zone={zone} />}
      foot={
        <ActionBar
          words={!typed.automated ? text.byHand : due ? text.due(inFull(due.due_at, zone)) : text.noDue}
          detail={error && <RefusedLine error={error} />}
        >
          <Button component="a" href={leaveTo} data-cancels>
            {text.cancel}
          </Button>
          <ForRole needed="manager">
            <Button type="submit" form={FORM} variant="filled" loading={isSaving}>
              {label}
            </Button>
          </ForRole>
        </ActionBar>
      }
    >
      <form id={FORM} className={classes.form} onSubmit={submit}>
        <div className={classes.pair}>
          <TextInput type="date" {...field('first')} disabled={hasRun} ref={hasRun ? null : takeFocus} required />
          <TextInput type="date" {...field('last')} disabled={hasRun} required />
        </div>
        <Select
          label={text.type}
          data={Object.entries(types).map(([value, name]) => ({ value, label: name }))}
          value={type}
          disabled={hasRun}
          onChange={(chosen) => chosen && changeType(chosen as Type)}
        />
        {hasRun && <p className={classes.why}>{text.hasRun}</p>}
        <TextInput
          {...field('name')}
          placeholder={usualName}
          description={text.nameHint}
          ref={hasRun ? takeFocus : null}
        />
        <Check label={text.active} checked={typed.active} set={(active) => change({ active })} />
        <Check label={text.automated} checked={typed.automated} set={(automated) => change({ automated })} />
        {typed.automated && (
          <div className={classes.rule}>
            <RuleSentence
              parts={typed.rule}
              change={(patch) => setTyped((before) => ({ ...before, rule: { ...before.rule, ...patch } }))}
            />
            {typed.rule.mails.trim() === '' && <NoOwnAddress />}
            {cronWords !== null && <p className={classes.means}>{text.cronMeans(typed.rule.cron, cronWords)}</p>}
            <RefusedLine error={preview.error} />
            <VisuallyHidden>
              <output>{preview.data?.rule_sentence}</output>
            </VisuallyHidden>
          </div>
        )}
      </form>
    </Page>
  )
}

type CheckProps = { label: ReactNode; checked: boolean; set: (checked: boolean) => void }

const Check = ({ label, checked, set }: CheckProps) => (
  <Checkbox label={label} checked={checked} onChange={(event) => set(event.currentTarget.checked)} />
)
