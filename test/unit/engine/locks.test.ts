import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../../db/open'
import { defineTask, type TaskDefinition } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { taskCounts, taskView } from '../../../jobs/engine/monitor'
import type { Write } from '../../../jobs/engine/write'
import { conformanceRuns } from '../../../jobs/testing/conformance-runs'
import { testingRuns } from '../../../jobs/testing/runs'
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

test('who finds a lock held waits without having been started, says for whom, and has it next', async () => {
  const { engine, db, clock } = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  while (taskView(db, holder.taskId)?.state !== 'STARTED') await turn()
  const next = await engine.enqueue('test.noop', {})
  while (taskView(db, next.taskId)?.eta === null) await turn()
  expect(taskView(db, next.taskId)).toMatchObject({
    state: 'PENDING',
    error: { code: 'engine.lock_held', params: { name: 'till', holder: holder.taskId } },
  })
  await engine.revoke(holder.taskId, { terminate: true }, 'user:1')
  await engine.finished(holder.taskId)
  clock.advance(60_000)
  expect(await engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
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
  const { engine, db, clock } = await open(locked('test.crash'), locked('test.noop'))
  const { taskId } = await engine.enqueue('test.crash', {})
  const next = await engine.enqueue('test.noop', {})
  expect(await engine.finished(taskId)).toMatchObject({ error: { code: 'engine.worker_lost' } })
  clock.advance(60_000)
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
