import type { Client } from '../app/client'
import { Refused } from '../app/client'
import { useEvents, useOffice, useOfficeClock } from '../app/live'
import { Empty } from '../components/empty'
import { Page } from '../components/page'
import { dayInFull, whenOf } from '../components/when'
import { words } from '../words/en'
import { Beside } from './beside'
import { LastTasks } from './last-tasks'
import classes from './overview.module.css'
import { RunningTasks } from './running-tasks'
import { StatusLine } from './status-line'

/** The office at a glance: what runs, what happened last, what comes next, and whether all is well. */
export function Overview({ client }: { client: Client }) {
  useEvents(client)
  const about = useOffice(client, 'system.about', {})
  const health = useOffice(client, 'system.health', {})
  const running = useOffice(client, 'inspect.active', {})
  const last = useOffice(client, 'tasks.list', { limit: 50 })
  const schedules = useOffice(client, 'schedules.list', {})
  const notices = useOffice(client, 'office.notices', {})

  const now = useOfficeClock(about.data?.now)

  if (about.error) return <Closed error={about.error} />
  if (!about.data) return null
  const { zone } = about.data
  const when = (iso: string) => whenOf(iso, zone, now)
  const isLost = [health, running, last].some((query) => query.isError)
  const note = isLost ? words.lost : health.data?.status === 'degraded' ? words.degraded : words.healthy

  return (
    <div className={classes.screen}>
      <main className={classes.main}>
        <Page
          folio={when(now.toISOString())}
          title={dayInFull(zone, now)}
          note={note}
          aside={<Beside schedules={schedules.data} notices={notices.data} health={health.data} when={when} />}
        >
          <RunningTasks tasks={running.data?.items ?? []} when={when} />
          <LastTasks tasks={last.data?.items.filter((task) => task.ready) ?? []} when={when} />
        </Page>
      </main>
      <footer className={classes.status}>
        <StatusLine
          health={health.data}
          running={running.data?.items.length ?? 0}
          about={about.data}
          time={when(now.toISOString())}
        />
      </footer>
    </div>
  )
}

/** No session: said once, with the way in. */
function Closed({ error }: { error: Error }) {
  const isKnown = error instanceof Refused && error.code !== 'api.unauthorized'
  const { title, what, fix } = words.closed
  return (
    <main className={classes.closed}>
      <h1 className={classes.title}>{title}</h1>
      <Empty what={isKnown ? error.message : what} how={isKnown ? error.fix : fix} />
    </main>
  )
}
