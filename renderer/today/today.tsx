import { useOfficeClock } from '../app/live'
import { useAsk } from '../app/office'
import { Page } from '../components/page'
import { dayInFull, whenOf } from '../components/when'
import { words } from '../words/en'
import { Begin, BringPeople } from './begin'
import { Beside } from './beside'
import { AllDone, DoneTasks } from './done-tasks'
import { Needs } from './needs'
import { RunningTasks } from './running-tasks'
import { weekOf } from './week'

const { today } = words

/** The day: what needs somebody, what runs, what is done, what comes next. Nothing open means that the day is done. */
export function Today() {
  const asked = useAsk('today.read', {})
  const health = useAsk('system.health', {})
  const now = useOfficeClock(asked.data?.now)
  const read = asked.data
  if (!read) return null
  const when = (iso: string) => whenOf(iso, read.zone, now)
  const checks = (health.data?.checks ?? []).filter((check) => !check.ok)
  const open = read.needs.length + checks.length
  const quiet = read.is_new ? today.beginNote : today.nothingNeedsYou
  return (
    <Page
      folio={today.week(weekOf(read.zone, now))}
      title={dayInFull(read.zone, now)}
      note={asked.isError ? today.lost : open > 0 ? today.needYou(open) : quiet}
      aside={<Beside read={read} when={when} />}
    >
      {read.is_new && <Begin />}
      {open > 0 && <Needs needs={read.needs} checks={checks} when={when} />}
      {read.running.length > 0 && <RunningTasks tasks={read.running} now={now} when={when} />}
      {read.done_today.length > 0 && <DoneTasks done={read.done_today} when={when} />}
      {open + read.running.length === 0 && !read.is_new && (
        <>
          <BringPeople />
          <AllDone next={read.next[0] ? when(read.next[0].at) : null} />
        </>
      )}
    </Page>
  )
}
