import type { Output } from '../../jobs/api/contract'
import { Entry } from '../components/entry'
import { Icon } from '../components/icons'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { taskInWords, words } from '../words/en'
import classes from './today.module.css'

const { today } = words

/** What ended well today, the latest first. */
export function DoneTasks({ done, when }: { done: Output<'today.read'>['done_today']; when: (iso: string) => string }) {
  return (
    <Section title={today.doneToday} count={done.length}>
      <ul>
        {done.map((one) => (
          <Entry
            key={one.task}
            at={when(one.at)}
            mark={<Mark state="done" />}
            what={taskInWords(one.task)}
            why={<a href={`#/tasks/${one.task_id}`}>{today.doneTask(one.task_id, one.n)}</a>}
          />
        ))}
      </ul>
    </Section>
  )
}

/** Nothing is open: the day is ruled off as a page of a book is. */
export function AllDone({ next }: { next: string | null }) {
  return (
    <div className={classes.done}>
      <div className={classes.closing}>
        <p className={classes.allDone}>
          <Icon name="done" />
          {today.allDone}
        </p>
        <p className={classes.after}>{today.after(next)}</p>
      </div>
    </div>
  )
}
