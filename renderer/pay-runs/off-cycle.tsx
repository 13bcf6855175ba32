import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Currency, fromDecimal } from '../../jobs/values/money'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { Icon } from '../components/icons'
import { Page } from '../components/page'
import { PickPerson } from '../components/pick-person'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import { runHref } from './after-run'
import classes from './period-form.module.css'

const text = words.paySupplementary.offCycle
type Line = { key: number; who: string | null; code: string | null; amount: string }

/** Chosen people, chosen amounts; what is taken of them is chosen too. */
export function OffCycle() {
  const { id } = useParams({ strict: false }) as { id: string }
  const period = useAsk('payroll.period', { id: Number(id) }).data
  const components = useAsk('payroll.components', {}).data?.items
  const currency = useAsk('office.read_setting', { setting: 'office' }).data?.currency as Currency | undefined
  const [lines, setLines] = useState<Line[]>([{ key: 0, who: null, code: null, amount: '' }])
  const [codes, setCodes] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const draft = useAct('payroll.draft_off_cycle', {
    goTo: ({ run_id }) => runHref(id, run_id),
  })
  if (!period || !components || !currency) return null
  const usable = components.filter((one) => one.active && one.method !== 'base_pay' && one.method !== 'net_rounding')
  const payable = usable.filter((one) => one.method !== 'held_pay')
  const along = usable.filter((one) => !one.one_off && one.kind !== 'earning')
  const change = (key: number, patch: Partial<Line>) =>
    setLines((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  const minorOf = (typed: string) => fromDecimal(typed.trim().replaceAll(',', ''), currency)
  const whole = lines.every((one) => one.who !== null && one.code !== null && minorOf(one.amount) !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draft.mutate({
      id: Number(id),
      items: lines.map((one) => ({
        employee_id: Number(one.who),
        code: one.code ?? '',
        amount_minor: Number(minorOf(one.amount)),
      })),
      codes,
      reason,
    })
  }
  return (
    <Page folio="" title={words.paySupplementary.title(text.title, period.description)} note={text.note}>
      <form className={classes.form} onSubmit={submit}>
        {lines.map((one, index) => (
          <div key={one.key} className={classes.line}>
            <PickPerson
              label={text.who}
              value={one.who}
              onChange={(who) => change(one.key, { who })}
              autoFocus={index === 0}
            />
            <Select
              label={text.what}
              data={payable.map(({ code, name }) => ({ value: code, label: name || code }))}
              value={one.code}
              onChange={(code) => change(one.key, { code })}
            />
            <TextInput
              label={text.amount(currency)}
              inputMode="decimal"
              value={one.amount}
              error={one.amount !== '' && minorOf(one.amount) === null && text.wrong(one.amount)}
              onChange={(event) => change(one.key, { amount: event.currentTarget.value })}
            />
            {lines.length > 1 && (
              <ActionIcon
                aria-label={text.take(index + 1)}
                onClick={() => setLines(lines.filter((other) => other.key !== one.key))}
              >
                <Icon name="close" />
              </ActionIcon>
            )}
          </div>
        ))}
        <div className={classes.actions}>
          <Button
            onClick={() =>
              setLines([
                ...lines,
                { key: (lines.at(-1)?.key ?? 0) + 1, who: null, code: lines.at(-1)?.code ?? null, amount: '' },
              ])
            }
          >
            {text.add}
          </Button>
        </div>
        {along.length > 0 && (
          <fieldset className={classes.rule} aria-label={text.along}>
            <legend>{text.along}</legend>
            <p className={classes.why}>{text.alongNote}</p>
            {along.map(({ code, name }) => (
              <Checkbox
                key={code}
                label={name || code}
                checked={codes.includes(code)}
                onChange={() =>
                  setCodes(codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code])
                }
              />
            ))}
          </fieldset>
        )}
        <TextInput
          label={words.paySupplementary.why}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusedLine error={draft.error} />
        <div className={classes.actions}>
          <ForRole needed="manager">
            <Button type="submit" variant="filled" disabled={!whole} loading={draft.isPending}>
              {text.submit}
            </Button>
          </ForRole>
          <Button component="a" data-cancels href={`#/pay-runs/${id}`}>
            {text.cancel}
          </Button>
        </div>
      </form>
    </Page>
  )
}
