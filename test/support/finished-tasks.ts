import path from 'node:path'
import Database from 'better-sqlite3'

const HOUR = 3_600_000
const MINUTE = 60_000

/** Writes so many finished tasks into an office that is closed, with what the monitor counts. */
export function writeFinishedTasks(folder: string, n: number, until: number): void {
  const db = new Database(path.join(folder, 'daybook.db'))
  const nameOf = (name: string) => {
    db.prepare('insert or ignore into task_name (name) values (?)').run(name)
    return db.prepare('select id from task_name where name = ?').pluck().get(name) as number
  }
  const queue = db.prepare("select id from queue where name = 'default'").pluck().get() as number
  const names = [nameOf('imports.check'), nameOf('notify.deliver_mail'), nameOf('maintenance.backup')]
  const insert = db.prepare(
    `insert into task (name_id, queue_id, lane, priority, state, args, origin, created_at, started_at, finished_at,
       attempt, result, error)
     values (?, ?, 0, 50, ?, '{}', 'user:1', ?, ?, ?, 1, ?, ?)`,
  )
  const count = db.prepare(
    `insert into task_count (name_id, queue_id, state, n) values (?, ?, ?, 1)
     on conflict (name_id, queue_id, state) do update set n = n + 1`,
  )
  const error = JSON.stringify({ code: 'engine.task_failed', params: { message: 'The disk was full' } })
  db.transaction(() => {
    for (let i = 0; i < n; i++) {
      const name = names[i % names.length] ?? 0
      const failed = i % 50 === 0
      const at = until - 24 * HOUR - (n - i) * MINUTE
      insert.run(name, queue, failed ? 'failure' : 'success', at, at + 20, at + 400, '{}', failed ? error : null)
      count.run(name, queue, failed ? 'failure' : 'success')
    }
  })()
  db.close()
}
