import type { Screen } from '../app/screen'
import { EditSchedule } from './edit-schedule'
import { Schedules } from './schedules'

export const schedulesScreens: Screen[] = [
  { path: '/schedules', component: Schedules },
  { path: '/schedules/new', component: EditSchedule },
  { path: '/schedules/$id', component: EditSchedule },
]
