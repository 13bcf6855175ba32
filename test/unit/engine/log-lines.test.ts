import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask, type RunContext } from '../../../jobs/engine/define-task'
import { taskView } from '../../../jobs/engine/monitor'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

// A run is loaded once per name, so each test's task has a name of its own.
let talks = 0

async function logOf(work: (ctx: RunContext) => unknown, attempts = 1) {
  const run = () => Promise.resolve({ default: (_input: unknown, ctx: RunContext) => work(ctx) })
  const name = `test.talk_${++talks}`
  const task = defineTask({ name, queue: 'default', args: z.object({}), run: run as never })
  const made = makeEngine({ tasks: [task], runs: { [name]: run as never } })
  await made.engine.start()
  const { taskId } = await made.engine.enqueue(name, {})
  while ((taskView(made.db, taskId)?.attempts.filter(({ outcome }) => outcome !== 'running').length ?? 0) < attempts) {
    if (taskView(made.db, taskId)?.state === 'RETRY') made.clock.advance(60_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  await made.engine.stop(1000)
  return taskView(made.db, taskId)?.log ?? []
}

test('the lines of a task are kept with their level, in the order they came', async () => {
  const log = await logOf((ctx) => {
    ctx.log('debug', 'first')
    ctx.log('info', 'second')
    ctx.log('warning', 'Zoë’s third')
    return 1
  })
  expect(log.map(({ attempt, level, text }) => [attempt, level, text])).toEqual([
    [1, 'debug', 'first'],
    [1, 'info', 'second'],
    [1, 'warning', 'Zoë’s third'],
  ])
  expect(log.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true)
})

test('each attempt keeps its own lines, also one that failed', async () => {
  const log = await logOf((ctx) => {
    ctx.log('info', `try ${ctx.attempt}`)
    if (ctx.attempt === 1) throw new Problem('test.fails', { attempt: 1, times: 1 }, { transient: true })
  }, 2)
  expect(log.map(({ attempt, text }) => [attempt, text])).toEqual([
    [1, 'try 1'],
    [2, 'try 2'],
  ])
})

test('a problem in words leaves no stack among the lines; what nobody foresaw does', async () => {
  const foreseen = await logOf(() => {
    throw new Problem('test.refused', { why: 'no' })
  })
  expect(foreseen).toEqual([])
  const unforeseen = await logOf(() => {
    throw new TypeError('x is not a function')
  })
  expect(unforeseen).toMatchObject([
    { level: 'error', text: expect.stringContaining('TypeError: x is not a function') },
  ])
})

test('a task that never stops talking is cut off after a thousand lines, and says so', async () => {
  const log = await logOf((ctx) => {
    for (let i = 1; i <= 1_500; i++) ctx.log('info', `line ${i}`)
  })
  expect(log).toHaveLength(1_000)
  expect(log[0]?.text).toBe('line 1')
  expect(log.at(-1)?.text).toBe('More lines follow; they are not kept.')
})
