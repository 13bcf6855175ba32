import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { type Currency, fromDecimal } from '../../jobs/values/money'
import { useMay } from '../app/lock/use-session'
import { useAct } from '../app/office'
import { AskWhy } from '../pay-runs/ask-why'
import { words } from '../words/en'

const text = words.paySupplementary.final

/** A leaver's last pay, as a run of its own before the period is run for everybody. */
export function FinalPay({ person }: { person: Output<'people.person'> }) {
  const { employee } = person
  const [asks, setAsks] = useState(false)
  const [typed, setTyped] = useState('')
  const draft = useAct('payroll.draft_final_pay', {
    done: ({ run_id, period_id }) => window.location.assign(`#/pay-runs/${period_id}/runs/${run_id}`),
  })
  if (!useMay('manager') || employee.termination_date === null) return null
  const minor =
    typed.trim() === '' ? null : fromDecimal(typed.trim().replaceAll(',', ''), employee.currency as Currency)
  const isWrong = typed.trim() !== '' && minor === null
  const submit = (reason: string) => {
    if (isWrong) return
    const items = minor === null ? [] : [{ code: 'ADVANCE', amount_minor: Number(minor) }]
    draft.mutate({ id: employee.id, items, reason })
  }
  return (
    <>
      <Button onClick={() => setAsks(true)}>{text.button}</Button>
      <AskWhy
        isOpen={asks}
        title={text.title(employee.name)}
        what={text.what}
        yes={text.yes}
        no={text.no}
        isBusy={draft.isPending}
        error={draft.error}
        onYes={submit}
        onNo={() => setAsks(false)}
      >
        <TextInput
          label={text.recover(employee.currency)}
          description={text.recoverNote}
          inputMode="decimal"
          value={typed}
          error={isWrong && words.paySupplementary.offCycle.wrong(typed)}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </AskWhy>
    </>
  )
}
