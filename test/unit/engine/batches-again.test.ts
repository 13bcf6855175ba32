import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { BatchSpec } from '../../../jobs/engine/batch-plan'
import { defineTask } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { batchView, taskView } from '../../../jobs/engine/monitor'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

/** Fails until it is mended; `transient` failures wait a day for their next try. */
function make() {
  const mended = new Set<string>()
  const flaky = (name: string, transient: boolean) =>
    defineTask({
      name,
      queue: 'default',
      args: z.looseObject({ a: z.string() }),
      retry: { max: 3, delaySeconds: 86_400, backoff: 'fixed' },
      run: async () => ({
        default: async ({ a }: { a: string }) => {
          if (!mended.has(a)) throw new Problem('engine.disk_full', {}, { transient })
          return { done: a }
        },
      }),
    })
  const tasks = [flaky('test.later', true), flaky('test.never', false)]
  const runs = Object.fromEntries(tasks.map((task) => [task.name, task.run]))
  const made = makeEngine({ runner: 'inline', tasks, runs: runs as never })
  opened.push(made.engine)
  const start = (spec: BatchSpec) => made.engine.write('user:1', (write) => made.engine.batches.start(write, spec))
  return { ...made, mended, start }
}
const echo = (args: Record<string, unknown> = {}) => ({ task: 'test.echo', args })

test('a member that is tried early, before its next try is due, is counted once: the group ends', async () => {
  const { engine, db, mended, start } = make()
  await engine.start()
  const { batchId, taskIds } = await start({ kind: 'group', tasks: [echo(), { task: 'test.later', args: { a: 'x' } }] })
  const later = taskIds[1] ?? 0
  await expect.poll(() => taskView(db, later)?.state).toBe('RETRY')
  mended.add('x')
  await engine.retry(later, 'user:1')
  expect(await engine.finished(later)).toMatchObject({ state: 'SUCCESS', result: { done: 'x' } })
  expect(batchView(db, batchId)).toMatchObject({ state: 'success', size: 2, ended: 2, succeeded: 2 })
})

test('a completion waits until every member that failed has succeeded', async () => {
  const { engine, db, mended, start } = make()
  await engine.start()
  const tasks = ['x', 'y'].map((a) => ({ task: 'test.never', args: { a } }))
  const { batchId, taskIds, completionId } = await start({ kind: 'chord', tasks, completion: echo() })
  const [x = 0, y = 0] = taskIds
  for (const id of [x, y]) expect(await engine.finished(id)).toMatchObject({ state: 'FAILURE' })
  mended.add('x').add('y')
  await engine.retry(x, 'user:1')
  await engine.finished(x)
  expect(taskView(db, completionId ?? 0)).toMatchObject({ state: 'FAILURE', attempts: [] })
  expect(batchView(db, batchId)).toMatchObject({ state: 'failure' })
  await engine.retry(y, 'user:1')
  expect(await engine.finished(completionId ?? 0)).toMatchObject({
    state: 'SUCCESS',
    result: { results: [{ done: 'x' }, { done: 'y' }] },
  })
  expect(batchView(db, batchId)).toMatchObject({ state: 'success', ended: 2, succeeded: 2 })
})

test('a step that was called off while it waited is held again when it is put back, and handed what came before', async () => {
  const { engine, db, mended, start } = make()
  const { taskIds } = await start({ kind: 'chain', tasks: [{ task: 'test.never', args: { a: 'x' } }, echo({ b: 1 })] })
  const [first = 0, second = 0] = taskIds
  await engine.revoke(second, { terminate: false }, 'user:1')
  await engine.retry(second, 'user:1')
  expect(taskView(db, second)).toMatchObject({ state: 'PENDING', eta: null })
  expect(engine.batches.holds(second)).toMatchObject({ code: 'engine.waits_for_step', params: { id: first } })
  mended.add('x')
  await engine.start()
  expect(await engine.finished(second)).toMatchObject({
    state: 'SUCCESS',
    result: { b: 1, previous: { done: 'x' } },
  })
})

test('a step that was called off after the one before had succeeded is handed its result when it is put back', async () => {
  const { engine, mended, start } = make()
  mended.add('x')
  await engine.write('user:1', (write) => engine.queues.pause(write, 'users'))
  await engine.start()
  const tasks = [
    { task: 'test.never', args: { a: 'x' } },
    { ...echo({ b: 1 }), queue: 'users' },
  ]
  const { taskIds } = await start({ kind: 'chain', tasks })
  const [first = 0, second = 0] = taskIds
  await engine.finished(first)
  await engine.revoke(second, { terminate: false }, 'user:1')
  await engine.retry(second, 'user:1')
  await engine.write('user:1', (write) => engine.queues.resume(write, 'users'))
  expect(await engine.finished(second)).toMatchObject({ state: 'SUCCESS', result: { previous: { done: 'x' } } })
})
