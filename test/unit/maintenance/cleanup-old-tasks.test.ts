import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../../../jobs/engine/engine'
import { taskCounts, taskView } from '../../../jobs/engine/monitor'
import { maintenance } from '../../../jobs/maintenance'
import { dropped } from '../../../jobs/maintenance/retention'
import { writeSetting } from '../../../jobs/shared/settings'
import { makeEngine } from '../../support/engine'

const DAY_MS = 86_400_000
const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
async function open() {
  const made = makeEngine({ runner: 'slots', slots: 1, tasks: maintenance.tasks })
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

test('a task can be kept otherwise by its name, for ever too; what has not ended stays', async () => {
  const { engine, db, clock, run, clear } = await open()
  await engine.write('system', (write) =>
    writeSetting(write, 'tasks', { results_days: 0, tasks_days: 10, by_task: { 'test.noop': 1, 'test.spin': 0 } }),
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
  const kept = { results_days: 1, tasks_days: 1, by_task: {} }
  expect(dropped({ ...row, has_result: 1, in_running_batch: 1 }, kept, 400 * DAY_MS)).toBeNull()
  expect(dropped({ ...row, has_result: 1, in_running_batch: 0 }, kept, 400 * DAY_MS)).toBe('task')
})
