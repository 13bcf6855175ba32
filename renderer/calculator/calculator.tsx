import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useAct, useAsk } from '../app/office'
import { formatMinor } from '../components/amount'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import people from '../people/people.module.css'
import { words } from '../words/en'
import classes from './calculator.module.css'
import { Result } from './result'
import { SavedCalculations } from './saved-calculations'
import { type FieldName, readTyped, type Typed } from './typed'

const text = words.calculator
const FIELDS: FieldName[] = [
  'base',
  'incentive',
  'overtimeHours',
  'overtimeRate',
  'lateMinutes',
  'lateRate',
  'tds',
  'advance',
  'daysPresent',
  'daysAbsent',
]
const LISTED = 50

type Employee = Output<'people.list_employees'>['items'][number]
const called = (one: Employee): string => (one.external_ref ? `${one.name} (${one.external_ref})` : one.name)

/** A month's pay of somebody real or imagined; what is right can be saved as that month's figures, and taken back. */
export function Calculator() {
  const about = useAsk('system.about', {}).data
  const currency = String(useAsk('office.read_setting', { setting: 'office' }).data?.currency ?? '')
  const [q, setQ] = useState('')
  const [who, setWho] = useState<Employee | null>(null)
  const [chosen, setMonth] = useState('')
  const [typed, setTyped] = useState<Typed>({})
  const [isUnpaid, setUnpaid] = useState(false)
  const [paysItems, setPaysItems] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const listed =
    useAsk('people.list_employees', { q: who && q === called(who) ? '' : q, limit: LISTED }).data?.items ?? []
  const month = chosen || (about?.now.slice(0, 7) ?? '')
  const { wrong, read } = readTyped(typed, currency)
  const isRight = currency !== '' && month !== '' && Object.keys(wrong).length === 0
  const input = { employee_id: who?.id ?? null, month, absence_unpaid: isUnpaid, ...read }
  // By its text: another object with the same in it is no other question, and would be waited for again and again.
  const [askedText] = useDebouncedValue(JSON.stringify(input), 150)
  const asked: typeof input = JSON.parse(askedText)
  const asks = isRight && (typed.base ?? '').trim() !== ''
  const result = useAsk('people.calculate', asked, { when: asks && asked.month !== '' })
  const save = useAct('people.save_calculation', { done: () => setSaved(who?.name ?? '') })

  const choose = (id: string | null) => {
    const found = listed.find((one) => String(one.id) === id) ?? null
    setWho(found)
    setSaved(null)
    if (found?.base_minor != null) {
      setTyped((before) => ({ ...before, base: formatMinor(found.base_minor ?? 0, currency).replaceAll(',', '') }))
    }
  }
  const set = (field: FieldName, value: string) => {
    setSaved(null)
    setTyped((before) => ({ ...before, [field]: value }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (who && isRight) save.mutate({ ...input, employee_id: who.id, pay_items: paysItems })
  }
  const choices = who && !listed.some(({ id }) => id === who.id) ? [who, ...listed] : listed
  // Beside what is typed; where there is no beside, between that and what was saved before.
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false })
  const answer = (
    <Section title={text.result} count={currency} inPanel={!isNarrow}>
      <RefusedLine error={result.error} />
      {asks && result.data ? <Result result={result.data} /> : <p className={classes.quiet}>{text.typeFirst}</p>}
    </Section>
  )
  return (
    <Page
      folio=""
      title={text.title}
      note={text.note}
      aside={
        !isNarrow && (
          <SidePanel label={text.result} size="wide">
            {answer}
          </SidePanel>
        )
      }
    >
      <form className={people.form} onSubmit={submit} data-passing>
        <Select
          label={text.who}
          placeholder={text.nobody}
          description={text.whoHint}
          data={choices.map((one) => ({ value: String(one.id), label: called(one) }))}
          value={who && String(who.id)}
          searchable
          clearable
          // The office has found them; what is typed may be part of a number or a department.
          filter={({ options }) => options}
          searchValue={q}
          onSearchChange={setQ}
          onChange={choose}
        />
        <TextInput
          type="month"
          label={text.month}
          value={month}
          required
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={text.fields[field]}
            inputMode="decimal"
            value={typed[field] ?? ''}
            error={wrong[field]}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        ))}
        <div className={people.whole}>
          <Checkbox
            label={text.unpaid}
            checked={isUnpaid}
            onChange={(event) => setUnpaid(event.currentTarget.checked)}
          />
        </div>
        <div className={people.whole}>
          <Checkbox
            label={text.payItems}
            checked={paysItems}
            onChange={(event) => setPaysItems(event.currentTarget.checked)}
          />
          <p className={classes.hint}>{text.payItemsHint}</p>
        </div>
        <div className={people.whole}>
          <RefusedLine error={save.error} />
          <div className={people.actions}>
            <Button type="submit" variant="filled" disabled={!who || !asks} loading={save.isPending}>
              {text.save}
            </Button>
            <span className={classes.said} role="status">
              {saved !== null ? text.saved(saved) : who ? '' : text.chooseWho}
            </span>
          </div>
        </div>
      </form>
      {isNarrow && answer}
      <SavedCalculations />
    </Page>
  )
}
