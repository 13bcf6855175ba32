import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAct } from '../app/office'
import { Amount } from '../components/amount'
import { Entry } from '../components/entry'
import { Mark, type MarkName } from '../components/mark'
import { Question } from '../components/question'
import { RefusedLine } from '../components/refused-line'
import { Section } from '../components/section'
import { words } from '../words/en'
import { AskWhy } from './ask-why'

const text = words.paySupplementary
type Run = Output<'payroll.run'>
type Period = Output<'payroll.period'>

const marks: Record<Run['status'], MarkName> = {
  draft: 'needs',
  computing: 'running',
  approved: 'done',
  paid: 'done',
  reversed: 'skipped',
  discarded: 'skipped',
}

export const runHref = (periodId: number | string, runId: number): string => `#/pay-runs/${periodId}/runs/${runId}`

/** What can follow an approved run: its reversal, and what is paid beside it. */
export function AfterRun({ run, period }: { run: Run; period: Period }) {
  const [asks, setAsks] = useState(false)
  const reverse = useAct('payroll.reverse_run', {
    goTo: ({ run_id }) => runHref(period.id, run_id),
  })
  if (!useMay('manager')) return null
  const isOpen = period.status === 'active' || period.status === 'missed'
  return (
    <>
      {isOpen && (
        <>
          <Button component="a" href={`#/pay-runs/${period.id}/arrears`}>
            {text.arrears.button}
          </Button>
          <Button component="a" href={`#/pay-runs/${period.id}/off-cycle`}>
            {text.offCycle.button}
          </Button>
        </>
      )}
      {(run.status === 'approved' || run.status === 'paid') && run.kind !== 'reversal' && (
        <Button onClick={() => setAsks(true)}>{text.reverse.button}</Button>
      )}
      <AskWhy
        isOpen={asks}
        title={text.reverse.title(run.of_run && run.kind === 'correction' ? run.of_run.no : run.no)}
        what={text.reverse.what}
        yes={text.reverse.yes}
        no={text.reverse.no}
        isBusy={reverse.isPending}
        error={reverse.error}
        onYes={(reason) => reverse.mutate({ id: run.id, reason })}
        onNo={() => setAsks(false)}
      />
    </>
  )
}

/** The other runs of a period, newest first; what was discarded stays on the record. */
export function OtherRuns({ period, except }: { period: Period; except: number | undefined }) {
  const others = period.runs.filter((one) => one.id !== except)
  if (others.length === 0) return null
  return (
    <Section title={text.beside} count={others.length}>
      <ul>
        {others.map((one) => (
          <Entry
            key={one.id}
            at={text.run(one.no)}
            mark={
              <Mark
                state={marks[one.status]}
                word={words.payRuns.states[one.status === 'draft' ? 'review' : one.status]}
              />
            }
            what={<a href={runHref(period.id, one.id)}>{text.kinds[one.kind]}</a>}
            why={
              <>
                {text.people(one.employees)}, <Amount minor={one.net_minor} currency={one.currency} /> {one.currency}
              </>
            }
          />
        ))}
      </ul>
    </Section>
  )
}

/** The tools of a supplementary draft. */
export function DraftTools({ run }: { run: Run }) {
  const [asks, setAsks] = useState(false)
  const recompute = useAct('payroll.recompute_run')
  const discard = useAct('payroll.discard_run', { done: () => setAsks(false) })
  const mayDiscard = useMay('manager')
  const mayCompute = useMay('clerk')
  if (run.status !== 'draft') return null
  return (
    <>
      {mayDiscard && <Button onClick={() => setAsks(true)}>{text.discard.button}</Button>}
      {mayCompute && (
        <Button loading={recompute.isPending} onClick={() => recompute.mutate({ id: run.id })}>
          {text.recompute}
        </Button>
      )}
      <AskDiscard
        isOpen={asks}
        isBusy={discard.isPending}
        error={discard.error}
        onYes={() => discard.mutate({ id: run.id })}
        onNo={() => setAsks(false)}
      />
    </>
  )
}

type AskDiscardProps = {
  isOpen: boolean
  isBusy: boolean
  error: Error | null
  onYes: () => void
  onNo: () => void
}

const AskDiscard = ({ error, ...rest }: AskDiscardProps) => (
  <Question title={text.discard.title} yes={text.discard.yes} no={text.discard.no} {...rest}>
    <p>{text.discard.what}</p>
    <RefusedLine error={error} />
  </Question>
)
