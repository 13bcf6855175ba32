import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { testEffects } from '../../../db/queries/testing'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import { Slots } from '../../../jobs/engine/slots'
import type { OfficeEvent } from '../../../jobs/engine/write'
import { makeEngine, type TestEngine } from '../../support/engine'
import { openTestDb } from '../../support/office-db'

/** The engine on its real threads. */
const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

async function open(slots = 2): Promise<TestEngine> {
  const made = makeEngine({ runner: 'slots', slots })
  opened.push(made.engine)
  await made.engine.start()
  return made
}

/** Resolves when the engine says something that fits. */
function heard(engine: Engine, fits: (event: OfficeEvent) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = engine.onEvent((event) => {
      if (!fits(event)) return
      stop()
      resolve()
    })
  })
}

const hasState = (made: TestEngine, taskId: number, state: string) => () => taskView(made.db, taskId)?.state === state

test('a thousand tasks run on two slots, each exactly once', async () => {
  const made = await open()
  const ids = await Promise.all(
    Array.from({ length: 1000 }, (_, i) => made.engine.enqueue('test.effect', { key: `k${i}` })),
  )
  await Promise.all(ids.map(({ taskId }) => made.engine.finished(taskId)))
  const keys = testEffects(made.db).map((row) => row.key)
  expect(keys).toHaveLength(1000)
  expect(new Set(keys).size).toBe(1000)
  expect(made.db.prepare("select sum(n) from task_count where state = 'success'").pluck().get()).toBe(1000)
})

test('a task that kills its slot three times ends in FAILURE, and its neighbours run', async () => {
  const made = await open(1)
  const crash = await made.engine.enqueue('test.crash', {})
  const others = await Promise.all(Array.from({ length: 20 }, () => made.engine.enqueue('test.noop', {})))
  expect(await made.engine.finished(crash.taskId)).toMatchObject({
    state: 'FAILURE',
    error: { code: 'engine.worker_lost', params: { times: 3 } },
  })
  for (const { taskId } of others) expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(made.db, crash.taskId)?.attempts.map((one) => one.outcome)).toEqual(['lost', 'lost', 'lost'])
  for (const { taskId } of others) expect(taskView(made.db, taskId)?.attempts).toHaveLength(1)
})

test('a running task that looks at its limits ends when it is revoked', async () => {
  const made = await open(1)
  const { taskId } = await made.engine.enqueue('test.spin', { ms: 60_000 })
  await heard(made.engine, hasState(made, taskId, 'STARTED'))
  await made.engine.revoke(taskId, { terminate: false }, 'user:1')
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'REVOKED' })
})

test('a task that sleeps hears a revoke at once', async () => {
  const made = await open(1)
  const { taskId } = await made.engine.enqueue('test.sleep', { ms: 60_000 })
  await heard(made.engine, hasState(made, taskId, 'STARTED'))
  await made.engine.revoke(taskId, { terminate: false }, 'user:1')
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'REVOKED' })
})

test('terminate ends the slot under a task, and the slot serves again', async () => {
  const made = await open(1)
  const { taskId } = await made.engine.enqueue('test.spin', { ms: 60_000 })
  await heard(made.engine, hasState(made, taskId, 'STARTED'))
  await made.engine.revoke(taskId, { terminate: true }, 'user:1')
  expect((await made.engine.finished(taskId)).state).toBe('REVOKED')
  const next = await made.engine.enqueue('test.echo', { still: 'here' })
  expect(await made.engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS', result: { still: 'here' } })
})

test('the soft limit reaches a busy loop that looks, the hard limit one that does not', async () => {
  const made = await open(2)
  const looks = await made.engine.enqueue('test.limited', { deaf: false })
  const deaf = await made.engine.enqueue('test.limited', { deaf: true })
  expect(await made.engine.finished(looks.taskId)).toMatchObject({
    state: 'FAILURE',
    error: { code: 'engine.soft_limit' },
  })
  expect(await made.engine.finished(deaf.taskId)).toMatchObject({
    state: 'FAILURE',
    error: { code: 'engine.hard_limit' },
  })
  const next = await made.engine.enqueue('test.noop', {})
  expect((await made.engine.finished(next.taskId)).state).toBe('SUCCESS')
})

test('a waiting task is revoked without ever running', async () => {
  const made = await open(1)
  const { taskId } = await made.engine.enqueue('test.effect', { key: 'never' }, { countdownSeconds: 3600 })
  await made.engine.revoke(taskId, { terminate: false }, 'user:1')
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'REVOKED', error: { code: 'engine.revoked' } })
  made.clock.advance(7200_000)
  const after = await made.engine.enqueue('test.noop', {})
  await made.engine.finished(after.taskId)
  expect(testEffects(made.db)).toEqual([])
})

