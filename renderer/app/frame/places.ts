import { mayCall, type Role } from '../../../jobs/values/roles'
import type { IconName } from '../../components/icons'
import { words } from '../../words/en'
import { useSession } from '../lock/use-session'
import { useModules } from '../modules'
import { screens } from '../screens'

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
    name: places.salaries,
    switch: ['people'],
    places: [
      { name: places.charts, href: '#/charts', icon: 'charts' },
      { name: places.attendance, href: '#/attendance', icon: 'attendance' },
      { name: places.calculator, href: '#/calculator', icon: 'calculator' },
    ],
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

export const isThere = (place: Place): boolean => screens.some((screen) => place.href === `#${screen.path}`)

const isFor = (place: Place, role: Role | undefined): boolean => {
  const needed = screens.find((screen) => place.href === `#${screen.path}`)?.needed
  return needed === undefined || (role !== undefined && mayCall(role, needed))
}

/** The places of the office; what is switched off, and what this role may not read, is not listed. */
export function usePlaces(): PlaceGroup[] {
  const isOn = useModules()
  const role = useSession().data?.user?.role
  return placeGroups
    .filter((group) => group.switch === null || group.switch.some(isOn))
    .map((group) => ({ ...group, places: group.places.filter((place) => isThere(place) && isFor(place, role)) }))
    .filter((group) => group.places.length > 0)
}
