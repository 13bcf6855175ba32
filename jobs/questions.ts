import type { Db } from '../db/open'
import { listTasks } from './engine/monitor'
import { maintenanceQuestions } from './maintenance/questions'

/** What the reader thread answers, by name. */
export const questions: Record<string, (db: Db, params: unknown) => unknown> = {
  ...maintenanceQuestions,
  'engine.list_tasks': (db, params) => listTasks(db, params as Parameters<typeof listTasks>[1]),
}
