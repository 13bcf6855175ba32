import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../../../jobs/engine/engine'
import { Slots } from '../../../jobs/engine/slots'
import { builtSlot, makeEngine } from '../../support/engine'
import { openTestDb } from '../../support/office-db'

const opened: Engine[] = []
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.stop(500)
})
async function open(options: Partial<ConstructorParameters<typeof Slots>[0]>) {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const runner = new Slots({ file: builtSlot, folder, count: 1, testMode: true, faults: null, ...options })
  const made = makeEngine({ db, runner })
  opened.push(made.engine)
  await made.engine.start()
  return made
}

test('while all slots work at long tasks and others wait, one more starts', async () => {
  const { engine } = await open({ scale: { least: 1, most: 2 } })
  const long = await engine.enqueue('test.sleep', { ms: 60_000 })
  const short = await engine.enqueue('test.echo', { a: 1 })
  expect(await engine.finished(short.taskId)).toMatchObject({ state: 'SUCCESS' })
  expect(engine.status().slots.map((slot) => slot.name)).toEqual(['slot-1', 'slot-2'])
  await engine.revoke(long.taskId, { terminate: false }, 'user:1')
})

test('a slot that has done a thousand tasks goes on with another thread in the next quiet moment', async () => {
  const { engine } = await open({})
  const thread = () => engine.status().slots.map((slot) => (slot.state === 'idle' ? slot.threadId : null))[0] ?? null
  await expect.poll(thread).not.toBeNull()
  const before = thread()
  const made = await Promise.all(Array.from({ length: 1_000 }, (_, n) => engine.enqueue('test.echo', { n })))
  await Promise.all(made.map(({ taskId }) => engine.finished(taskId)))
  expect(engine.status().slots[0]?.threadId).toBe(before)
  await expect.poll(() => [null, before].includes(thread())).toBe(false)
  const { taskId } = await engine.enqueue('test.echo', { still: 'here' })
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { still: 'here' } })
})

test('a slot that holds more memory than it may is replaced, and the work goes on', async () => {
  const { engine } = await open({ memoryMb: 1 })
  const threads = new Set<number | null>()
  for (let i = 0; i < 3; i++) {
    const { taskId } = await engine.enqueue('test.sleep', { ms: 1_050 })
    expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS' })
    threads.add(engine.status().slots[0]?.threadId ?? null)
  }
  expect(threads.size).toBeGreaterThan(1)
})
