import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../../../jobs/engine/engine'
import { queueCounts, taskView } from '../../../jobs/engine/monitor'
import { makeEngine, type TestEngine, type TestEngineOptions } from '../../support/engine'

// What holds the tasks of a queue back, on real threads.

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
async function open(options: TestEngineOptions = {}): Promise<TestEngine> {
  const made = makeEngine({ runner: 'slots', slots: 2, ...options })
  opened.push(made.engine)
  await made.engine.start()
  return made
}
const pause = ({ engine }: TestEngine, name: string) =>
  engine.write('user:1', (write) => engine.queues.pause(write, name))
const resume = ({ engine }: TestEngine, name: string) =>
  engine.write('user:1', (write) => engine.queues.resume(write, name))
/** Work of another queue, after which anything that could be claimed was claimed. */
async function passes({ engine }: TestEngine): Promise<void> {
  for (let i = 0; i < 3; i++) await engine.finished((await engine.enqueue('test.noop', {}, { queue: 'users' })).taskId)
}

test('a paused queue hands nothing out and says by whom, other queues go on, and it is resumed', async () => {
  const made = await open()
  expect(await pause(made, 'default')).toBe(true)
  expect(await pause(made, 'default')).toBe(false)
  const { taskId } = await made.engine.enqueue('test.echo', { a: 1 })
  await passes(made)
  expect(taskView(made.db, taskId)).toMatchObject({ state: 'PENDING', attempts: [] })
  expect(made.engine.queues.holds('default')).toEqual({
    code: 'engine.queue_paused',
    params: { queue: 'default', by: 'user:1' },
  })
  expect(queueCounts(made.db).find(({ name }) => name === 'default')).toMatchObject({
    paused: true,
    paused_by: 'user:1',
    ready: 1,
  })
  await resume(made, 'default')
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(made.engine.queues.holds('default')).toBeNull()
})

