import type { ReactNode } from 'react'
import type { Output } from '../../jobs/api/contract'
import { useMay } from '../app/lock/use-session'
import { useAsk } from '../app/office'
import { screens } from '../app/screens'
import { Facts } from '../components/facts'
import { Icon } from '../components/icons'
import { Mark } from '../components/mark'
import { Section } from '../components/section'
import { SidePanel } from '../components/side-panel'
import { words } from '../words/en'
import { taskMarks } from './marks'
import { relatedTo } from './related'
import classes from './task-aside.module.css'

const text = words.tasks.page
const isThere = (path: string) => screens.some((screen) => screen.path === path)

type TaskAsideProps = { task: Output<'tasks.get'>; by: string; when: (iso: string) => string }

/** Who asked for it and under which rules it runs; what it is about, with the way there. */
export function TaskAside({ task, by, when }: TaskAsideProps) {
  const mayRead = useMay('clerk')
  const mails = useAsk('outbox.list', { lot: `task:${task.task_id}`, limit: 5 }, { when: mayRead }).data?.items ?? []
  const facts: [string, ReactNode][] = [
    [text.facts.state, <Mark key="state" state={taskMarks[task.state]} word={words.states[task.state]} />],
    [text.facts.by, by],
    [text.facts.at, when(task.created_at)],
    [text.facts.queue, text.queue(task.queue, task.priority)],
    ...(task.eta && !task.ready ? [[text.facts.due, when(task.eta)] as [string, string]] : []),
    ...(task.expires && !task.ready ? [[text.facts.expires, when(task.expires)] as [string, string]] : []),
    ...(task.unique_key && !task.ready ? [[text.facts.twice, text.facts.notTwice] as [string, string]] : []),
    [text.facts.retries, String(task.retries)],
    [text.facts.name, task.task],
  ]
  return (
    <SidePanel label={text.about}>
      <Section inPanel title={text.about}>
        <Facts facts={facts} />
      </Section>
      <Section inPanel title={text.related}>
        <ul className={classes.related}>
          {relatedTo(task, isThere, by).map(({ href, name }) => (
            <li key={href}>
              <Icon name="file" />
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </Section>
      {mails.length > 0 && (
        <Section inPanel title={text.links.mails}>
          <ul className={classes.related}>
            {mails.map((mail) => (
              <li key={mail.id}>
                <Icon name="outbox" />
                <div>
                  <a href={`#/outbox/${mail.id}`}>{mail.subject}</a>
                  <div className={classes.about}>{mail.to_name ?? mail.to}</div>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SidePanel>
  )
}
