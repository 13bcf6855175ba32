import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { BatchSpec } from '../../../jobs/engine/batch-plan'
import { defineTask } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { batchView, taskView } from '../../../jobs/engine/monitor'
import { testingRuns } from '../../../jobs/testing/runs'
import { makeEngine, type TestEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
const strict = defineTask({
  name: 'test.echo_number',
  queue: 'default',
  args: z.strictObject({ n: z.number(), previous: z.object({ a: z.number() }) }),
  run: testingRuns['test.echo'] as never,
})
function make(options: Parameters<typeof makeEngine>[0] = {}): TestEngine {
  const made = makeEngine({ runner: 'slots', slots: 2, tasks: [strict], ...options })
  opened.push(made.engine)
  return made
}
const start = ({ engine }: TestEngine, spec: BatchSpec) =>
  engine.write('user:1', (write) => engine.batches.start(write, spec))
const echo = (args: Record<string, unknown> = {}) => ({ task: 'test.echo', args })
const statesOf = (made: TestEngine, id: number) => batchView(made.db, id)?.members.map((one) => one.state)
const counted = (made: TestEngine) =>
  Object.fromEntries(
    made.db.prepare('select state, sum(n) from task_count group by state having sum(n) <> 0').raw().all() as never,
  )

test('a chain runs step by step, and each is handed the result of the one before', async () => {
  const made = make()
  const { batchId, taskIds } = await start(made, {
    kind: 'chain',
    tasks: [echo({ a: 1 }), echo({ b: 2 }), echo({ c: 3 })],
  })
  expect(statesOf(made, batchId)).toEqual(['PENDING', 'PENDING', 'PENDING'])
  expect(made.engine.batches.holds(taskIds[1] ?? 0)).toEqual({
    code: 'engine.waits_for_step',
    params: { id: taskIds[0] },
  })
  await made.engine.start()
  expect(await made.engine.finished(taskIds[2] ?? 0)).toMatchObject({
    state: 'SUCCESS',
    result: { c: 3, previous: { b: 2, previous: { a: 1 } } },
  })
  expect(batchView(made.db, batchId)).toMatchObject({ state: 'success', size: 3, ended: 3, succeeded: 3, error: null })
  const started = taskIds.map((id) => taskView(made.db, id)?.started_at ?? '')
  expect([...started].sort()).toEqual(started)
  expect(counted(made)).toEqual({ success: 3 })
})

test('a step that fails fails the chain in words; tried again with success, the rest follows', async () => {
  const made = make()
  await made.engine.start()
  const tasks = [echo({ a: 1 }), { task: 'test.echo', args: {}, queue: 'users' }, echo()]
  await made.engine.write('user:1', (write) => made.engine.queues.pause(write, 'users'))
  const { batchId, taskIds } = await start(made, { kind: 'chain', tasks })
  const [first = 0, second = 0, third = 0] = taskIds
  await made.engine.finished(first)
  await made.engine.revoke(second, { terminate: false }, 'user:1')
  expect(await made.engine.finished(third)).toMatchObject({
    state: 'REVOKED',
    error: { code: 'engine.batch_broken', params: { id: second } },
  })
  expect(batchView(made.db, batchId)).toMatchObject({
    state: 'revoked',
    ended: 3,
    succeeded: 1,
    error: { code: 'engine.batch_member_failed', params: { id: second, found: 'engine.revoked' } },
  })
  await expect(made.engine.retry(third, 'user:1')).rejects.toMatchObject({
    code: 'engine.batch_waits',
    params: { id: third, first: second },
  })
  await made.engine.retry(second, 'user:1')
  expect(statesOf(made, batchId)).toEqual(['SUCCESS', 'PENDING', 'PENDING'])
  await made.engine.write('user:1', (write) => made.engine.queues.resume(write, 'users'))
  expect(await made.engine.finished(third)).toMatchObject({ state: 'SUCCESS' })
  expect(batchView(made.db, batchId)).toMatchObject({ state: 'success', ended: 3, succeeded: 3, error: null })
  expect(counted(made)).toEqual({ success: 3 })
})

test('a result that does not fit the next step ends that step, and says what did not fit', async () => {
  const made = make()
  await made.engine.start()
  const fits = await start(made, { kind: 'chain', tasks: [echo({ a: 1 }), { task: strict.name, args: { n: 1 } }] })
  await made.engine.finished(fits.taskIds[0] ?? 0)
  const unfit = await start(made, {
    kind: 'chain',
    tasks: [echo({ a: 'x' }), { task: strict.name, args: { n: 1 } }, echo()],
  })
  expect(await made.engine.finished(unfit.taskIds[2] ?? 0)).toMatchObject({ error: { code: 'engine.batch_broken' } })
  expect(taskView(made.db, unfit.taskIds[1] ?? 0)).toMatchObject({
    state: 'FAILURE',
    attempts: [],
    error: { code: 'engine.bad_arguments', params: { found: expect.stringContaining('“previous”, “a”') } },
  })
  expect(batchView(made.db, unfit.batchId)).toMatchObject({ state: 'failure', ended: 3, succeeded: 1 })
})

test('a completion runs once all have succeeded, with their results in order', async () => {
  const made = make()
  await made.engine.start()
  const tasks = Array.from({ length: 60 }, (_, n) => echo({ n }))
  const { batchId, completionId } = await start(made, { kind: 'chord', tasks, completion: echo({ last: true }) })
  expect(made.engine.batches.holds(completionId ?? 0)).toMatchObject({ code: 'engine.waits_for_members' })
  expect(await made.engine.finished(completionId ?? 0)).toMatchObject({
    state: 'SUCCESS',
    result: { last: true, results: tasks.map(({ args }) => args) },
  })
  expect(batchView(made.db, batchId)).toMatchObject({ state: 'success', size: 60, ended: 60, succeeded: 60 })
})

test('a member that fails for good ends the completion; the others still run, and a redrive completes it', async () => {
  const made = make()
  await made.engine.start()
  await made.engine.write('user:1', (write) => made.engine.queues.pause(write, 'users'))
  const tasks = [echo({ n: 1 }), { task: 'test.echo', args: { n: 2 }, queue: 'users' }]
  const { batchId, taskIds, completionId } = await start(made, { kind: 'chord', tasks, completion: echo() })
  await made.engine.revoke(taskIds[1] ?? 0, { terminate: false }, 'user:1')
  expect(await made.engine.finished(completionId ?? 0)).toMatchObject({ error: { code: 'engine.batch_broken' } })
  expect(await made.engine.finished(taskIds[0] ?? 0)).toMatchObject({ state: 'SUCCESS' })
  await made.engine.retry(taskIds[1] ?? 0, 'user:1')
  await made.engine.write('user:1', (write) => made.engine.queues.resume(write, 'users'))
  expect(await made.engine.finished(completionId ?? 0)).toMatchObject({
    state: 'SUCCESS',
    result: { results: [{ n: 1 }, { n: 2 }] },
  })
  expect(batchView(made.db, batchId)).toMatchObject({ state: 'success', ended: 2, succeeded: 2 })
})

test('a group ends when its last member has ended, and says that one of them did not succeed', async () => {
  const made = make()
  await made.engine.start()
  const { batchId, taskIds } = await start(made, {
    kind: 'group',
    tasks: [echo(), { task: 'test.crash', args: {} }, echo()],
  })
  for (const id of taskIds) await made.engine.finished(id)
  expect(batchView(made.db, batchId)).toMatchObject({
    state: 'failure',
    ended: 3,
    succeeded: 2,
    error: { code: 'engine.batch_member_failed', params: { id: taskIds[1], found: 'engine.worker_lost' } },
  })
})

test('revoking a batch takes back what waits and stops what runs', async () => {
  const made = make()
  await made.engine.start()
  const tasks = [{ task: 'test.sleep', args: { ms: 60_000 } }, echo(), echo()]
  const { batchId, taskIds } = await start(made, { kind: 'chain', tasks })
  while (statesOf(made, batchId)?.[0] !== 'STARTED') await new Promise((resolve) => setImmediate(resolve))
  const revoked = await made.engine.write('user:1', (write) =>
    made.engine.batches.revoke(write, batchId, { terminate: false }),
  )
  expect(revoked).toEqual({ revoked: 2, running: 1 })
  for (const id of taskIds) expect(await made.engine.finished(id)).toMatchObject({ state: 'REVOKED' })
  expect(batchView(made.db, batchId)).toMatchObject({ state: 'revoked', error: { code: 'engine.batch_revoked' } })
  expect(counted(made)).toEqual({ revoked: 3 })
})

test.each([
  ['group', 'waits'],
  ['group', 'runs'],
  ['chord', 'waits'],
  ['chord', 'runs'],
] as const)('a %s that is taken back as a whole while one of its members %s ends as revoked', async (kind, how) => {
  const made = make()
  await made.engine.start()
  await made.engine.write('user:1', (write) => made.engine.queues.pause(write, 'users'))
  const queue = how === 'waits' ? 'users' : 'default'
  const tasks = [{ task: 'test.sleep', args: { ms: 60_000 }, queue }]
  const { batchId, taskIds, completionId } = await start(
    made,
    kind === 'group' ? { kind, tasks } : { kind, tasks, completion: echo() },
  )
  const state = how === 'waits' ? 'PENDING' : 'STARTED'
  while (statesOf(made, batchId)?.[0] !== state) await new Promise((resolve) => setImmediate(resolve))
  await made.engine.write('user:1', (write) => made.engine.batches.revoke(write, batchId, { terminate: false }))
  for (const id of [...taskIds, ...(completionId === null ? [] : [completionId])])
    expect(await made.engine.finished(id)).toMatchObject({ state: 'REVOKED' })
  expect(batchView(made.db, batchId)).toMatchObject({ state: 'revoked', error: { code: 'engine.batch_revoked' } })
})

test('what cannot be started leaves nothing behind: an unknown task, wrong arguments, no task at all', async () => {
  const made = make()
  const refused = async (spec: BatchSpec) => (await start(made, spec).catch((error) => error)).code
  expect(await refused({ kind: 'group', tasks: [] })).toBe('engine.batch_empty')
  expect(await refused({ kind: 'group', tasks: [echo(), { task: 'test.ecko', args: {} }] })).toBe('engine.unknown_task')
  expect(await refused({ kind: 'chain', tasks: [echo(), { task: 'test.sleep', args: {} }] })).toBe(
    'engine.bad_arguments',
  )
  expect(await refused({ kind: 'group', tasks: Array.from({ length: 2001 }, () => echo()) })).toBe(
    'engine.batch_too_long',
  )
  expect(made.db.prepare('select (select count(*) from task) + (select count(*) from batch)').pluck().get()).toBe(0)
})

test('a chain goes on where it was when the office ended between two of its steps', async () => {
  const first = make()
  await first.engine.start()
  const { batchId, taskIds } = await start(first, { kind: 'chain', tasks: [echo({ a: 1 }), echo({ b: 2 })] })
  await first.engine.finished(taskIds[0] ?? 0)
  await first.engine.stop(0)
  const second = make({ db: first.db, clock: first.clock })
  await second.engine.start()
  expect(await second.engine.finished(taskIds[1] ?? 0)).toMatchObject({ result: { b: 2, previous: { a: 1 } } })
  expect(batchView(second.db, batchId)?.state).toBe('success')
})
