import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { engineQueries } from '../../../db/queries/engine'
import type { Core } from '../../../jobs/engine/core'
import { defineTask } from '../../../jobs/engine/define-task'
import { DueTimer } from '../../../jobs/engine/due-timer'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

type Context = { progress(current: unknown, total: unknown, status: string): void; snooze(seconds: number): never }

function make(name: string, run: (args: never, ctx: Context) => unknown, more: object = {}) {
  const task = defineTask({
    name,
    queue: 'default',
    args: z.looseObject({}),
    run: async () => ({ default: run as never }),
    ...more,
  })
  const made = makeEngine({ runner: 'inline', tasks: [task], runs: { [name]: task.run as never } })
  opened.push(made.engine)
  return made
}

test('progress that no text can hold fails its task, and the tasks that end beside it succeed', async () => {
  const { engine } = make('test.odd', async (_args, ctx) => ctx.progress(1n, 2n, 'counts in bigints'))
  const odd = await engine.enqueue('test.odd', {})
  const plain = await Promise.all([1, 2, 3].map((a) => engine.enqueue('test.echo', { a })))
  await engine.start()
  expect(await engine.finished(odd.taskId)).toMatchObject({ state: 'FAILURE' })
  for (const { taskId } of plain) expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
})

test('a task that puts itself off for a third of a second comes back', async () => {
  let tries = 0
  const { engine } = make('test.third', async (_args, ctx) => (tries++ === 0 ? ctx.snooze(1 / 3) : { tries }))
  await engine.start()
  const { taskId } = await engine.enqueue('test.third', {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { tries: 2 } })
})

test('what has started once no longer expires: it was let wait for its first start only', async () => {
  const run = async () => {
    throw new Problem('engine.disk_full', {}, { transient: true })
  }
  const retry = { max: 3, delaySeconds: 86_400, backoff: 'fixed' as const }
  const { engine, db } = make('test.expiring', run, { expiresSeconds: 3_600, retry })
  await engine.start()
  const { taskId } = await engine.enqueue('test.expiring', {})
  expect(taskView(db, taskId)?.expires).not.toBeNull()
  await expect.poll(() => taskView(db, taskId)).toMatchObject({ state: 'RETRY', expires: null })
})

test('an expiry between two milliseconds is taken for the one before', async () => {
  const { engine, db } = make('test.soon', async () => null)
  const { taskId } = await engine.enqueue('test.soon', {}, { expiresSeconds: 1.2345 })
  expect(Number.isInteger(db.prepare('select expires_at from task where id = ?').pluck().get(taskId))).toBe(true)
})

test('a task whose reply was written is not given back when the office stops', async () => {
  const { engine, db } = make('test.done', async () => ({ done: true }))
  await engine.start()
  const { taskId } = await engine.enqueue('test.done', {})
  await engine.finished(taskId)
  expect(engineQueries(db).giveBack(taskId)).toBe(false)
  expect(taskView(db, taskId)).toMatchObject({ state: 'SUCCESS', attempts: [{ n: 1 }] })
})

test('while what is due cannot be written, it is tried once, not over and over', async () => {
  const asked: (() => void)[] = []
  const core = {
    clock: { now: () => 1_000, onJump: () => () => undefined },
    queries: { nextDue: () => 500, nextExpiry: () => null },
    gates: { opensAt: Number.POSITIVE_INFINITY },
  } as unknown as Core
  const timer = new DueTimer(core, {} as never, (_work, committed) => asked.push(committed))
  timer.start()
  const turns = async () => {
    for (let turn = 0; turn < 50; turn++) {
      timer.changed()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await turns()
  expect(asked.length).toBe(1)
  asked[0]?.()
  await turns()
  expect(asked.length).toBe(2)
  timer.stop()
})
