import type { IconName } from '../../components/icons'
import { words } from '../../words/en'

export type Place = { name: string; href: string; icon: IconName }
/** `switch`: shown while one of these modules is on; null: always. */
export type PlaceGroup = { name: string; switch: string[] | null; places: Place[] }

const { places } = words

export const placeGroups: PlaceGroup[] = [
  {
    name: places.office,
    switch: null,
    places: [
      { name: places.today, href: '#/today', icon: 'today' },
      { name: places.imports, href: '#/imports', icon: 'imports' },
      { name: places.people, href: '#/people', icon: 'people' },
    ],
  },
  {
    name: places.payroll,
    switch: ['payroll'],
    places: [{ name: places.payRuns, href: '#/pay-runs', icon: 'payRuns' }],
  },
  {
    name: places.behind,
    switch: null,
    places: [
      { name: places.tasks, href: '#/tasks', icon: 'tasks' },
      { name: places.schedules, href: '#/schedules', icon: 'schedules' },
      { name: places.outbox, href: '#/outbox', icon: 'outbox' },
      { name: places.audit, href: '#/audit', icon: 'audit' },
    ],
  },
]

export const settingsPlace: Place = { name: places.settings, href: '#/settings', icon: 'settings' }
