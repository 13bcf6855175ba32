import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask, type TaskDefinition } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import { Slots } from '../../../jobs/engine/slots'
import { conformanceRuns } from '../../../jobs/testing/conformance-runs'
import { testingRuns } from '../../../jobs/testing/runs'
import { builtSlot, makeEngine, type TestEngine } from '../../support/engine'
import { openTestDb } from '../../support/office-db'

// Eight tasks share the network lane's thread. Whatever becomes of one of them, it is not the others'.

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

const runs = { ...testingRuns, ...conformanceRuns }
function inLane(name: keyof typeof runs, more: Partial<TaskDefinition> = {}) {
  const args = z.record(z.string(), z.unknown())
  return defineTask({ name, queue: 'default', lane: 'network', args, run: runs[name] as never, ...more } as never)
}

async function open(tasks: unknown[], options: Parameters<typeof makeEngine>[0] = {}): Promise<TestEngine> {
  const made = makeEngine({ runner: 'slots', slots: 1, tasks: tasks as never, ...options })
  opened.push(made.engine)
  await made.engine.start()
  return made
}

async function started(made: TestEngine, task: string, args: Record<string, unknown> = {}): Promise<number> {
  const { taskId } = await made.engine.enqueue(task, args)
  // Not leased only: a task that its thread has not begun is given back, and ends as if it had never run.
  const isRunning = () => made.engine.status().slots.some(({ running }) => running.includes(taskId))
  while (!isRunning()) await new Promise((resolve) => setImmediate(resolve))
  return taskId
}
const attemptsOf = (made: TestEngine, taskId: number) =>
  taskView(made.db, taskId)?.attempts.map(({ outcome, slot, error }) => ({ outcome, slot, error: error?.code ?? null }))
const ENDED = { outcome: 'success', error: null }

test('one that is ended by force and does not answer goes alone: those beside it go on, what is new has a fresh thread', async () => {
  const made = await open([inLane('test.sleep'), inLane('conformance.hang')])
  const beside = await started(made, 'test.sleep', { ms: 3_000 })
  const hanging = await started(made, 'conformance.hang')
  await made.engine.revoke(hanging, { terminate: true }, 'user:1')
  expect(await made.engine.finished(hanging)).toMatchObject({ state: 'REVOKED', error: { code: 'engine.terminated' } })
  const next = await made.engine.enqueue('test.sleep', { ms: 1 })
  expect(await made.engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(made.db, beside)).toMatchObject({ state: 'STARTED' })
  expect(await made.engine.finished(beside)).toMatchObject({ state: 'SUCCESS' })
  expect(attemptsOf(made, beside)).toEqual([{ ...ENDED, slot: 'lane-1' }])
  expect(attemptsOf(made, next.taskId)).toEqual([{ ...ENDED, slot: 'lane-2' }])
  expect(made.engine.status().slots.map(({ name }) => name)).toEqual(['slot-1', 'lane-2'])
})

test('one that is ended by force and answers says itself how it ended, and the thread stays', async () => {
  const made = await open([inLane('test.sleep')])
  const beside = await started(made, 'test.sleep', { ms: 300 })
  const ended = await started(made, 'test.sleep', { ms: 60_000 })
  await made.engine.revoke(ended, { terminate: true }, 'user:1')
  expect(await made.engine.finished(ended)).toMatchObject({ state: 'REVOKED', error: { code: 'engine.revoked' } })
  expect(await made.engine.finished(beside)).toMatchObject({ state: 'SUCCESS' })
  expect(attemptsOf(made, beside)).toEqual([{ ...ENDED, slot: 'lane-1' }])
  expect(made.engine.status().slots.map(({ name }) => name)).toEqual(['slot-1', 'lane-1'])
})

test('one that comes to its hard limit goes alone', async () => {
  const limits = { softSeconds: 0.1, hardSeconds: 0.3 }
  const made = await open([inLane('test.sleep'), inLane('conformance.hang', { limits })])
  const beside = await started(made, 'test.sleep', { ms: 1_000 })
  const hanging = await made.engine.enqueue('conformance.hang', {})
  expect(await made.engine.finished(hanging.taskId)).toMatchObject({ error: { code: 'engine.hard_limit' } })
  expect(await made.engine.finished(beside)).toMatchObject({ state: 'SUCCESS' })
  expect(attemptsOf(made, beside)).toEqual([{ ...ENDED, slot: 'lane-1' }])
})