test('short tasks do not wait behind a long one', async () => {
  const made = await open(2)
  for (let i = 0; i < 200; i++) await made.engine.enqueue('test.noop', {})
  const long = await made.engine.enqueue('test.spin', { ms: 3000 })
  const short = await Promise.all(Array.from({ length: 100 }, () => made.engine.enqueue('test.noop', {})))
  await Promise.all(short.map(({ taskId }) => made.engine.finished(taskId)))
  expect(taskView(made.db, long.taskId)?.ready).toBe(false)
  await made.engine.revoke(long.taskId, { terminate: false }, 'user:1')
})

test('what waited too long behind other work expires', async () => {
  const made = makeEngine({ runner: 'slots', slots: 1 })
  const { taskId } = await made.engine.enqueue('test.effect', { key: 'late' }, { expiresSeconds: 60 })
  made.clock.advance(61_000)
  opened.push(made.engine)
  await made.engine.start()
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'EXPIRED', error: { code: 'engine.expired' } })
  expect(testEffects(made.db)).toEqual([])
})

test('what another boot left running is lost by definition and runs again', async () => {
  const first = await open(1)
  const { taskId } = await first.engine.enqueue('test.sleep', { ms: 200 })
  await heard(first.engine, hasState(first, taskId, 'STARTED'))
  // The lease of a boot that never said goodbye.
  first.db.prepare("insert into boot (id, started_at, pid, version) values (99, 1, 1, 'gone')").run()
  first.db
    .prepare(`insert into task (name_id, queue_id, lane, priority, state, args, origin, created_at, started_at, attempt, boot_id, slot)
      select name_id, queue_id, lane, priority, 'running', '{"ms":1}', 'system', 1, 1, 1, 99, 'slot-1' from task where id = ?`)
    .run(taskId)
  const left = first.db.prepare('select max(id) from task').pluck().get() as number
  await first.engine.finished(taskId)
  await first.engine.stop(500)
  const second = makeEngine({ runner: 'slots', slots: 1, db: first.db })
  opened.push(second.engine)
  await second.engine.start()
  expect(await second.engine.finished(left)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(second.db, left)?.attempts.map((one) => one.outcome)).toEqual(['lost', 'success'])
})

test('stopping gives back what cannot end in time, and the next start runs it', async () => {
  const first = await open(1)
  const { taskId } = await first.engine.enqueue('test.sleep', { ms: 60_000 })
  await heard(first.engine, hasState(first, taskId, 'STARTED'))
  await first.engine.stop(50)
  expect(taskView(first.db, taskId)).toMatchObject({ state: 'PENDING', attempts: [] })
})

test('progress is seen while a task runs, and its last word stays', async () => {
  const made = await open(1)
  const { taskId } = await made.engine.enqueue('test.progress', { steps: 5 })
  const seen = heard(made.engine, (event) => event.type === 'progress' && event.id === taskId)
  await made.engine.finished(taskId)
  await seen
  expect(taskView(made.db, taskId)?.progress).toEqual({ current: 5, total: 5, status: 'Step 5 of 5' })
})

test('where no slot can be started the inline runner carries on and the engine says that it is degraded', async () => {
  const made = makeEngine({
    runner: 'slots',
    slots: 1,
    slotFile: new URL('./broken-slot.cjs', import.meta.url).pathname,
  })
  opened.push(made.engine)
  await made.engine.start()
  const { taskId } = await made.engine.enqueue('test.echo', { a: 1 })
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { a: 1 } })
  expect(made.engine.status()).toMatchObject({ state: 'degraded', degradedReason: { code: 'engine.degraded' } })
})

test('the runner that could not start is left with no thread and tries no more, and the engine stops with both', async () => {
  const made = makeEngine({
    runner: 'slots',
    slots: 2,
    slotFile: new URL('./half-broken-slot.cjs', import.meta.url).pathname,
  })
  opened.push(made.engine)
  await made.engine.start()
  const { taskId } = await made.engine.enqueue('test.echo', { a: 1 })
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { a: 1 } })
  const threads = () => made.runner.status().filter(({ threadId }) => threadId !== null)
  while (threads().length > 0) await new Promise((resolve) => setImmediate(resolve))
  await made.engine.stop(500)
  expect(threads()).toEqual([])
  expect(made.runner.free('slots')).toEqual([])
})

test('a slot that could not be started while the other could is there once it can', async () => {
  const db = openTestDb()
  const slotFile = new URL('./late-slot.cjs', import.meta.url).pathname
  const folder = path.dirname(db.name)
  const runner = new Slots({ file: slotFile, folder, count: 2, startAgainMs: 20, testMode: true, faults: null })
  const made = makeEngine({ db, runner })
  opened.push(made.engine)
  await made.engine.start()
  const states = () => made.runner.status().map(({ state }) => state)
  while (states().join() !== 'idle,idle') await new Promise((resolve) => setImmediate(resolve))
  expect(made.engine.status()).toMatchObject({ state: 'running', degradedReason: null })
})
