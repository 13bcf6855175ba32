import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { defineTask, type TaskCall, type TaskDefinition } from '../../../jobs/engine/define-task'
import type { Engine } from '../../../jobs/engine/engine'
import { checkFence, takeLock } from '../../../jobs/engine/locks'
import { taskView } from '../../../jobs/engine/monitor'
import type { Write } from '../../../jobs/engine/write'
import { testingRuns } from '../../../jobs/testing/runs'
import { makeEngine } from '../../support/engine'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
const fences: number[] = []
const locked = (name: keyof typeof testingRuns, more: Partial<TaskDefinition> = {}) =>
  defineTask({
    name,
    queue: 'default',
    args: z.record(z.string(), z.unknown()),
    retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
    begin: (write: Write, _args: unknown, call: TaskCall) => void fences.push(takeLock(write, 'till', call)),
    run: testingRuns[name] as never,
    ...more,
  } as never)
async function open(...tasks: unknown[]) {
  fences.length = 0
  const made = makeEngine({ runner: 'slots', slots: 2, tasks: tasks as never })
  opened.push(made.engine)
  await made.engine.start()
  return made
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('who finds a lock held is tried again later, and takes it with the next number once the holder has ended', async () => {
  const { engine, db, clock } = await open(locked('test.sleep'), locked('test.noop'))
  const holder = await engine.enqueue('test.sleep', { ms: 60_000 })
  while (taskView(db, holder.taskId)?.state !== 'STARTED') await turn()
  const next = await engine.enqueue('test.noop', {})
  while (taskView(db, next.taskId)?.state !== 'RETRY') await turn()
  expect(taskView(db, next.taskId)?.error).toEqual({
    code: 'engine.lock_held',
    params: { name: 'till', holder: holder.taskId },
  })
  await engine.revoke(holder.taskId, { terminate: true }, 'user:1')
  await engine.finished(holder.taskId)
  clock.advance(60_000)
  expect(await engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(fences).toEqual([1, 2])
})

test('a slot that dies frees what its task held: nobody clears a lock by hand', async () => {
  const { engine } = await open(locked('test.crash'), locked('test.noop'))
  const { taskId } = await engine.enqueue('test.crash', {})
  expect(await engine.finished(taskId)).toMatchObject({ error: { code: 'engine.worker_lost' } })
  const next = await engine.enqueue('test.noop', {})
  expect(await engine.finished(next.taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(fences).toEqual([1, 2, 3, 4])
})

test('what is written under an older number is refused', async () => {
  const { engine } = await open(locked('test.noop'))
  for (let i = 0; i < 2; i++) await engine.finished((await engine.enqueue('test.noop', {})).taskId)
  await engine.write('system', (write) => checkFence(write, 'till', 2))
  const late = engine.write('system', (write) => checkFence(write, 'till', 1))
  await expect(late).rejects.toMatchObject({ code: 'engine.lock_lost', params: { name: 'till', fence: 1, now: 2 } })
  const outside = engine.write('system', (write) => takeLock(write, 'till', { taskId: 1, attempt: 1 }))
  await expect(outside).rejects.toMatchObject({ code: 'engine.not_running' })
})