test('where one holds up the whole thread, the others are given back and nothing is counted against them', async () => {
  const limits = { softSeconds: 0.1, hardSeconds: 0.3 }
  const begin = () => undefined
  const lost = () => ({ state: 'unknown' })
  const made = await open([
    inLane('test.effect'),
    inLane('test.sleep', { begin, lost, onLost: 'ask' }),
    inLane('conformance.deaf', { limits }),
  ])
  const beside = await started(made, 'test.effect', { key: 'beside', ms: 2_000 })
  const asking = await started(made, 'test.sleep', { ms: 2_000 })
  const deaf = await made.engine.enqueue('conformance.deaf', {})
  expect(await made.engine.finished(deaf.taskId)).toMatchObject({ error: { code: 'engine.hard_limit' } })
  const other = await made.engine.enqueue('test.effect', { key: 'other' })
  expect(await made.engine.finished(other.taskId), 'meanwhile').toMatchObject({ state: 'SUCCESS' })
  expect(await made.engine.finished(asking)).toMatchObject({ state: 'SUCCESS', result: { state: 'unknown' } })
  expect(await made.engine.finished(beside)).toMatchObject({ state: 'SUCCESS' })
  expect(attemptsOf(made, beside)).toMatchObject([{ outcome: 'lost', error: 'engine.ended_beside' }, ENDED])
  expect(made.db.prepare('select losses from task where id = ?').pluck().get(beside)).toBe(0)
}, 20_000)

test('a worn thread takes nothing more: what is new has a fresh one at once, and it goes as soon as it is idle', async () => {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  // Any thread holds more than one megabyte: each says that it is worn as soon as it has looked.
  const runner = new Slots({ file: builtSlot, folder, count: 1, memoryMb: 1, testMode: true, faults: null })
  const made = await open([inLane('test.sleep')], { db, runner })
  const first = await started(made, 'test.sleep', { ms: 3_000 })
  const slots: (string | undefined)[] = []
  while (!slots.includes('lane-2')) {
    const { taskId } = await made.engine.enqueue('test.sleep', { ms: 1 })
    expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
    expect(taskView(db, first), 'still at work').toMatchObject({ state: 'STARTED' })
    slots.push(attemptsOf(made, taskId)?.at(-1)?.slot)
  }
  expect(await made.engine.finished(first)).toMatchObject({ state: 'SUCCESS' })
  expect(attemptsOf(made, first)).toEqual([{ ...ENDED, slot: 'lane-1' }])
  expect(made.engine.status().slots.map(({ name }) => name)).not.toContain('lane-1')
})

test('of what waits for the lane, whichever its queues, all begins that it has room for', async () => {
  const made = await open([inLane('test.sleep'), inLane('test.noop', { queue: 'users' })])
  const [slow, quick] = await made.engine.write('user:1', (write) => [
    write.enqueue('test.sleep', { ms: 60_000 }),
    write.enqueue('test.noop', {}),
  ])
  expect(await made.engine.finished(quick?.taskId ?? 0)).toMatchObject({ state: 'SUCCESS' })
  expect(taskView(made.db, slow?.taskId ?? 0)).toMatchObject({ state: 'STARTED' })
  await made.engine.revoke(slow?.taskId ?? 0, { terminate: true }, 'user:1')
  await made.engine.finished(slow?.taskId ?? 0)
})

test('for tasks that a paused queue holds back no lane is started', async () => {
  const made = await open([inLane('test.noop')])
  await made.engine.write('user:1', (write) => made.engine.queues.pause(write, 'default'))
  const { taskId } = await made.engine.enqueue('test.noop', {})
  await made.engine.finished((await made.engine.enqueue('test.echo', {}, { queue: 'users' })).taskId)
  expect(made.engine.status().slots.map(({ name }) => name)).toEqual(['slot-1'])
  await made.engine.write('user:1', (write) => made.engine.queues.resume(write, 'default'))
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
})
