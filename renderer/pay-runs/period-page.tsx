import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { mainRun } from '../../jobs/api/contract/lists'
import { useOfficeClock } from '../app/live'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk } from '../app/office'
import { spanOf } from '../components/dates'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { RunningTask } from '../components/running-task'
import { Steps } from '../components/steps'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { AfterRun, OtherRuns } from './after-run'
import { ApproveBar } from './approve-bar'
import { BankPart } from './bank'
import { ChangedAccounts } from './changed-accounts'
import { ComponentTable } from './component-table'
import { ExplainNumber } from './explain-number'
import { HandoverPart } from './handover'
import { Prepare } from './prepare'
import { ReviewTable } from './review-table'
import { SendBar, SendPart } from './send'
import { TrialTools } from './sheet/trial'

const text = words.payRuns

/** One period, from preparing to sending; what is to be done now stands on the page. */
export function PeriodPage() {
  const { id, slip, code } = useParams({ strict: false }) as { id: string; slip?: string; code?: string }
  const here = `#/pay-runs/${id}`
  const period = useAsk('payroll.period', { id: Number(id) })
  const newest = mainRun(period.data?.runs ?? [])
  const run = useAsk('payroll.run', { id: newest?.id ?? 0 }, { when: newest !== undefined }).data
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const [startedTask, setStartedTask] = useState<string | null>(null)
  const mayPrepare = useMay('clerk')
  const mayChange = useMay('manager')
  const start = useAct('payroll.run_period', { done: (output) => setStartedTask(output.task_id) })
  if (period.error) {
    return (
      <Page folio="" title={text.title}>
        <RefusedLine error={period.error} />
      </Page>
    )
  }
  if (!period.data || !about || (newest && !run)) return null
  const when = (iso: string) => whenOf(iso, about.zone, now)
  const approved = run?.status === 'approved' || run?.status === 'paid'
  // A run that was taken back pays nobody: the period is prepared anew.
  const computed = run !== undefined && run.version > 0 && run.status !== 'reversed'
  const span = spanOf(period.data.start_date, period.data.end_date)
  const step = !computed ? 0 : approved ? 3 : 1
  const task = run?.status === 'computing' ? (run.task_id ?? startedTask) : startedTask
  const note = run && computed && noteOf(run, when)
  return (
    <Page
      folio={run ? text.run(run.no) : ''}
      title={text.of(period.data.description)}
      note={[span === period.data.description ? null : span, note, run?.note?.message].filter(Boolean).join('. ')}
      tools={
        approved ? (
          run && (
            <>
              <TrialTools period={period.data} run={run} />
              <AfterRun run={run} period={period.data} />
            </>
          )
        ) : (
          <>
            <TrialTools period={period.data} run={computed ? run : undefined} />
            {mayChange && run?.status !== 'computing' && (
              <Button component="a" href={`${here}/edit`}>
                {text.form.edit}
              </Button>
            )}
            {computed && mayPrepare && (
              <Button loading={start.isPending} onClick={() => start.mutate({ id: Number(id), force: true })}>
                {text.prepare.again}
              </Button>
            )}
          </>
        )
      }
      band={<Steps label={text.steps.label} now={step} steps={text.steps.all.map((name) => ({ name }))} />}
      aside={slip && code && <ExplainNumber slip={Number(slip)} code={code} closeTo={here} when={when} />}
      foot={run && computed && (approved ? <SendBar run={run} /> : <ApproveBar run={run} />)}
    >
      {task && !approved && <RunningTask id={task} />}
      {computed && <RefusedLine error={start.error} />}
      {!computed && (
        <Prepare period={period.data} when={when} start={start} isRunning={run?.status === 'computing'} now={now} />
      )}
      {run && computed && <ChangedAccounts runId={run.id} />}
      {run && approved && <BankPart key={run.id} runId={run.id} />}
      {run && approved && <SendPart run={run} />}
      {approved && <HandoverPart month={period.data.end_date.slice(0, 7)} />}
      {run && computed && (
        <ReviewTable
          run={run}
          here={here}
          open={slip === undefined ? null : Number(slip)}
          recalculate={() => start.mutate({ id: Number(id), force: true })}
        />
      )}
      {run && computed && <ComponentTable run={run} />}
      <OtherRuns period={period.data} except={computed ? run?.id : undefined} />
    </Page>
  )
}

type Run = NonNullable<ReturnType<typeof useAsk<'payroll.run'>>['data']>

const noteOf = (run: Run, when: (iso: string) => string): string =>
  run.approved_at !== null
    ? text.review.approved(when(run.approved_at), run.employees).replace(/\.$/, '')
    : text.review.draft(when(run.computed_at ?? ''), run.employees).replace(/\.$/, '')
