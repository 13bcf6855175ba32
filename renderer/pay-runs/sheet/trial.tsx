import { Button } from '@mantine/core'
import type { Output } from '../../../jobs/api/contract'
import { useMay } from '../../app/lock/use-session'
import { useAct } from '../../app/office'
import { ActionBar } from '../../components/action-bar'
import { RefusedLine } from '../../components/refused-line'
import { words } from '../../words/en'
import { runHref } from '../after-run'
import { sheetHref } from './sheet-address'

const text = words.paySheet

type TrialToolsProps = {
  period: Output<'payroll.period'>
  /** The run that pays the period, once it has figures. */
  run: Output<'payroll.run'> | undefined
}

/** From a period to its trial run, and from its own run to the old sheet. */
export function TrialTools({ period, run }: TrialToolsProps) {
  const mayTry = useMay('clerk')
  const draft = useAct('payroll.draft_trial', {
    goTo: ({ run_id }) => runHref(period.id, run_id),
  })
  const trial = period.runs.find((one) => one.kind === 'trial' && one.status !== 'discarded')
  return (
    <>
      {run && (
        <Button component="a" href={sheetHref(period.id, run.id)}>
          {text.button}
        </Button>
      )}
      {trial ? (
        <Button component="a" href={runHref(period.id, trial.id)}>
          {text.trial.open(trial.no)}
        </Button>
      ) : (
        mayTry &&
        !run && (
          <Button loading={draft.isPending} onClick={() => draft.mutate({ id: period.id })}>
            {text.trial.button}
          </Button>
        )
      )}
      <RefusedLine error={draft.error} />
    </>
  )
}

/** The foot of a trial run: nothing to approve, and the sheet it is for. */
export const TrialFoot = ({ run }: { run: Output<'payroll.run'> }) => (
  <ActionBar words={text.trial.foot} detail={text.trial.detail}>
    <Button component="a" variant="filled" href={sheetHref(run.period.id, run.id)}>
      {text.button}
    </Button>
  </ActionBar>
)
