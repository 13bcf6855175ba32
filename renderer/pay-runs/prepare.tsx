import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useAct } from '../app/office'
import { Empty } from '../components/empty'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import classes from './prepare.module.css'

const text = words.payRuns.prepare

type PrepareProps = {
  period: Output<'payroll.period'>
  when: (iso: string) => string
  now: Date
  isRunning: boolean
  start: ReturnType<typeof useAct<'payroll.run_period'>>
}

/** Before the first draft: when it runs by itself, why not yet, and running it now. */
export function Prepare({ period, when, now, isRunning, start }: PrepareProps) {
  const change = useAct('payroll.change_period')
  const waits = period.status === 'active' && period.due_at !== null && Date.parse(period.due_at) > now.getTime()
  const canRun = period.status === 'active' || period.status === 'missed'
  const why =
    period.status === 'draft'
      ? text.notActive
      : period.status === 'closed'
        ? text.closed
        : period.status === 'missed'
          ? text.missed
          : waits && period.due_at !== null
            ? text.notDue(when(period.due_at))
            : text.noRule
  if (isRunning) return null
  return (
    <Empty what={text.what} how={text.how}>
      <div className={classes.prepare}>
        {period.rule_sentence && <p className={classes.sentence}>{period.rule_sentence}</p>}
        <p className={classes.why}>{why}</p>
        {period.warnings.map((one) => (
          <p key={one.code} className={classes.why}>
            <Mark state="needs" word={one.message} /> {one.fix}
          </p>
        ))}
        {period.status === 'draft' ? (
          <ForRole needed="manager">
            <Button
              variant="filled"
              loading={change.isPending}
              onClick={() => change.mutate({ id: period.id, status: 'active' })}
            >
              {text.activate}
            </Button>
          </ForRole>
        ) : (
          <ForRole needed="clerk">
            <Button
              variant="filled"
              disabled={!canRun}
              loading={start.isPending}
              onClick={() => start.mutate({ id: period.id, force: waits || period.status === 'missed' })}
            >
              {text.run}
            </Button>
          </ForRole>
        )}
        <RefusedLine error={start.error ?? change.error} />
      </div>
    </Empty>
  )
}
