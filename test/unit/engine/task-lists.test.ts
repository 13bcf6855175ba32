import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { type MonitorRow, type PageFilter, pageOfTasks, tasksBefore } from '../../../db/queries/monitor'
import { waitingTasks } from '../../../db/queries/saved'
import { openTestDb } from '../../support/office-db'

const NAMES = ['a.one', 'a.two', 'b.three']
const QUEUES = ['default', 'reports']
const STATES = ['ready', 'waiting', 'running', 'success', 'failure', 'revoked', 'expired'] as const
const TASKS = 600

/** Tasks in every state; how many are open decides which way the lists are read. */
function filled(openCount: number): Db {
  const db = openTestDb()
  for (const name of NAMES) db.prepare('insert into task_name (name) values (?)').run(name)
  for (const queue of QUEUES)
    db.prepare('insert into queue (name, priority) values (?, 5) on conflict do nothing').run(queue)
  const insert = db.prepare(`
    insert into task (name_id, queue_id, lane, priority, state, args, origin, created_at, due_at, finished_at, retries,
      progress, boot_id, slot)
    select (select id from task_name where name = @name), (select id from queue where name = @queue), 0, 5, @state, '{}',
      'system', 1, @due, @finished, @retries, @progress, null, null`)
  for (let n = 0; n < TASKS; n++) {
    const state = STATES[(n * 31 + Math.floor(n / 7)) % STATES.length] ?? 'ready'
    insert.run({
      name: NAMES[(n * 7) % 3],
      queue: QUEUES[n % 5 === 0 ? 1 : 0],
      state,
      due: state === 'waiting' ? 1_000_000 + ((n * 17) % 50) : null,
      finished: ['success', 'failure', 'revoked', 'expired'].includes(state) ? n : null,
      retries: n % 3,
      progress: n % 4 === 0 ? '{"current":1,"total":2,"status":""}' : null,
    })
  }
  db.prepare("insert into task_count (name_id, queue_id, state, n) values (1, 1, 'ready', ?)").run(openCount)
  return db
}

const FITS: Record<string, (row: MonitorRow) => boolean> = {
  PENDING: (row) => row.state === 'ready' || (row.state === 'waiting' && row.retries === 0),
  WAITING: (row) => row.state === 'ready' || row.state === 'waiting',
  RUNNING: (row) => row.state === 'running',
  RETRY: (row) => row.state === 'waiting' && row.retries > 0,
  STARTED: (row) => row.state === 'running' && row.progress === null,
  PROGRESS: (row) => row.state === 'running' && row.progress !== null,
  SUCCESS: (row) => row.state === 'success',
  FAILURE: (row) => row.state === 'failure',
  REVOKED: (row) => row.state === 'revoked',
  EXPIRED: (row) => row.state === 'expired',
}

test.each([10, 1_000_000])('every filter finds exactly the newest that fit (%i open)', (openCount) => {
  const db = filled(openCount)
  const all = pageOfTasks(db, { limit: TASKS + 1 })
  expect(all.length).toBe(TASKS)
  let found = 0
  for (const state of [undefined, ...Object.keys(FITS)])
    for (const task of [undefined, ...NAMES, 'no.such'])
      for (const queue of [undefined, ...QUEUES])
        for (const before of [undefined, 400]) {
          const filter: PageFilter = { state, task, queue, before, limit: 20 }
          const expected = all
            .filter((row) => !state || FITS[state]?.(row))
            .filter((row) => !task || row.task === task)
            .filter((row) => !queue || row.queue === queue)
            .filter((row) => !before || row.id < before)
            .slice(0, 20)
          expect(pageOfTasks(db, filter), JSON.stringify(filter)).toEqual(expected)
          found += expected.length
        }
  expect(found).toBeGreaterThan(1_000)
  const waiting = all.filter((row) => FITS.WAITING?.(row)).map(({ id }) => id)
  expect(waitingTasks(db, 0, TASKS).map(({ id }) => id)).toEqual(waiting.reverse())
})

test('no list of a state or of a name walks over all tasks', () => {
  const db = filled(10)
  const asked: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => {
    asked.push(sql)
    return prepare(sql)
  }) as typeof db.prepare
  for (const state of Object.keys(FITS)) pageOfTasks(db, { state, limit: 50 })
  pageOfTasks(db, { task: 'a.one', limit: 50 })
  pageOfTasks(db, { task: 'a.one', state: 'WAITING', queue: 'default', limit: 50 })
  waitingTasks(db, 0, 500)
  const plans = asked.flatMap((sql) => {
    const count = sql.split('?').length - 1
    const rows = prepare(`explain query plan ${sql}`).all(...Array(count).fill(1)) as { detail: string }[]
    return rows.map(({ detail }) => detail)
  })
  expect(asked.length).toBeGreaterThan(Object.keys(FITS).length)
  expect(plans.filter((detail) => /^SCAN task$/.test(detail))).toEqual([])
})

test('of words that many tasks hold the few that fit are found, however old, and no page leaves one out', () => {
  const db = openTestDb()
  db.prepare("insert into task_name (name) values ('a.one')").run()
  db.prepare("insert into queue (name, priority) values ('default', 5)").run()
  const insert = db.prepare(`
    insert into task (name_id, queue_id, lane, priority, state, args, origin, created_at, finished_at)
    values (1, 1, 0, 5, ?, '{}', 'system', 1, 1)`)
  const index = db.prepare("insert into task_text (rowid, text) values (?, 'a.one common')")
  const many = 12_000
  db.transaction(() => {
    for (let n = 1; n <= many; n++) {
      insert.run(n <= 3 || n === 6_000 ? 'failure' : 'success')
      index.run(n)
    }
    db.prepare("insert into engine_mark (name, value) values ('indexed_to', ?)").run(many)
  })()
  const failures: number[] = []
  for (let before: number | null | undefined; before !== null; ) {
    const page = tasksBefore(db, { q: 'common', state: 'FAILURE', limit: 2, before })
    failures.push(...page.rows.map(({ id }) => id))
    before = page.next
  }
  expect(failures).toEqual([6_000, 3, 2, 1])
  let all = 0
  for (let before: number | null | undefined; before !== null; ) {
    const page = tasksBefore(db, { q: 'common', limit: 700, before })
    all += page.rows.length
    before = page.next
  }
  expect(all).toBe(many)
})
