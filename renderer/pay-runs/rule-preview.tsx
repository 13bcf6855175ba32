import type { Input } from '../../jobs/api/contract'
import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { spanOf } from '../components/dates'
import { Mark } from '../components/mark'
import { RefusedLine } from '../components/refused-line'
import { whenOf } from '../components/when'
import { words } from '../words/en'
import classes from './period-form.module.css'

const text = words.payRuns.form

type RulePreviewProps = {
  first: string
  last: string
  type: NonNullable<Input<'payroll.create_period'>['period_type']>
  rule: Record<string, unknown>
}

/** What the rule means for these dates, in a sentence and as an instant; or what is wrong with it. */
export function RulePreview({ first, last, type, rule }: RulePreviewProps) {
  const about = useAsk('system.about', {}).data
  const now = useOfficeClock(about?.now)
  const preview = useAsk('payroll.preview_rule', {
    start_date: first,
    end_date: last,
    period_type: type,
    automation_rule: rule,
  })
  if (preview.error) return <RefusedLine error={preview.error} />
  if (!preview.data || !about) return null
  const { rule_sentence: sentence, due_at: due, warnings, next } = preview.data
  return (
    <output className={classes.sentence}>
      {sentence === null ? text.saysNothing : sentence}
      {due !== null && <span className={classes.due}>{text.due(whenOf(due, about.zone, now))}</span>}
      {warnings.map((one) => (
        <span key={one.code} className={classes.warning}>
          <Mark state="needs" word={one.message} /> {one.fix}
        </span>
      ))}
      {next.length > 0 && (
        <details className={classes.next}>
          <summary>{text.nextPeriods(next.length)}</summary>
          <ul>
            {next.map((one) => (
              <li key={one.start_date}>
                <span>{spanOf(one.start_date, one.end_date)}</span>
                <span className={classes.nextDue}>{whenOf(one.due_at, about.zone, now)}</span>
                {one.no_tick && <Mark state="needs" word={text.noTick} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </output>
  )
}
