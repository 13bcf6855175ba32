import type { Db } from '../db/open'
import { listTasks } from './engine/monitor'

/** What the reader thread answers, by name. */
export const questions: Record<string, (db: Db, params: unknown) => unknown> = {
  'engine.list_tasks': (db, params) => listTasks(db, params as Parameters<typeof listTasks>[1]),
}