test('a pause outlives the office', async () => {
  const first = await open()
  await pause(first, 'default')
  const { taskId } = await first.engine.enqueue('test.noop', {})
  await first.engine.stop(500)
  const second = await open({ db: first.db, clock: first.clock })
  await passes(second)
  expect(taskView(second.db, taskId)?.state).toBe('PENDING')
  await resume(second, 'default')
  expect(await second.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
})

test('a pause that is undone with its transaction holds nothing', async () => {
  const made = await open()
  const failed = made.engine.write('user:1', (write) => {
    made.engine.queues.pause(write, 'default')
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  const { taskId } = await made.engine.enqueue('test.noop', {})
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
})

test('purging takes back what waits, page by page, each with its reason; what runs and what comes later is spared', async () => {
  const made = await open({ slots: 1 })
  const running = await made.engine.enqueue('test.spin', { ms: 60_000 })
  await new Promise<void>((resolve) => {
    const stop = made.engine.onEvent(() => {
      if (taskView(made.db, running.taskId)?.state !== 'STARTED') return
      stop()
      resolve()
    })
  })
  const ready = await Promise.all(Array.from({ length: 450 }, () => made.engine.enqueue('test.noop', {})))
  const later = await made.engine.enqueue('test.noop', {}, { countdownSeconds: 60 })
  const other = await made.engine.enqueue('test.noop', {}, { queue: 'users', countdownSeconds: 60 })
  const waited = made.engine.finished(ready[0]?.taskId ?? 0)
  expect(await made.engine.queues.purge('default', 'user:1')).toBe(451)
  expect(await waited).toMatchObject({ state: 'REVOKED', error: { code: 'engine.purged' } })
  expect(taskView(made.db, later.taskId)).toMatchObject({
    state: 'REVOKED',
    error: { code: 'engine.purged', params: { queue: 'default', by: 'user:1' } },
  })
  expect(taskView(made.db, other.taskId)?.state).toBe('PENDING')
  expect(taskView(made.db, running.taskId)?.state).toBe('STARTED')
  expect(await made.engine.queues.purge('default', 'user:1')).toBe(0)
  await made.engine.revoke(running.taskId, { terminate: true }, 'user:1')
})

test('a queue held to one at once runs one after the other, though two slots are free', async () => {
  const made = await open()
  await made.engine.write('user:1', (write) => made.engine.queues.limit(write, 'default', { maxRunning: 1 }))
  let most = 0
  made.engine.onEvent(() => {
    most = Math.max(
      most,
      made.engine.status().slots.reduce((sum, slot) => sum + slot.running.length, 0),
    )
  })
  const ids = await Promise.all(Array.from({ length: 4 }, () => made.engine.enqueue('test.sleep', { ms: 120 })))
  for (const { taskId } of ids) expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(most).toBe(1)
  const spans = ids
    .map(({ taskId }) => taskView(made.db, taskId))
    .map((view) => [Date.parse(view?.started_at ?? ''), Date.parse(view?.finished_at ?? '')])
  for (let i = 1; i < spans.length; i++) expect(spans[i]?.[0]).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0)
})

test('housekeeping never takes more than one slot, as it is declared; lifting the limit is kept', async () => {
  const made = await open()
  const first = await made.engine.enqueue('test.sleep', { ms: 60_000 }, { queue: 'maintenance' })
  const second = await made.engine.enqueue('test.noop', {}, { queue: 'maintenance' })
  await passes(made)
  expect(taskView(made.db, second.taskId)?.state).toBe('PENDING')
  expect(made.engine.queues.holds('maintenance')).toMatchObject({ code: 'engine.queue_full', params: { limit: 1 } })
  await made.engine.write('user:1', (write) => made.engine.queues.limit(write, 'maintenance', { maxRunning: null }))
  expect(await made.engine.finished(second.taskId)).toMatchObject({ state: 'SUCCESS' })
  await made.engine.revoke(first.taskId, { terminate: false }, 'user:1')
  await made.engine.finished(first.taskId)
})

test('a rate counts on the office’s clock, and a restart does not burst', async () => {
  const first = await open()
  await first.engine.write('user:1', (write) =>
    first.engine.queues.limit(write, 'default', { rate: { tasks: 2, seconds: 60 } }),
  )
  const ids = await Promise.all(Array.from({ length: 4 }, () => first.engine.enqueue('test.noop', {})))
  const isDone = (made: TestEngine) => ids.map(({ taskId }) => taskView(made.db, taskId)?.ready)
  await first.engine.finished(ids[0]?.taskId ?? 0)
  await passes(first)
  expect(isDone(first)).toEqual([true, false, false, false])
  expect(first.engine.queues.holds('default')).toMatchObject({ code: 'engine.queue_rate' })
  await first.engine.stop(500)

  const second = await open({ db: first.db, clock: first.clock })
  await passes(second)
  expect(isDone(second)).toEqual([true, false, false, false])
  second.clock.advance(30_000)
  await second.engine.finished(ids[1]?.taskId ?? 0)
  await passes(second)
  expect(isDone(second)).toEqual([true, true, false, false])
  second.clock.advance(3600_000)
  await second.engine.finished(ids[2]?.taskId ?? 0)
  await passes(second)
  expect(isDone(second)).toEqual([true, true, true, false])
})

test('a clock that is set back holds a queue no longer than its rate does', async () => {
  const made = await open()
  await made.engine.write('user:1', (write) =>
    made.engine.queues.limit(write, 'default', { rate: { tasks: 1, seconds: 1 } }),
  )
  const ids = await Promise.all(Array.from({ length: 2 }, () => made.engine.enqueue('test.noop', {})))
  await made.engine.finished(ids[0]?.taskId ?? 0)
  made.clock.advance(-3_600_000)
  expect(await made.engine.finished(ids[1]?.taskId ?? 0)).toMatchObject({ state: 'SUCCESS' })
})

test('an office that serves some queues only leaves the others alone, and a task there says so', async () => {
  const made = await open({ queues: ['users'] })
  const { taskId } = await made.engine.enqueue('test.noop', {})
  await passes(made)
  expect(taskView(made.db, taskId)?.state).toBe('PENDING')
  expect(made.engine.queues.holds('default')).toMatchObject({ code: 'engine.queue_not_served' })
})
