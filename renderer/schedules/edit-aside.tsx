import { Entry } from '../components/entry'
import { Mark } from '../components/mark'
import { Refusal } from '../components/refusal'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { Strip } from '../components/strip'
import { words } from '../words/en'
import classes from './edit-aside.module.css'
import { outcomeOf, type Schedule, stripOf } from './outcomes'
import { WhyNot } from './why-not'

const text = words.schedules.page

type EditAsideProps = {
  schedule: Schedule | undefined
  /** The next due instants of the rule as it stands in the editor; null where the office counts them on saving. */
  next: string[] | null
  warnings: Schedule['warnings']
  error: Error | null
  dateOf: (iso: string) => string
  when: (iso: string) => string
}

/** What the rule comes to: the next five, what to look out for, and how the last thirty went. */
export function EditAside({ schedule, next, warnings, error, dateOf, when }: EditAsideProps) {
  return (
    <SidePanel label={text.side}>
      <Section inPanel title={text.five}>
        {error ? (
          <Refusal error={error} inPanel />
        ) : (
          <ol className={classes.five}>
            {next === null || next.length === 0 ? (
              <li className={classes.note}>{next === null ? text.unsaved : text.noFive}</li>
            ) : (
              next.map((due) => <li key={due}>{dateOf(due)}</li>)
            )}
          </ol>
        )}
      </Section>
      {!error && (
        <Section inPanel title={text.checked}>
          <div className={classes.checked}>
            {warnings.length === 0 && <Mark state="done" word={text.noWarnings} />}
            {warnings.map((warning) => (
              <div key={warning.code}>
                <Mark state="needs" />
                <p>
                  {warning.message} {warning.fix}
                </p>
              </div>
            ))}
          </div>
        </Section>
      )}
      {schedule && <WhyNot schedule={schedule} />}
      {schedule && (
        <Section inPanel title={text.thirty}>
          <div className={classes.last}>
            <Strip outcomes={stripOf(schedule)} of={text.thirty} />
          </div>
          {schedule.occurrences.length === 0 ? (
            <p className={`${classes.five} ${classes.note}`}>{text.noOccurrence}</p>
          ) : (
            <ul>
              {schedule.occurrences.slice(0, 30).map((one) => {
                const { mark, word, why } = outcomeOf(one)
                return (
                  <Entry
                    key={one.due_at}
                    narrow
                    at={when(one.due_at)}
                    what={
                      one.task_id ? (
                        <a href={`#/tasks/${one.task_id}`}>
                          <Mark state={mark} word={word} />
                        </a>
                      ) : (
                        <Mark state={mark} word={word} />
                      )
                    }
                    why={why}
                  />
                )
              })}
            </ul>
          )}
        </Section>
      )}
    </SidePanel>
  )
}
