import type { Screen } from '../app/screen'
import { Queues } from './queues'
import { TaskPage } from './task-page'
import { Tasks } from './tasks'

export const tasksScreens: Screen[] = [
  { path: '/tasks', component: Tasks },
  { path: '/tasks/queues', component: Queues },
  { path: '/tasks/$id', component: TaskPage },
]
