import type { Output } from '../../jobs/api/contract'
import { dayOf, spanOf } from '../components/dates'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { inFull } from '../schedules/in-words'
import { words } from '../words/en'
import classes from './rule-ahead.module.css'
import type { RulePreview } from './use-rule-preview'

const text = words.payRuns.rule
type Due = NonNullable<Output<'payroll.preview_rule'>['due']>

/** What the rule comes to: this period and the twelve that follow, what to look out for, and what is caught up. */
export function RuleAhead({ preview, zone }: { preview: RulePreview | undefined; zone: string }) {
  const { due, next, warnings } = preview ?? { due: null, next: [], warnings: [] }
  return (
    <SidePanel label={text.ahead}>
      <Section inPanel title={text.thisPeriod}>
        {due ? (
          <div className={classes.only}>
            <DueLine due={due} zone={zone} />
          </div>
        ) : (
          <p className={classes.note}>{text.notYet}</p>
        )}
      </Section>
      {preview && due && (
        <Section inPanel title={text.checked}>
          <div className={classes.list}>
            {warnings.length === 0 && <Mark state="done" word={text.noWarnings} />}
            {warnings.map((one) => (
              <p key={one.code}>
                <Mark state="needs" word={one.message} /> {one.fix}
              </p>
            ))}
          </div>
        </Section>
      )}
      <Section inPanel title={text.twelve}>
        {next.length > 0 ? (
          <ol className={classes.list} aria-label={text.twelve}>
            {next.map((one) => (
              <li key={one.start_date}>
                <DueLine due={one} zone={zone} />
              </li>
            ))}
          </ol>
        ) : (
          <p className={classes.note}>{due ? text.onlyThis : text.notYet}</p>
        )}
      </Section>
      <Section inPanel title={text.off}>
        <p className={classes.note}>{text.catchUp}</p>
      </Section>
    </SidePanel>
  )
}

function DueLine({ due, zone }: { due: Due; zone: string }) {
  return (
    <>
      <span className={classes.period}>{spanOf(due.start_date, due.end_date)}</span>
      <span className={classes.at}>{inFull(due.due_at, zone)}</span>
      {due.moved_from !== null && (
        <span className={classes.why}>{text.moved(dayOf(due.moved_from), due.holiday ?? text.dayOff)}</span>
      )}
      {due.no_tick && <Mark state="needs" word={text.noTick} />}
      {due.state === 'catches_up' && <Mark state="waiting" word={text.catchesUp} />}
      {due.state === 'missed' && <Mark state="needs" word={text.missed} />}
    </>
  )
}
