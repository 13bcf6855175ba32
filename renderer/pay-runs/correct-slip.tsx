import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../app/lock/use-session'
import { useAct } from '../app/office'
import { words } from '../words/en'
import { runHref } from './after-run'
import { AskWhy } from './ask-why'
import classes from './explain-number.module.css'
import type { Explained } from './working'

const text = words.paySupplementary.correct
/** Their payslips are computed whole, so that a fresh one can take their place. */
const CORRECTED = ['regular', 'final', 'correction']

/** The way from a number that is wrong to a payslip that is right, once its run is approved. */
export function CorrectSlip({ found }: { found: Explained }) {
  const [asks, setAsks] = useState(false)
  const correct = useAct('payroll.correct_slip', {
    goTo: ({ run_id }) => runHref(found.period.id, run_id),
  })
  const takesEffect = found.run.status === 'approved' || found.run.status === 'paid'
  if (!useMay('manager') || !takesEffect || !CORRECTED.includes(found.run.kind) || found.is_void) return null
  return (
    <div className={classes.correct}>
      <Button onClick={() => setAsks(true)}>{text.button}</Button>
      <AskWhy
        isOpen={asks}
        title={text.title(found.employee.name)}
        what={text.what}
        yes={text.yes}
        no={text.no}
        isBusy={correct.isPending}
        error={correct.error}
        onYes={(reason) => correct.mutate({ id: found.slip_id, reason })}
        onNo={() => setAsks(false)}
      />
    </div>
  )
}
