import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Output } from '../../jobs/api/contract'
import { Refused } from '../app/client'
import { useMay } from '../app/lock/use-session'
import { useAct, useAsk } from '../app/office'
import { ActionBar } from '../components/action-bar'
import { Amount, formatMinor } from '../components/amount'
import { RefusedLine } from '../components/refused-line'
import { words } from '../words/en'
import classes from './approve-bar.module.css'

const text = words.payRuns.approve
const { approve: supplementary } = words.paySupplementary
const NAMED = 3
/** The office's answer where a second person's passphrase is asked for. */
const SECOND_NEEDED = 'payroll.second_person_needed'

/** The run's sums with the last run's beside them, what approving still needs, and the button that does it. */
export function ApproveBar({ run }: { run: Output<'payroll.run'> }) {
  const review = useAsk('payroll.review', { id: run.id, rest: false }).data
  const mayApprove = useMay('manager')
  const [second, setSecond] = useState('')
  const approve = useAct('payroll.approve_run')
  const [asksSecond, setAsksSecond] = useState(false)
  const last = review?.before?.totals
  const figures: [name: string, minor: number, before: number | undefined][] = [
    [text.gross, run.gross_minor, last?.gross_minor],
    [text.deductions, -run.deductions_minor, last && -last.deductions_minor],
    [text.net(run.currency), run.net_minor, last?.net_minor],
    [text.cost, run.gross_minor + run.employer_minor, last && last.gross_minor + last.employer_minor],
  ]
  const net = `${formatMinor(run.net_minor, run.currency)} ${run.currency}`
  const errors = review?.items.filter((one) => one.group === 'errors') ?? []
  const names = errors.slice(0, NAMED).map((one) => one.name)
  const blocked =
    run.status === 'computing'
      ? text.computing
      : run.employees === 0
        ? run.kind === 'arrears'
          ? supplementary.nothing
          : text.empty
        : run.errors > 0
          ? text.blocked(run.errors, [...names, ...(errors.length > NAMED ? ['…'] : [])].join(', '))
          : (run.stale?.message ?? null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    approve.mutate(
      { id: run.id, ...(asksSecond ? { second_passphrase: second } : {}) },
      { onError: (error) => error instanceof Refused && error.code === SECOND_NEEDED && setAsksSecond(true) },
    )
  }
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(([name, minor, before]) => (
          <div key={name} data-net={name === text.net(run.currency) || undefined}>
            <dt>{name}</dt>
            <dd>
              <Amount minor={minor} currency={run.currency} />
            </dd>
            {before !== undefined && (
              <dd className={classes.last}>
                {text.last} <Amount minor={before} currency={run.currency} />
              </dd>
            )}
          </div>
        ))}
      </dl>
      <form onSubmit={submit}>
        <ActionBar
          words={blocked ?? readyWords(run, net)}
          detail={
            <>
              {blocked === null ? (afterWords[run.kind] ?? text.after) : blockedFix(run)}
              <RefusedLine error={approve.error} />
            </>
          }
        >
          {asksSecond && (
            <PasswordInput
              className={classes.passphrase ?? ''}
              aria-label={text.second}
              placeholder={text.second}
              value={second}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          )}
          {mayApprove && (
            <Button
              type="submit"
              variant="filled"
              disabled={blocked !== null || (asksSecond && second === '')}
              loading={approve.isPending}
            >
              {supplementary.button[run.kind] ?? text.button(run.employees)}
            </Button>
          )}
        </ActionBar>
      </form>
    </>
  )
}

type Run = Output<'payroll.run'>

function readyWords(run: Run, net: string): string {
  if (run.kind === 'reversal') return supplementary.reversal(run.of_run?.no ?? run.no)
  if (run.kind === 'correction') return supplementary.correction(run.employees)
  return run.kind === 'arrears' ? supplementary.arrears(net) : text.ready(run.employees, net)
}

const afterWords: Partial<Record<Run['kind'], string>> = {
  reversal: supplementary.reversalAfter,
  correction: supplementary.correctionAfter,
}

function blockedFix(run: Run): string | false {
  if (run.kind === 'arrears' && run.employees === 0) return supplementary.nothingFix
  return run.errors > 0 ? text.blockedFix : (run.stale?.fix ?? false)
}
