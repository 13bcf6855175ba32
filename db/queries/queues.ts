import type { Db } from '../open'

export type QueueRow = {
  id: number
  name: string
  priority: number
  paused: number
  paused_by: string | null
  paused_at: number | null
  max_running: number | null
  rate_tasks: number | null
  rate_seconds: number | null
  rate_next_at: number | null
}

/** A task that waits in a queue, as far as taking it back needs it. */
export type WaitingRow = { id: number; due_at: number | null; queue_id: number }

/** Statements on queues; those that write run inside the group's transaction. */
export function queueQueries(db: Db) {
  const all = db.prepare<[], QueueRow>('select * from queue')
  const pause = db.prepare('update queue set paused = 1, paused_by = ?, paused_at = ? where id = ?')
  const resume = db.prepare('update queue set paused = 0, paused_by = null, paused_at = null where id = ?')
  const limit = db.prepare(
    'update queue set max_running = ?, rate_tasks = ?, rate_seconds = ?, rate_next_at = null where id = ?',
  )
  const nextStart = db.prepare('update queue set rate_next_at = ? where id = ?')
  const newest = db.prepare<[], number | null>('select max(id) from task').pluck()
  const ready = db
    .prepare<[number, number, number], number>(`
    select id from task where state = 'ready' and lane in (0, 1) and queue_id = ? and id <= ? limit ?`)
    .pluck()
  // By the order of its index, so that a page costs the same wherever it stands; the queue is told apart by the caller.
  const waiting = db.prepare<[number, number, number], WaitingRow>(`
    select id, due_at, queue_id from task
    where state = 'waiting' and (due_at, id) > (?, ?) order by due_at, id limit ?`)
  const waitingForOthers = db
    .prepare<[number, number, number], number>(`
    select id from task where state = 'waiting' and due_at is null and queue_id = ? and id <= ? limit ?`)
    .pluck()
  return {
    all: () => all.all(),
    pause: (id: number, by: string, at: number) => pause.run(by, at, id),
    resume: (id: number) => resume.run(id),
    limit: (id: number, maxRunning: number | null, rateTasks: number | null, rateSeconds: number | null) =>
      limit.run(maxRunning, rateTasks, rateSeconds, id),
    nextStart: (id: number, at: number) => nextStart.run(at, id),
    newestTask: () => newest.get() ?? 0,
    ready: (id: number, upTo: number, count: number) => ready.all(id, upTo, count),
    waitingAfter: (dueAt: number, id: number, count: number) => waiting.all(dueAt, id, count),
    waitingForOthers: (id: number, upTo: number, count: number) => waitingForOthers.all(id, upTo, count),
  }
}
export type QueueQueries = ReturnType<typeof queueQueries>
