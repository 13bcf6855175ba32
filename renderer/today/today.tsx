import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { Page } from '../components/page'
import { dayInFull, whenOf } from '../components/when'
import { words } from '../words/en'
import { Beside } from './beside'
import { LastTasks } from './last-tasks'
import { RunningTasks } from './running-tasks'

/** The office at a glance: what runs, what happened last, what comes next, and whether all is well. */
export function Today() {
  const about = useAsk('system.about', {})
  const health = useAsk('system.health', {})
  const running = useAsk('inspect.active', {})
  const last = useAsk('tasks.list', { limit: 50 })
  const schedules = useAsk('schedules.list', {})
  const notices = useAsk('office.notices', {})
  const now = useOfficeClock(about.data?.now)
  if (!about.data) return null
  const { zone } = about.data
  const when = (iso: string) => whenOf(iso, zone, now)
  const isLost = [health, running, last].some((query) => query.isError)
  const note = isLost ? words.lost : health.data?.status === 'degraded' ? words.degraded : words.healthy
  return (
    <Page
      folio={when(now.toISOString())}
      title={dayInFull(zone, now)}
      note={note}
      aside={<Beside schedules={schedules.data} notices={notices.data} health={health.data} when={when} />}
    >
      <RunningTasks tasks={running.data?.items ?? []} when={when} />
      <LastTasks tasks={last.data?.items.filter((task) => task.ready) ?? []} when={when} />
    </Page>
  )
}
