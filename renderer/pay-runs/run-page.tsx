import { useParams } from '@tanstack/react-router'
import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Mark } from '../components/mark'
import { Page } from '../components/page'
import { RefusedLine } from '../components/refused-line'
import { RunningTask } from '../components/running-task'
import { Steps } from '../components/steps'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import { AfterRun, DraftTools, OtherRuns, runHref } from './after-run'
import { ApproveBar } from './approve-bar'
import { BankPart } from './bank'
import { ComponentTable } from './component-table'
import { ExplainNumber } from './explain-number'
import { ReviewTable } from './review-table'
import { SendBar, SendPart } from './send'
import { TrialFoot } from './sheet/trial'

const text = words.paySupplementary

/** One run of a period that is not the one that pays it: a correction, a reversal, arrears, off-cycle or final pay. */
export function RunPage() {
  const { id, run: runId, slip, code } = useParams({ strict: false }) as Record<'id' | 'run' | 'slip' | 'code', string>
  const here = runHref(id, Number(runId))
  const asked = useAsk('payroll.run', { id: Number(runId) })
  const period = useAsk('payroll.period', { id: Number(id) }).data
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  if (asked.error) {
    return (
      <Page folio="" title={words.payRuns.title}>
        <RefusedLine error={asked.error} />
      </Page>
    )
  }
  const run = asked.data
  if (!run || !period || !about) return null
  const when = (iso: string) => whenOf(iso, about.zone, now)
  const takesEffect = run.status === 'approved' || run.status === 'paid'
  const isPay = run.kind !== 'reversal'
  const computed = run.version > 0 && run.status !== 'discarded'
  const step = !computed ? 0 : takesEffect ? 3 : 1
  const note = [
    run.of_run && text.of(run.of_run.no),
    run.asked &&
      run.asked.for_periods.length > 0 &&
      text.forPeriods(run.asked.for_periods.map(descriptionOf).join(', ')),
    run.asked?.reason && text.reason(run.asked.reason),
    run.note?.message,
  ]
  return (
    <Page
      folio={text.run(run.no)}
      title={text.title(text.kinds[run.kind], period.description)}
      note={note.filter(Boolean).join(', ')}
      tools={
        run.kind !== 'regular' && (takesEffect ? <AfterRun run={run} period={period} /> : <DraftTools run={run} />)
      }
      band={
        run.kind === 'trial' ? (
          <Mark state="paused" word={words.paySheet.trial.mark} />
        ) : (
          <Steps label={text.steps.label} now={step} steps={text.steps.all.map((name) => ({ name }))} />
        )
      }
      aside={slip && code && <ExplainNumber slip={Number(slip)} code={code} closeTo={here} when={when} />}
      foot={<Foot run={run} takesEffect={takesEffect} isPay={isPay} computed={computed} />}
    >
      {run.status === 'computing' && run.task_id && <RunningTask id={run.task_id} />}
      {takesEffect && isPay && <BankPart key={run.id} runId={run.id} />}
      {takesEffect && isPay && <SendPart run={run} />}
      {computed && (
        <ReviewTable
          run={run}
          here={here}
          open={slip === undefined ? null : Number(slip)}
          recalculate={() => undefined}
        />
      )}
      {computed && <ComponentTable run={run} />}
      <OtherRuns period={period} except={run.id} />
    </Page>
  )
}

type Run = NonNullable<ReturnType<typeof useAsk<'payroll.run'>>['data']>
const descriptionOf = (one: { description: string }) => one.description

type FootProps = { run: Run; takesEffect: boolean; isPay: boolean; computed: boolean }

function Foot({ run, takesEffect, isPay, computed }: FootProps) {
  if (run.status === 'discarded') return <ActionBar words={text.done.discarded}>{null}</ActionBar>
  if (run.status === 'reversed') return <ActionBar words={text.done.reversed}>{null}</ActionBar>
  if (!computed) return null
  if (run.kind === 'trial') return <TrialFoot run={run} />
  if (!takesEffect) return <ApproveBar run={run} />
  return isPay ? <SendBar run={run} /> : <ActionBar words={text.done.reversal}>{null}</ActionBar>
}
