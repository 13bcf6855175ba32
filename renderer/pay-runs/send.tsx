import { Button } from '@mantine/core'
import type { Output } from '../../jobs/api/contract'
import { ForRole } from '../app/lock/for-role'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk, useClient } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Entry } from '../components/entry'
import { Mark, type MarkName } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { RunningTask } from '../components/running-task'
import { saveAnswer } from '../components/save-file'
import { Section } from '../components/section'
import { words } from '../words/en'
import { SamplesPart } from './samples'
import classes from './send.module.css'

const text = words.payRuns.send
type Run = Output<'payroll.run'>

const marks: Record<string, MarkName> = {
  accepted: 'done',
  held: 'needs',
  queued: 'waiting',
  sending: 'running',
  failed: 'failed',
  unknown: 'needs',
  cancelled: 'skipped',
}
/** What needs somebody first. */
const ORDER = ['failed', 'unknown', 'held', 'sending', 'queued', 'accepted', 'cancelled']

/** An approved run: its payslips, what the guard found, and what became of the mails. */
export function SendPart({ run }: { run: Run }) {
  const status = useAsk('payslips.status', { id: run.id }).data
  const client = useClient()
  const open = useAct('payslips.merged', {
    done: (file) => saveAnswer(client.transport, file, `/api/payroll/runs/${run.id}/payslips.pdf`),
  })
  if (!status) return null
  const states = ORDER.filter((state) => (status.mails[state] ?? 0) > 0)
  return (
    <>
      <Section title={text.payslips} count={status.people}>
        {status.made ? (
          <div className={classes.made}>
            <Mark state="done" word={text.made(status.people)} />
            <ForRole needed="manager">
              <Button onClick={() => open.mutate({ id: run.id })}>{text.openAll}</Button>
            </ForRole>
            <RefusedLine error={open.error} />
          </div>
        ) : status.making_task_id ? (
          <RunningTask id={status.making_task_id} />
        ) : (
          <p className={classes.made}>{text.making}</p>
        )}
      </Section>
      {status.findings.length > 0 && (
        <Section title={text.findings} count={status.findings.length}>
          <ul className={classes.findings}>
            {status.findings.map((one) => (
              <Entry
                key={one.employee_id}
                at={one.external_ref ?? ''}
                mark={
                  <Mark state={one.reaches ? 'needs' : 'failed'} word={one.reaches ? (text.states.held ?? '') : '–'} />
                }
                what={one.email === '' ? one.name : `${one.name}, ${one.email}`}
                why={`${one.reason.message} ${one.reason.fix}`}
                actions={
                  <ForRole needed="manager">
                    <Button component="a" href={`#/people/${one.employee_id}`}>
                      {text.correct}
                    </Button>
                  </ForRole>
                }
              />
            ))}
          </ul>
        </Section>
      )}
      {status.made && <SamplesPart runId={run.id} />}
      {status.sending_task_id && <RunningTask id={status.sending_task_id} />}
      {states.length > 0 && (
        <Section title={text.mail}>
          <ul>
            {states.map((state) => (
              <li key={state} className={classes.state}>
                <span className={classes.count}>{status.mails[state]} ×</span>
                <Mark state={marks[state] ?? 'waiting'} word={text.states[state] ?? state} />
                <a href={`#/outbox?state=${state}`} aria-label={`${text.states[state]}: ${text.outbox}`}>
                  {text.outbox}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** The foot of an approved run: sending, with the exact count, then noting that it is paid. */
export function SendBar({ run }: { run: Run }) {
  const status = useAsk('payslips.status', { id: run.id }).data
  const send = useAct('payslips.send')
  const paid = useAct('payroll.mark_paid')
  const maySend = useMay('manager')
  if (!status) return null
  const { goes, held, without } = status.to_send
  const handed = Object.values(status.mails).reduce((sum, count) => sum + count, 0)
  const canSend = status.made && goes + held > 0
  const line = !status.made
    ? text.making
    : canSend
      ? text.words(goes + held + without)
      : handed === 0
        ? text.noneToSend(without)
        : text.sent(handed)
  return (
    <ActionBar
      words={line}
      detail={
        <>
          {status.made && (goes + held + without > 0 ? text.detail(goes, held, without) : text.nobody)}
          <RefusedLine error={send.error ?? paid.error} />
        </>
      }
    >
      {run.status === 'paid' ? (
        <Mark state="done" word={text.paidAlready} />
      ) : (
        <ForRole needed="manager">
          <Button loading={paid.isPending} onClick={() => paid.mutate({ id: run.id })}>
            {text.paid}
          </Button>
        </ForRole>
      )}
      {maySend && (canSend || !status.made) && (
        <Button
          variant="filled"
          disabled={!canSend}
          loading={send.isPending}
          onClick={() => send.mutate({ id: run.id })}
        >
          {text.button(canSend ? goes + held : status.people)}
        </Button>
      )}
    </ActionBar>
  )
}
