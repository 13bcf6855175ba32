import type { Db } from '../open'
import { statement } from '../statement'

export const addTestEffect = (db: Db, key: string, taskId: number, at: number) =>
  statement(db, 'insert into test_effect (key, task_id, at) values (?, ?, ?)').run(key, taskId, at)

export const testEffects = (db: Db) =>
  statement(db, 'select key from test_effect order by id').all() as { key: string }[]
