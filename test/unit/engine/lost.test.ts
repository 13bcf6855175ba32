import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openReadOnly } from '../../../db/open'
import { addTestEffect, testEffects } from '../../../db/queries/testing'
import { defineTask, type TaskDefinition } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { taskView } from '../../../jobs/engine/monitor'
import { testingRuns } from '../../../jobs/testing/runs'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

// A task with an effect outside writes `begin` with its claim. Where no answer ever comes, nobody can tell whether the
// effect has happened: `lost` says so, and nobody repeats it.

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})

type Begun = TaskDefinition<Record<string, unknown>, unknown, unknown, unknown>
function outside(name: keyof typeof testingRuns, change: Partial<Begun> = {}): Begun {
  const args = z.record(z.string(), z.unknown())
  const begin: Begun['begin'] = (write, _args, call) => {
    addTestEffect(write.db, `begun ${call.attempt}`, call.taskId, write.now)
  }
  const lost: Begun['lost'] = (write, _args, call) => {
    addTestEffect(write.db, 'lost', call.taskId, write.now)
    return { state: 'unknown' }
  }
  const run = testingRuns[name] as unknown as Begun['run']
  return defineTask({ name, queue: 'default', args, begin, onLost: 'ask', lost, run, ...change })
}

function open(task: Begun, options: Parameters<typeof makeEngine>[0] = {}) {
  const made = makeEngine({ runner: 'slots', slots: 1, tasks: [task], ...options })
  opened.push(made.engine)
  return made
}
const effects = (db: Parameters<typeof testEffects>[0]) => testEffects(db).map(({ key }) => key)

test.each(['slots', 'network'] as const)(
  'a slot that dies under a begun task (%s): the loss is acknowledged, and nobody runs it again',
  async (lane) => {
    const { engine, db } = open(outside('test.crash', { lane }))
    await engine.start()
    const { taskId } = await engine.enqueue('test.crash', {})
    expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { state: 'unknown' } })
    expect(effects(db)).toEqual(['begun 1', 'lost'])
    expect(taskView(db, taskId)?.attempts).toMatchObject([{ outcome: 'lost', error: { code: 'engine.slot_lost' } }])
    const next = await engine.enqueue('test.echo', { still: 'here' })
    expect(await engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
    expect(effects(db)).toEqual(['begun 1', 'lost'])
  },
)

test('where a loss means to run again, it does, and begins anew', async () => {
  const { engine, db } = open(outside('test.crash', { onLost: 'rerun' }))
  await engine.start()
  const { taskId } = await engine.enqueue('test.crash', {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code: 'engine.worker_lost' } })
  expect(effects(db)).toEqual(['begun 1', 'begun 2', 'begun 3'])
})

test.each([
  ['ask', { state: 'SUCCESS', result: { state: 'unknown' } }, ['begun 1', 'lost'], ['lost']],
  ['rerun', { state: 'SUCCESS', result: null }, ['begun 1', 'begun 2'], ['lost', 'success']],
] as const)(
  'an office that ended under a begun task: the next boot decides it (%s)',
  async (onLost, end, left, outcomes) => {
    // The first office never says goodbye: its run never answers, and it is simply not there any more.
    const never = () => Promise.resolve({ default: () => new Promise(() => undefined) })
    const first = makeEngine({ tasks: [outside('test.noop', { onLost })], runs: { 'test.noop': never as never } })
    await first.engine.start()
    const { taskId } = await first.engine.enqueue('test.noop', {})
    while (taskView(first.db, taskId)?.state !== 'STARTED') await new Promise((resolve) => setImmediate(resolve))

    const second = open(outside('test.noop', { onLost }), { db: first.db })
    await second.engine.start()
    expect(await second.engine.finished(taskId)).toMatchObject(end)
    expect(effects(second.db)).toEqual(left)
    const { attempts } = taskView(second.db, taskId) ?? { attempts: [] }
    expect(attempts.map(({ outcome }) => outcome)).toEqual(outcomes)
    expect(attempts[0]).toMatchObject({ error: { code: 'engine.office_ended' } })
  },
)

test('begin is on disk before the first line of the run', async () => {
  const seen: unknown[] = []
  const run = () =>
    Promise.resolve({
      default: () => {
        const other = openReadOnly(made.db.name)
        seen.push(...other.prepare('select key from test_effect').pluck().all())
        other.close()
      },
    })
  const made = open(outside('test.echo'), { runner: 'inline', runs: { 'test.echo': run as never } })
  await made.engine.start()
  const { taskId } = await made.engine.enqueue('test.echo', {})
  await made.engine.finished(taskId)
  expect(seen).toEqual(['begun 1'])
})

test('a begin that refuses ends its task: nothing of it is written, and the run never starts', async () => {
  const begin: Begun['begin'] = (write, _args, call) => {
    addTestEffect(write.db, 'begun', call.taskId, write.now)
    throw new Problem('test.refused', { why: 'no' })
  }
  const { engine, db } = open(outside('test.crash', { begin }))
  await engine.start()
  const { taskId } = await engine.enqueue('test.crash', {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code: 'test.refused' } })
  expect(effects(db)).toEqual([])
})
