import { useDebouncedValue } from '@mantine/hooks'
import { mainRun } from '../../../jobs/api/contract/lists'
import type { IconName } from '../../components/icons'
import { manualAt, manualPages } from '../../manual/pages'
import { settingsList } from '../../settings/list'
import { taskInWords, words } from '../../words/en'
import { scheduleInWords } from '../../words/en/schedules'
import { useMay } from '../lock/use-session'
import { useModules } from '../modules'
import { useAsk } from '../office'
import { isThere, settingsPlace, usePlaces } from './places'

/** Something that can be gone to or done. `act` is done instead of going. */
export type Find = { group: string; icon: IconName; name: string; about: string; href?: string; act?: () => void }

const { palette } = words.frame
const SHOWN = 6
const ASK_AFTER_MS = 120

/** What fits what was typed: places and deeds at once, people, pay runs, schedules and tasks as the office answers. */
export function useFinds(typed: string, deeds: Find[], opened: boolean): Find[] {
  const [asked] = useDebouncedValue(typed.trim(), ASK_AFTER_MS)
  const isAsked = opened && asked.length > 1
  const places = [...usePlaces().flatMap((group) => group.places), ...(isThere(settingsPlace) ? [settingsPlace] : [])]
  const has = (href: string) => places.some((place) => place.href === href)
  const mayOpenPerson = useMay('clerk')
  const isOn = useModules()
  const people = useAsk('people.list_employees', { q: asked, limit: SHOWN }, { when: isAsked && has('#/people') })
  const periods = useAsk('payroll.periods', {}, { when: opened && has('#/pay-runs') })
  const schedules = useAsk('schedules.list', {}, { when: opened && has('#/schedules') })
  const tasks = useAsk('tasks.list', { q: asked, limit: SHOWN }, { when: isAsked && has('#/tasks') })
  const number = /^\d{1,15}$/.test(asked) && Number(asked) > 0 ? Number(asked) : null
  const task = useAsk('tasks.get', { id: number ?? 1 }, { when: number !== null && opened && has('#/tasks') })

  const fits = (find: Find) => `${find.name} ${find.about}`.toLowerCase().includes(typed.trim().toLowerCase())
  const goTo = places.map(({ name, href, icon }): Find => ({ group: palette.goTo, icon, name, about: '', href }))
  const runs = (periods.data?.items ?? []).map((period): Find => {
    const run = mainRun(period.runs)
    const name = palette.payRun(period.description || `${period.start_date} – ${period.end_date}`)
    const href = `#/pay-runs/${period.id}`
    const about = !run
      ? palette.notRun
      : run.status === 'draft' && run.errors > 0
        ? palette.withErrors(run.errors)
        : palette.payRunStates[run.status]
    return { group: palette.payRuns, icon: 'payRuns', name, about, href }
  })
  const rules = (schedules.data?.items ?? []).map(
    (one): Find => ({
      group: palette.schedules,
      icon: 'schedules',
      name: scheduleInWords(one),
      about: one.enabled ? taskInWords(one.task) : palette.resting,
      href: `#/schedules/${one.id}`,
    }),
  )
  const employees = (isAsked ? (people.data?.items ?? []) : []).map(
    (one): Find => ({
      group: palette.people,
      icon: 'people',
      name: one.name,
      about: palette.employee(one.external_ref, one.department),
      href: mayOpenPerson ? `#/people/${one.id}` : `#/people?q=${encodeURIComponent(one.name)}`,
    }),
  )
  const rows = [...(number !== null && task.data ? [task.data] : []), ...(isAsked ? (tasks.data?.items ?? []) : [])]
  const found = new Map(rows.map((one) => [one.task_id, one]))
  const work = [...found.values()].map(
    (one): Find => ({
      group: palette.tasks,
      icon: 'tasks',
      name: palette.task(one.task_id),
      about: `${taskInWords(one.task)}, ${words.states[one.state].toLowerCase()}`,
      href: `#/tasks/${one.task_id}`,
    }),
  )
  const settings = isThere(settingsPlace)
    ? settingsList
        .filter(({ of }) => of === null || isOn(of))
        .map(
          ({ path, name }): Find => ({
            group: palette.settings,
            icon: 'settings',
            name,
            about: palette.settings,
            href: `#${path}`,
          }),
        )
    : []
  const manual = manualPages.map(
    ({ path, name }): Find => ({
      group: palette.manual,
      icon: 'invoices',
      name,
      about: palette.manual,
      href: manualAt(path),
    }),
  )
  if (typed.trim() === '') return [...goTo, ...deeds]
  return [
    ...goTo.filter(fits),
    ...settings.filter(fits),
    ...employees,
    ...runs.filter(fits).slice(0, SHOWN),
    ...rules.filter(fits).slice(0, SHOWN),
    ...work,
    ...deeds.filter(fits),
    ...manual.filter(fits),
  ]
}
