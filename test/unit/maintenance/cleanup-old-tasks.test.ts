import { afterEach, describe, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { createClock } from '../../../jobs/engine/clock'
import type { Engine } from '../../../jobs/engine/engine'
import { taskCounts, taskView } from '../../../jobs/engine/monitor'
import { maintenance } from '../../../jobs/maintenance'
import { dropped } from '../../../jobs/maintenance/retention'
import { writeSetting } from '../../../jobs/shared/settings'
import { instant } from '../../../jobs/values/time'
import { makeEngine } from '../../support/engine'
import { openTestDb } from '../../support/office-db'

const DAY_MS = 86_400_000
const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
async function open(options: Parameters<typeof makeEngine>[0] = {}) {
  const made = makeEngine({ runner: 'slots', slots: 1, tasks: maintenance.tasks, ...options })
  opened.push(made.engine)
  await made.engine.start()
  const run = async (task: string, args: Record<string, unknown> = {}) => {
    const { taskId } = await made.engine.enqueue(task, args)
    await made.engine.finished(taskId)
    return taskId
  }
  return { ...made, run, clear: () => run('maintenance.cleanup_old_tasks') }
}
const found = (db: Parameters<typeof taskCounts>[0], task: string) => taskCounts(db).filter((one) => one.task === task)

test('a result goes after thirty days and its task says since when; the task itself goes after a year', async () => {
  const { db, clock, run, clear } = await open()
  const id = await run('test.echo', { a: 1 })
  clock.advance(29 * DAY_MS)
  await clear()
  expect(taskView(db, id)).toMatchObject({ result: { a: 1 }, result_gone_at: null })
  clock.advance(DAY_MS)
  await clear()
  expect(taskView(db, id)).toMatchObject({ state: 'SUCCESS', result: null, result_gone_at: expect.any(String) })
  expect(taskView(db, id)?.attempts).toHaveLength(1)
  clock.advance(335 * DAY_MS)
  await clear()
  expect(taskView(db, id)).toBeNull()
  expect(found(db, 'test.echo')).toEqual([])
  expect(db.prepare('select count(*) from attempt where task_id = ?').pluck().get(id)).toBe(0)
})

test('where a day is too long, a result goes after so many hours', async () => {
  const { engine, db, clock, run, clear } = await open()
  const kept = { results_days: 30, results_hours: 1, tasks_days: 365, by_task: {} }
  await engine.write('system', (write) => writeSetting(write, 'tasks', kept))
  const id = await run('test.echo', { a: 1 })
  clock.advance(59 * 60_000)
  await clear()
  expect(taskView(db, id)).toMatchObject({ result: { a: 1 } })
  clock.advance(60_000)
  await clear()
  expect(taskView(db, id)).toMatchObject({ state: 'SUCCESS', result: null, result_gone_at: expect.any(String) })
})

test('a task can be kept otherwise by its name, for ever too; what has not ended stays', async () => {
  const { engine, db, clock, run, clear } = await open()
  await engine.write('system', (write) =>
    writeSetting(write, 'tasks', {
      results_days: 0,
      results_hours: 0,
      tasks_days: 10,
      by_task: { 'test.noop': 1, 'test.spin': 0 },
    }),
  )
  const [echo, noop, spin] = [await run('test.echo'), await run('test.noop'), await run('test.spin', { ms: 1 })]
  const { taskId: waits } = await engine.enqueue('test.noop', {}, { countdownSeconds: 400 * 86_400 })
  clock.advance(2 * DAY_MS)
  await clear()
  expect([echo, noop, spin, waits].map((id) => taskView(db, id) !== null)).toEqual([true, false, true, true])
  clock.advance(20 * DAY_MS)
  await clear()
  expect([echo, spin, waits].map((id) => taskView(db, id) !== null)).toEqual([false, true, true])
  expect(found(db, 'test.noop')).toEqual([{ task: 'test.noop', state: 'waiting', n: 1 }])
})

test('two thousand old tasks go in pages, and the counters and the list agree with what is left', async () => {
  const { engine, db, clock, clear } = await open()
  const many = await Promise.all(Array.from({ length: 2_000 }, () => engine.enqueue('test.noop', {})))
  await Promise.all(many.map(({ taskId }) => engine.finished(taskId)))
  clock.advance(366 * DAY_MS)
  const last = await clear()
  expect(db.prepare('select count(*) from task').pluck().get()).toBe(1)
  expect(taskCounts(db)).toEqual([{ task: 'maintenance.cleanup_old_tasks', state: 'success', n: 1 }])
  expect(taskView(db, last)?.state).toBe('SUCCESS')
  expect(db.pragma('foreign_key_check')).toEqual([])
})

test('a member of a batch that still runs is kept, whatever its age', () => {
  const row = { id: 1, task: 'x', name_id: 1, queue_id: 1, state: 'success' as const, created_at: 0, finished_at: 0 }
  const kept = { results_days: 1, results_hours: 0, tasks_days: 1, by_task: {} }
  expect(dropped({ ...row, has_result: 1, in_running_batch: 1 }, kept, 400 * DAY_MS)).toBeNull()
  expect(dropped({ ...row, has_result: 1, in_running_batch: 0 }, kept, 400 * DAY_MS)).toBe('task')
})

describe('what tells of a time goes with its tasks', () => {
  const START = Date.UTC(2020, 0, 1)
  const YEARS = 3 * 365
  /** An office of three years: a schedule that ran each day, with its tasks gone, and what else each day left. */
  function live(db: Db) {
    const schedule = db
      .prepare(
        `insert into schedule (name, task, args, cron, zone, enabled, origin, anchor_at, created_at, changed_at)
         values (?, 'test.noop', '{}', '0 2 * * *', 'UTC', 1, 'user:1', 0, ?, ?)`,
      )
      .run('daily', START, START).lastInsertRowid
    const put = {
      occurrence: db.prepare(
        `insert into occurrence (schedule_id, due_at, state, task_id, decided_at) values (${schedule}, ?, ?, ?, ?)`,
      ),
      notice: db.prepare(`insert into notice (at, kind, code, params, entity, seen_at) values (?, ?, 'x', '{}', ?, ?)`),
      boot: db.prepare(`insert into boot (started_at, pid, version, ended_at) values (?, 1, 'old', ?)`),
      version: db.prepare(
        `insert into schedule_version (schedule_id, at, cron, anchor_at, zone, working_day, by)
         values (${schedule}, ?, '0 2 * * *', 0, 'UTC', 'unchanged', 'user:1')`,
      ),
      restored: db.prepare('insert into restored (digest, task_id, at) values (?, ?, ?)'),
    }
    put.notice.run(START, 'failure', 'task:999999999', null) // a task that is not there any more
    for (let day = 0; day < YEARS; day++) {
      const at = START + day * DAY_MS
      put.occurrence.run(at, day === 5 ? 'queued' : 'enqueued', day === 5 ? null : 1_000_000 + day, at)
      put.notice.run(at, 'backup', null, day === 7 ? null : at)
      put.boot.run(at, at + 1)
      if (day % 100 === 0) put.version.run(at)
      put.restored.run(`digest ${day}`, 1_000_000 + day, at)
    }
  }

  test('what is older than the tasks are kept goes in pages; what is still referred to stays', async () => {
    const db = openTestDb()
    live(db)
    const clock = createClock()
    clock.set(instant(START + YEARS * DAY_MS - 3_600_000))
    const { engine, run, clear } = await open({ db, clock })
    const echo = await run('test.noop')
    // An old occurrence whose task is kept, and an old line that was put back as one.
    db.prepare('update occurrence set task_id = ? where due_at = ?').run(echo, START + 9 * DAY_MS)
    db.prepare("update restored set task_id = ? where digest = 'digest 9'").run(echo)
    const count = (sql: string) => db.prepare(`select count(*) from ${sql}`).pluck().get()
    await clear()
    expect(count('occurrence'), 'a year, one that waits, one whose task is kept').toBe(365 + 2)
    expect(count('notice'), 'a year, and what nobody has looked at').toBe(365 + 1)
    expect(count('boot')).toBe(365 + 1)
    expect(count('restored')).toBe(365 + 1)
    expect(
      db.prepare('select (at - ?) / ? from schedule_version order by id').pluck().all(START, DAY_MS),
      'the one in force a year ago and those since',
    ).toEqual([700, 800, 900, 1000])
    expect(engine.status().bootId).toBe(db.prepare('select max(id) from boot').pluck().get())
  })

  test('the last fifty of a schedule and the last hundred boots stay, however old', async () => {
    const db = openTestDb()
    live(db)
    const clock = createClock()
    clock.set(instant(START + 10 * YEARS * DAY_MS))
    const { clear } = await open({ db, clock })
    await clear()
    const count = (sql: string) => db.prepare(`select count(*) from ${sql}`).pluck().get()
    expect(count('occurrence')).toBe(50 + 1)
    expect(count('boot')).toBe(100)
    expect(count('schedule_version')).toBe(1)
    expect(count('notice')).toBe(1)
  })

  test('where tasks are kept for ever, so is what tells of them', async () => {
    const db = openTestDb()
    live(db)
    const clock = createClock()
    clock.set(instant(START + 10 * YEARS * DAY_MS))
    const { engine, clear } = await open({ db, clock })
    await engine.write('system', (write) =>
      writeSetting(write, 'tasks', { results_days: 1, results_hours: 0, tasks_days: 0, by_task: {} }),
    )
    await clear()
    expect(db.prepare('select count(*) from occurrence').pluck().get()).toBe(YEARS)
  })
})

test('whose completion a task was is looked up by an index', () => {
  const db = openTestDb()
  const plan = db
    .prepare(
      `explain query plan update batch set completion = null where completion in (select value from json_each(?))`,
    )
    .all('[]') as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/USING (COVERING )?INDEX batch_completion/)
})
