import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import { makeEngine, type TestEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
async function open(options: Parameters<typeof makeEngine>[0] = {}): Promise<TestEngine> {
  const made = makeEngine({ runner: 'slots', slots: 2, ...options })
  opened.push(made.engine)
  await made.engine.start()
  return made
}
const bulk = async ({ engine }: TestEngine, args: Record<string, unknown>) =>
  engine.finished((await engine.enqueue('engine.bulk', args, { origin: 'user:1' })).taskId)
/** Tasks that never start while the test looks at them. */
const later = ({ engine }: TestEngine, n: number, queue = 'default') =>
  Promise.all(
    Array.from(
      { length: n },
      async () => (await engine.enqueue('test.noop', {}, { countdownSeconds: 60, queue })).taskId,
    ),
  )

test('a waiting task is put off, and so is the instant at which it is given up', async () => {
  const made = await open()
  const { taskId } = await made.engine.enqueue('test.noop', {}, { countdownSeconds: 60, expiresSeconds: 30 })
  const until = (made.clock.now() + 600_000) as ReturnType<typeof made.clock.now>
  expect(await made.engine.snooze(taskId, until, 'user:1')).toEqual({ state: 'PENDING' })
  expect(taskView(made.db, taskId)).toMatchObject({ eta: new Date(until).toISOString() })
  expect(Date.parse(taskView(made.db, taskId)?.expires ?? '')).toBe(until + 30_000)
  made.clock.advance(500_000)
  await made.engine.finished((await made.engine.enqueue('test.noop', {})).taskId)
  expect(taskView(made.db, taskId)?.state).toBe('PENDING')
  made.clock.advance(100_000)
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
})

test('what has ended, what runs and an instant that has passed are refused in words', async () => {
  const made = await open()
  const { taskId } = await made.engine.enqueue('test.noop', {})
  await made.engine.finished(taskId)
  const now = made.clock.now()
  const tomorrow = (now + 86_400_000) as typeof now
  await expect(made.engine.snooze(taskId, tomorrow, 'user:1')).rejects.toMatchObject({
    code: 'engine.cannot_snooze',
    params: { id: taskId, state: 'SUCCESS' },
  })
  await expect(made.engine.snooze(taskId, (now - 1) as typeof now, 'user:1')).rejects.toMatchObject({
    code: 'engine.snooze_in_past',
  })
})

test('a task that puts itself off goes on later; that is no failure and no retry', async () => {
  const made = await open()
  const { taskId } = await made.engine.enqueue('test.snooze', { times: 5, seconds: 90 })
  for (let attempt = 1; attempt <= 5; attempt++) {
    while (taskView(made.db, taskId)?.attempts.filter((one) => one.outcome === 'snoozed').length !== attempt)
      await new Promise((resolve) => setImmediate(resolve))
    expect(taskView(made.db, taskId)).toMatchObject({ state: 'PENDING', retries: 0, error: { code: 'engine.snoozed' } })
    made.clock.advance(90_000)
  }
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { attempts: 6 } })
  expect(taskView(made.db, taskId)).toMatchObject({ retries: 0, error: null })
})

test('all that fit a filter are taken back, page by page, and each outcome is counted', async () => {
  const made = await open()
  const ids = await later(made, 450)
  const spared = await later(made, 1, 'users')
  const result = await bulk(made, { action: 'revoke', filter: { queue: 'default' } })
  expect(result).toMatchObject({ state: 'SUCCESS', result: { action: 'revoke', found: 450, outcomes: { done: 450 } } })
  expect(taskView(made.db, result.taskId)?.progress).toMatchObject({ current: 450 })
  for (const id of ids) expect(taskView(made.db, id)?.state).toBe('REVOKED')
  expect(taskView(made.db, spared[0] ?? 0)?.state).toBe('PENDING')
  expect(taskView(made.db, ids[0] ?? 0)?.error).toMatchObject({ params: { by: `task:${result.taskId}` } })
})

test('dead letters are redriven: what failed for good is put back to work under the same number', async () => {
  const made = await open()
  const dead = await Promise.all(
    Array.from({ length: 3 }, async () => (await made.engine.enqueue('test.crash', {}, { queue: 'users' })).taskId),
  )
  for (const id of dead) expect(await made.engine.finished(id)).toMatchObject({ state: 'FAILURE' })
  const { taskId: fine } = await made.engine.enqueue('test.noop', {}, { queue: 'users' })
  await made.engine.finished(fine)
  await made.engine.write('user:1', (write) => made.engine.queues.pause(write, 'users'))
  expect(await bulk(made, { action: 'redrive', filter: { task: 'test.crash' } })).toMatchObject({
    result: { found: 3, outcomes: { done: 3 } },
  })
  for (const id of dead) expect(taskView(made.db, id)).toMatchObject({ state: 'PENDING', error: null })
  expect(taskView(made.db, fine)?.state).toBe('SUCCESS')
})

test('named tasks are put off; what cannot be says so in the count', async () => {
  const made = await open()
  const ids = await later(made, 2)
  const { taskId: done } = await made.engine.enqueue('test.noop', {})
  await made.engine.finished(done)
  const until = made.clock.now() + 86_400_000
  expect(await bulk(made, { action: 'snooze', ids: [...ids, done, 9_999], until })).toMatchObject({
    state: 'SUCCESS',
    result: { found: 4, outcomes: { done: 2, 'engine.cannot_snooze': 1, 'engine.no_such_task': 1 } },
  })
  for (const id of ids) expect(Date.parse(taskView(made.db, id)?.eta ?? '')).toBe(until)
})

test('one that was cut off goes on where it was: nothing is redriven twice', async () => {
  const made = await open()
  const ids = await later(made, 300)
  const { taskId } = await made.engine.enqueue(
    'engine.bulk',
    { action: 'revoke', filter: {} },
    { countdownSeconds: 30 },
  )
  // As if an earlier attempt had dealt with the newest hundred.
  const reached = [...ids].sort((a, b) => b - a)[99] ?? 0
  made.db.prepare('insert into bulk (task_id, last_id, done) values (?, ?, 100)').run(taskId, reached)
  made.db.prepare("insert into bulk_outcome (task_id, outcome, n) values (?, 'done', 100)").run(taskId)
  made.clock.advance(30_000)
  expect(await made.engine.finished(taskId)).toMatchObject({ result: { found: 300, outcomes: { done: 300 } } })
  expect(ids.filter((id) => taskView(made.db, id)?.state === 'PENDING')).toHaveLength(100)
})
