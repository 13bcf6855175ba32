import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAct } from '../app/office'
import { AskWhy } from '../pay-runs/ask-why'
import { words } from '../words/en'

const text = words.paySupplementary.final

/** A leaver's last pay, as a run of its own before the period is run for everybody. */
export function FinalPay({ person }: { person: Output<'people.person'> }) {
  const { employee } = person
  const [asks, setAsks] = useState(false)
  const draft = useAct('payroll.draft_final_pay', {
    goTo: ({ run_id, period_id }) => `#/pay-runs/${period_id}/runs/${run_id}`,
  })
  if (!useMay('manager') || employee.termination_date === null) return null
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
        onYes={(reason) => draft.mutate({ id: employee.id, reason })}
        onNo={() => setAsks(false)}
      />
    </>
  )
}
