import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../../db/open'
import { defineTask, type TaskDefinition } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { taskCounts, taskView } from '../../../jobs/engine/monitor'
import type { Write } from '../../../jobs/engine/write'
import { conformanceRuns } from '../../../jobs/testing/conformance-runs'
import { testingRuns } from '../../../jobs/testing/runs'
import { instant } from '../../../jobs/values/time'
import { makeEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
const runs = { ...testingRuns, ...conformanceRuns }
const locked = (name: keyof typeof runs, more: Partial<TaskDefinition> = {}) =>
  defineTask({
    name,
    queue: 'default',
    args: z.record(z.string(), z.unknown()),
    lock: () => 'till',
    run: runs[name] as never,
    ...more,
  } as never)
async function open(...tasks: unknown[]) {
  const made = makeEngine({ runner: 'slots', slots: 2, tasks: tasks as never })
  opened.push(made.engine)
  await made.engine.start()
  return made
}
const turn = () => new Promise((resolve) => setImmediate(resolve))
const fenceOf = (db: Db) => db.prepare("select fence from lock where name = 'till'").pluck().get()

test('who finds a lock held waits without having been started, says for whom, and has it as soon as it is free', async () => {
  const { engine, db } = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  while (taskView(db, holder.taskId)?.state !== 'STARTED') await turn()
  const next = await engine.enqueue('test.noop', {})
  while (taskView(db, next.taskId)?.eta === null) await turn()
  expect(taskView(db, next.taskId)).toMatchObject({
    state: 'PENDING',
    error: { code: 'engine.lock_held', params: { name: 'till', holder: holder.taskId } },
  })
  const asksAgainAt = taskView(db, next.taskId)?.eta ?? ''
  await engine.revoke(holder.taskId, { terminate: true }, 'user:1')
  expect(await engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(db, holder.taskId)?.state).toBe('REVOKED')
  expect((taskView(db, next.taskId)?.started_at ?? '') < asksAgainAt).toBe(true) // it was woken
  expect(taskView(db, next.taskId)).toMatchObject({ retries: 0, error: null, attempts: [{ n: 1, outcome: 'success' }] })
  expect(fenceOf(db)).toBe(2)
  expect(taskCounts(db).filter(({ task }) => task === 'test.noop')).toEqual([
    { task: 'test.noop', state: 'success', n: 1 },
  ])
})

test('who asks for another lock, or for none, does not wait', async () => {
  const { engine, db } = await open(
    locked('test.sleep'),
    locked('test.noop', { lock: () => 'safe' }),
    locked('test.echo', { lock: () => null }),
  )
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  while (taskView(db, holder.taskId)?.state !== 'STARTED') await turn()
  for (const task of ['test.noop', 'test.echo'])
    expect(await engine.finished((await engine.enqueue(task, {})).taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(db, holder.taskId)?.state).toBe('STARTED')
})

test('a slot that dies frees what its task held: nobody clears a lock by hand', async () => {
  const { engine, db } = await open(locked('test.crash'), locked('test.noop'))
  const { taskId } = await engine.enqueue('test.crash', {})
  const next = await engine.enqueue('test.noop', {})
  expect(await engine.finished(taskId)).toMatchObject({ error: { code: 'engine.worker_lost' } })
  expect(await engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(fenceOf(db)).toBe(4)
})

test.each(['stage', 'commit'] as const)('what is written under an older number is refused (%s)', async (when) => {
  // Somebody else takes the lock while this one believes to have it: no way of ours leads there.
  const overtake = (write: Write) => write.db.prepare("update lock set fence = fence + 1 where name = 'till'").run()
  const effects: string[] = []
  const { engine } = await open(
    locked('conformance.pages', {
      page: (_db, _args, cursor) => ({ rows: [Number(cursor ?? 0)], next: when === 'stage' && !cursor ? 1 : null }),
      stage: (write) => {
        effects.push('staged')
        overtake(write)
      },
      commit: (() => effects.push('committed')) as never,
    }),
  )
  const { taskId } = await engine.enqueue('conformance.pages', {})
  expect(await engine.finished(taskId)).toMatchObject({
    state: 'FAILURE',
    error: { code: 'engine.lock_lost', params: { name: 'till', fence: 1, now: 2 } },
  })
  expect(effects).toEqual(['staged'])
})

const started = async (db: Db, taskId: number) => {
  while (taskView(db, taskId)?.state !== 'STARTED') await turn()
}
const waits = async (db: Db, taskId: number) => {
  while (taskView(db, taskId)?.error?.code !== 'engine.lock_held') await turn()
}

test('those who wait for a lock get it one after the other, the highest priority first, then the oldest', async () => {
  const { engine, db } = await open(locked('test.sleep'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  await started(db, holder.taskId)
  const inLine: number[] = []
  for (const [key, priority] of [
    ['second', 50],
    ['third', 50],
    ['first', 90],
  ] as const) {
    const { taskId } = await engine.enqueue('test.sleep', { ms: 5, key }, { priority })
    await waits(db, taskId)
    inLine.push(taskId)
  }
  await engine.revoke(holder.taskId, { terminate: true }, 'user:1')
  for (const taskId of inLine) expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
  const began = (index: number) => taskView(db, inLine[index] ?? 0)?.started_at ?? ''
  expect([began(2), began(0), began(1)]).toEqual([began(0), began(1), began(2)].sort())
  expect(fenceOf(db)).toBe(4)
  expect(db.prepare('select count(*) from lock_wait').pluck().get()).toBe(0)
})

test('a lock that is held keeps back nobody who needs none, though it came later and one slot alone is free', async () => {
  const { engine, db } = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  await started(db, holder.taskId)
  const [first, other] = await engine.write('user:1', (write) => [
    write.enqueue('test.noop', {}, { priority: 90 }),
    write.enqueue('test.echo', { a: 1 }, { priority: 10 }),
  ])
  expect(await engine.finished(other?.taskId ?? 0)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(db, first?.taskId ?? 0)).toMatchObject({ state: 'PENDING', error: { code: 'engine.lock_held' } })
})

test('who was taken back, put off or stands in a paused queue is passed over', async () => {
  const { engine, db } = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  await started(db, holder.taskId)
  const [gone = 0, later = 0, paused = 0, next = 0] = await Promise.all(
    [90, 80, 70, 60].map(async (priority) => {
      const queue = priority === 70 ? 'users' : 'default'
      const { taskId } = await engine.enqueue('test.noop', {}, { priority, queue })
      await waits(db, taskId)
      return taskId
    }),
  )
  await engine.revoke(gone, { terminate: false }, 'user:1')
  await engine.snooze(later, instant(engine.clock.now() + 3_600_000), 'user:1')
  await engine.write('user:1', (write) => engine.queues.pause(write, 'users'))
  await engine.revoke(holder.taskId, { terminate: true }, 'user:1')
  expect(await engine.finished(next)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(db, later)).toMatchObject({ state: 'PENDING', error: null })
  expect(taskView(db, paused)?.state).toBe('PENDING')
})

test('who waits longer than it may expires, though the lock is held on', async () => {
  const { engine, db, clock } = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  await started(db, holder.taskId)
  const { taskId } = await engine.enqueue('test.noop', {}, { expiresSeconds: 5 })
  await waits(db, taskId)
  clock.advance(5_000)
  expect(await engine.finished(taskId)).toMatchObject({ state: 'EXPIRED' })
})

test('who waited for a lock of an office that has ended has it at the next start', async () => {
  const first = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await first.engine.enqueue('test.sleep', { ms: 60_000 })
  await started(first.db, holder.taskId)
  const { taskId } = await first.engine.enqueue('test.noop', {})
  await waits(first.db, taskId)
  const asksAgainAt = taskView(first.db, taskId)?.eta ?? ''
  await first.engine.stop(0)
  const tasks = [locked('test.sleep'), locked('test.noop')] as never
  const second = makeEngine({ runner: 'slots', slots: 2, tasks, db: first.db, clock: first.clock })
  opened.push(second.engine)
  await second.engine.revoke(holder.taskId, { terminate: false }, 'user:1')
  await second.engine.start()
  expect(await second.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
  expect((taskView(second.db, taskId)?.started_at ?? '') < asksAgainAt).toBe(true)
})
