import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
})
afterAll(() => office.stop())

const queue = async (name: string) =>
  (await office.api('GET', '/api/queues')).body.items.find((one: { name: string }) => one.name === name)
const lastAction = async () => (await office.api('GET', '/api/audit?after=0')).body.items.at(-1)

test('a queue is paused, says so with its tasks, and is resumed; each is in the audit chain once', async () => {
  const paused = await office.api('POST', '/api/queues/users/pause/')
  expect([paused.status, paused.body]).toEqual([200, { name: 'users', paused: true }])
  expect(await lastAction()).toMatchObject({ action: 'queue.paused', entity: 'queue:users' })
  const { seq } = await lastAction()
  await office.api('POST', '/api/queues/users/pause')
  expect((await lastAction()).seq).toBe(seq)
  expect(await queue('users')).toMatchObject({ paused: true, paused_by: expect.any(String), max_running: null })
  const { body: task } = await office.api('POST', '/api/tasks', { task: 'test.noop', queue: 'users' })
  const { body: waits } = await office.api('GET', `/api/tasks/${task.task_id}`)
  expect(waits.waits_for).toMatchObject({ code: 'engine.queue_paused', message: expect.stringContaining('users') })
  const purged = await office.api('POST', '/api/queues/users/purge')
  expect([purged.status, purged.body]).toEqual([200, { name: 'users', revoked: 1 }])
  const { body: ended } = await office.api('GET', `/api/tasks/${task.task_id}`)
  expect(ended).toMatchObject({ state: 'REVOKED', error: { code: 'engine.purged' }, waits_for: null })
  expect((await office.api('POST', '/api/queues/users/resume')).body).toEqual({ name: 'users', paused: false })
})

test('limits are set, shown and lifted again', async () => {
  const rate = { tasks: 10, seconds: 60 }
  const set = await office.api('POST', '/api/rpc/queues.limit', { name: 'users', max_running: 2, rate })
  expect(set.body).toEqual({ name: 'users', max_running: 2, rate })
  expect(await queue('users')).toMatchObject({ max_running: 2, rate })
  expect(await queue('maintenance')).toMatchObject({ max_running: 1, rate: null })
  const lifted = await office.api('POST', '/api/rpc/queues.limit', { name: 'users', max_running: null, rate: null })
  expect(lifted.body).toEqual({ name: 'users', max_running: null, rate: null })
})

test('a queue that there is not is refused with the one that was probably meant', async () => {
  for (const verb of ['pause', 'resume', 'purge']) {
    const { status, body } = await office.api('POST', `/api/queues/usres/${verb}`)
    expect([status, body.error.code]).toEqual([404, 'tasks.unknown_queue'])
    expect(body.error.message).toContain('“users”')
  }
})
