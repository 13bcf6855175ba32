import { expect, test } from 'vitest'
import { z } from 'zod'
import { testEffects } from '../../../db/queries/testing'
import { defineTask } from '../../../jobs/engine/define-task'
import { taskView } from '../../../jobs/engine/monitor'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

test('a task goes from enqueue to its result, with an attempt and counters', async () => {
  const { engine, db } = makeEngine()
  await engine.start()
  const { taskId } = await engine.enqueue('test.echo', { a: 1 })
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { a: 1 } })
  expect(taskView(db, taskId)).toMatchObject({
    state: 'SUCCESS',
    successful: true,
    attempts: [{ n: 1, outcome: 'success' }],
  })
  expect(db.prepare('select state, n from task_count where n <> 0').all()).toEqual([{ state: 'success', n: 1 }])
  await engine.stop(1000)
})

test('effects and acknowledgement are one transaction: an effect that throws leaves nothing', async () => {
  const bad = defineTask({
    name: 'test.bad_commit',
    queue: 'default',
    args: z.object({}),
    run: () => Promise.resolve({ default: () => 1 }),
    commit: (write) => {
      write.db.prepare("insert into test_effect (key, task_id, at) values ('x', 1, 1)").run()
      write.enqueue('test.noop', {})
      throw new Problem('test.refused', { why: 'no' })
    },
  })
  const { engine, db } = makeEngine({ tasks: [bad], runs: { 'test.bad_commit': bad.run as never } })
  await engine.start()
  const { taskId } = await engine.enqueue('test.bad_commit', {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code: 'test.refused' } })
  expect(testEffects(db)).toEqual([])
  expect(db.prepare('select count(*) from task').pluck().get()).toBe(1)
  expect(db.prepare('select state, n from task_count where n <> 0').all()).toEqual([{ state: 'failure', n: 1 }])
  await engine.stop(1000)
})

test('a transient failure is tried again after 60, 120 and 240 seconds and then fails', async () => {
  const { engine, db, clock } = makeEngine()
  await engine.start()
  const { taskId } = await engine.enqueue('test.fail', { times: 9 })
  const waits: number[] = []
  for (let i = 0; i < 3; i++) {
    await new Promise<void>((resolve) => {
      const look = () => {
        const view = taskView(db, taskId)
        if (view?.state !== 'RETRY' || view.attempts.length !== i + 1) return setImmediate(look)
        waits.push(Math.round((Date.parse(view.eta ?? '') - clock.now()) / 1000))
        resolve()
      }
      look()
    })
    clock.advance(250_000)
  }
  expect(await engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code: 'test.fails' } })
  expect(waits).toEqual([60, 120, 240])
  expect(taskView(db, taskId)?.attempts).toHaveLength(4)
  await engine.stop(1000)
})

test('a key that is unfinished answers with the task that holds it', async () => {
  const { engine } = makeEngine()
  const first = await engine.enqueue('test.noop', {}, { uniqueKey: 'k' })
  const second = await engine.enqueue('test.noop', {}, { uniqueKey: 'k' })
  expect(second).toEqual({ taskId: first.taskId, deduplicated: true, state: 'PENDING' })
  await engine.start()
  await engine.finished(first.taskId)
  const third = await engine.enqueue('test.noop', {}, { uniqueKey: 'k' })
  expect(third.deduplicated).toBe(false)
  await engine.finished(third.taskId)
  await engine.stop(1000)
})

test('what changed since load is run again on fresh input', async () => {
  let runs = 0
  const counter = defineTask({
    name: 'test.stale',
    queue: 'default',
    args: z.object({}),
    load: (db) => db.prepare('select count(*) from test_effect').pluck().get() as number,
    run: () =>
      Promise.resolve({
        default: (seen: number) => {
          runs++
          if (runs === 1) changeIt()
          return seen
        },
      }),
    commit: (_write, output: number) => output,
  })
  const { engine, db } = makeEngine({ tasks: [counter], runs: { 'test.stale': counter.run as never } })
  const changeIt = () => db.prepare("insert into test_effect (key, task_id, at) values ('x', 1, 1)").run()
  await engine.start()
  const { taskId } = await engine.enqueue('test.stale', {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: 1 })
  expect(taskView(db, taskId)?.attempts.map((one) => one.outcome)).toEqual(['stale', 'success'])
  await engine.stop(1000)
})
