import { Button, Checkbox, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { mainRun } from '../../jobs/api/contract/lists'
import { ForRole } from '../app/lock/for-role'
import { useAct, useAsk } from '../app/office'
import { Page } from '../components/page'
import { PickPerson } from '../components/pick-person'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import { runHref } from './after-run'
import classes from './period-form.module.css'

const text = words.paySupplementary.arrears

/** Which earlier periods are computed again, and whose; the differences become a draft to look at. */
export function Arrears() {
  const { id } = useParams({ strict: false }) as { id: string }
  const periods = useAsk('payroll.periods', {}).data?.items
  const [chosen, setChosen] = useState<number[]>([])
  const [who, setWho] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const draft = useAct('payroll.draft_arrears', {
    goTo: ({ run_id }) => runHref(id, run_id),
  })
  const period = periods?.find((one) => one.id === Number(id))
  if (!periods || !period) return null
  const earlier = periods.filter((one) => {
    const run = mainRun(one.runs)
    return one.start_date < period.start_date && (run?.status === 'approved' || run?.status === 'paid')
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draft.mutate({
      id: Number(id),
      for_periods: chosen,
      ...(who === null ? {} : { employee_ids: [Number(who)] }),
      reason,
    })
  }
  const toggle = (one: number) =>
    setChosen((all) => (all.includes(one) ? all.filter((it) => it !== one) : [...all, one]))
  return (
    <Page folio="" title={words.paySupplementary.title(text.title, period.description)} note={text.note}>
      <form className={classes.form} onSubmit={submit}>
        {earlier.length === 0 ? (
          <p className={classes.why}>{text.none}</p>
        ) : (
          <fieldset className={[classes.rule, classes.many].join(' ')} aria-label={text.periods}>
            <legend>{text.periods}</legend>
            {earlier.map((one) => (
              <Checkbox
                key={one.id}
                label={one.description}
                checked={chosen.includes(one.id)}
                onChange={() => toggle(one.id)}
              />
            ))}
          </fieldset>
        )}
        <PickPerson label={text.who} placeholder={text.everybody} value={who} onChange={setWho} clearable />
        <TextInput
          label={words.paySupplementary.why}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusedLine error={draft.error} />
        <div className={classes.actions}>
          <ForRole needed="manager">
            <Button type="submit" variant="filled" disabled={chosen.length === 0} loading={draft.isPending}>
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
