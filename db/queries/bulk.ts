import type { Db } from '../open'

/** How far a task that acts on many others has come; written in the transactions of its pages. */
export function bulkQueries(db: Db) {
  const at = db.prepare<[number], { last_id: number; done: number }>('select last_id, done from bulk where task_id = ?')
  const moveOn = db.prepare(`
    insert into bulk (task_id, last_id, done) values (?, ?, ?)
    on conflict do update set last_id = excluded.last_id, done = done + excluded.done`)
  const count = db.prepare(`
    insert into bulk_outcome (task_id, outcome, n) values (?, ?, ?) on conflict do update set n = n + excluded.n`)
  const outcomes = db.prepare<[number], { outcome: string; n: number }>(
    'select outcome, n from bulk_outcome where task_id = ? order by n desc, outcome',
  )
  return {
    at: (taskId: number) => at.get(taskId),
    moveOn: (taskId: number, lastId: number, done: number) => moveOn.run(taskId, lastId, done),
    count: (taskId: number, outcome: string, n: number) => count.run(taskId, outcome, n),
    outcomes: (taskId: number) => outcomes.all(taskId),
  }
}
