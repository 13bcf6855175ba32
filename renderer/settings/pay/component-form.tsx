import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { ForRole } from '../../app/lock/for-role'
import { useMay } from '../../app/lock/use-session'
import { useAct, useAsk } from '../../app/office'
import { Said } from '../../components/said'
import { isSame } from '../../components/use-fields'
import { words } from '../../words/en'
import { type Component, type Draft, draftOf, editedOf, emptyDraft, usesOf } from './draft'
import classes from './pay.module.css'

const text = words.payRules.components
const choices = (of: Record<string, string>, without: string[] = []) =>
  Object.entries(of)
    .filter(([value]) => !without.includes(value))
    .map(([value, label]) => ({ value, label }))
/** These belong to one built-in component each. */
const SINGLE = ['base_pay', 'held_pay', 'net_rounding']

type ComponentFormProps = { component: Component | null; all: Component[]; currency: string; close: () => void }

/** One component: what it is computed by shows the fields it needs. Saving checks all of them together. */
export function ComponentForm({ component, all, currency, close }: ComponentFormProps) {
  const [draft, setDraft] = useState<Draft>(() => (component ? draftOf(component, currency) : emptyDraft()))
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [code, setCode] = useState(component?.code)
  const sent = useRef<Draft | null>(null)
  const save = useAct('payroll.save_components', {
    onScreen: () => {
      if (sent.current === null || isSame(draft, sent.current)) close()
      else setCode(sent.current.code.trim()) // typed on meanwhile: from now on a change of this one
    },
  })
  const mayChange = useMay('manager')
  const tables = useAsk('payroll.rate_tables', {}).data?.items ?? []
  const has = usesOf(draft.method)
  const others = all.filter((one) => one.code !== code)
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { edited, wrong: found } = editedOf(draft, currency)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    sent.current = draft
    save.mutate({ items: [...others, edited] as never })
  }
  const field = (
    name: 'code' | 'name' | 'order' | 'amount' | 'rate' | 'cap' | 'base' | 'months' | 'structures',
    more: object,
  ) => (
    <TextInput
      {...more}
      error={wrong[name]}
      value={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const check = (name: 'taxable' | 'prorate' | 'one_off' | 'carry_over' | 'active') => (
    <Checkbox
      className={classes.whole ?? ''}
      label={text[name]}
      checked={draft[name]}
      onChange={(event) => set({ [name]: event.currentTarget.checked })}
    />
  )
  return (
    <form onSubmit={submit}>
      <fieldset
        className={classes.form}
        disabled={!mayChange}
        aria-label={component ? text.edit(component.name) : text.adding}
      >
        {field('code', {
          label: text.code,
          description: text.codeHint,
          readOnly: code !== undefined,
          required: true,
          withAsterisk: false,
        })}
        {field('name', { label: text.name })}
        <Select
          label={text.kind}
          allowDeselect={false}
          data={choices(text.kinds)}
          value={draft.kind}
          onChange={(kind) => set({ kind: (kind ?? 'earning') as Draft['kind'], taxable: kind === 'earning' })}
        />
        <Select
          label={text.method}
          allowDeselect={false}
          disabled={SINGLE.includes(draft.method)}
          data={choices(text.methods, SINGLE.includes(draft.method) ? [] : SINGLE)}
          value={draft.method}
          onChange={(method) => set({ method: method ?? 'fixed', rate_table: null })}
        />
        {has.table !== null && (
          <Select
            label={text.table}
            description={text.tableHint}
            data={[
              { value: '', label: text.noTable },
              ...tables
                .filter((one) => one.kind === has.table)
                .map((one) => ({ value: one.code, label: `${one.code}, ${one.name}` })),
            ]}
            value={draft.rate_table ?? ''}
            onChange={(table) => set({ rate_table: table || null })}
          />
        )}
        {has.amount &&
          draft.rate_table === null &&
          field('amount', { label: text.amount(currency), inputMode: 'decimal' })}
        {has.rate && draft.rate_table === null && field('rate', { label: text.rate, inputMode: 'decimal' })}
        {has.base && field('base', { label: text.base, description: text.baseHint })}
        {has.bands && draft.rate_table === null && (
          <Textarea
            className={`${classes.whole} ${classes.mono}`}
            label={text.bands}
            description={text.bandsHint}
            autosize
            minRows={3}
            error={wrong.bands}
            value={draft.bands}
            onChange={(event) => set({ bands: event.currentTarget.value })}
          />
        )}
        {draft.method === 'formula' && <Formula draft={draft} set={set} />}
        {field('cap', { label: text.cap(currency), inputMode: 'decimal' })}
        <Select
          label={text.rounding}
          allowDeselect={false}
          data={choices(text.roundings)}
          value={draft.rounding}
          onChange={(rounding) => set({ rounding: rounding ?? 'half_up' })}
        />
        {field('order', { label: text.order, inputMode: 'numeric' })}
        {field('months', { label: text.months, description: text.monthsHint })}
        {field('structures', { label: text.structures, description: text.structuresHint })}
        {check('taxable')}
        {has.prorate && check('prorate')}
        {check('one_off')}
        {draft.kind === 'deduction' && check('carry_over')}
        {check('active')}
        <ForRole needed="manager">
          <div className={classes.actions}>
            <Button type="submit" variant="filled" loading={save.isPending}>
              {words.payRules.save}
            </Button>
            <Button onClick={close}>{words.payRules.cancel}</Button>
            {component && !component.built_in && (
              <Button
                onClick={() => {
                  sent.current = null
                  save.mutate({ items: others as never })
                }}
              >
                {words.payRules.remove}
              </Button>
            )}
          </div>
        </ForRole>
        <div className={classes.whole}>
          <Said error={save.error} />
        </div>
      </fieldset>
    </form>
  )
}

/** Read by the office as it is typed, so that a fault shows its place before anything is saved. */
function Formula({ draft, set }: { draft: Draft; set: (patch: Partial<Draft>) => void }) {
  const formula = draft.formula ?? ''
  const isTyped = formula.trim() !== ''
  const mayCheck = useMay('manager')
  const component = draft.code === '' ? '–' : draft.code
  const read = useAsk('payroll.check_formula', { component, formula }, { when: isTyped && mayCheck })
  return (
    <div className={classes.whole}>
      <Textarea
        className={classes.mono ?? ''}
        label={text.formula}
        description={text.formulaHint}
        autosize
        minRows={2}
        spellCheck={false}
        value={formula}
        onChange={(event) => set({ formula: event.currentTarget.value })}
      />
      <div aria-live="polite">
        {isTyped && read.error && <Said error={read.error} />}
        {isTyped && !read.error && read.data && (
          <p className={classes.said}>{text.formulaNeeds([...read.data.needs, ...read.data.year].join(', '))}</p>
        )}
      </div>
    </div>
  )
}
