import { expect, test } from 'vitest'
import { makeEngine } from '../../support/engine'

// What a task cannot be started with is refused at the edge, in words, and leaves no row behind.

test.each([
  ['an unknown task', 'test.ecko', {}, {}, 'engine.unknown_task', 'not_found'],
  ['arguments that fail the schema', 'test.sleep', { ms: 'long' }, {}, 'engine.bad_arguments', 'invalid'],
  [
    'ten megabytes of arguments',
    'test.echo',
    { a: 'x'.repeat(10_000_000) },
    {},
    'engine.arguments_too_large',
    'too_large',
  ],
  ['an unknown queue', 'test.noop', {}, { queue: 'usres' }, 'engine.unknown_queue', 'invalid'],
  ['a countdown that goes back', 'test.noop', {}, { countdownSeconds: -1 }, 'engine.bad_countdown', 'invalid'],
])('%s', async (_what, task, args, options, code, kind) => {
  const { engine, db } = makeEngine()
  await expect(engine.enqueue(task, args, options)).rejects.toMatchObject({ code, kind })
  expect(db.prepare('select count(*) from task').pluck().get()).toBe(0)
  expect(db.prepare('select count(*) from task_count').pluck().get()).toBe(0)
})

test('long arguments and results are deflated in their rows and whole to whoever asks', async () => {
  const { engine, db } = makeEngine({ runner: 'slots', slots: 1 })
  await engine.start()
  const { taskId } = await engine.enqueue('test.echo', { note: `Quebracho ${'filler '.repeat(2_000)}` })
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
  const held = db.prepare('select length(args) as args, length(result) as result from task where id = ?').get(taskId)
  expect(held).toEqual({ args: expect.any(Number), result: expect.any(Number) })
  expect(Object.values(held as object).every((length) => length < 1_000)).toBe(true)
  await engine.stop(500)
})
