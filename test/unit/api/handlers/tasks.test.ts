import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../../../jobs/api/office'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
})
afterAll(() => office.stop())

const give = async (body: Record<string, unknown>) => (await office.api('POST', '/api/tasks', body)).body.task_id
const ended = async (id: string) => {
  await office.office.engine.finished(Number(id))
  return (await office.api('GET', `/api/tasks/${id}`)).body
}
const newest = async () => (await office.api('GET', '/api/tasks?limit=1')).body.items[0]?.task_id ?? null
const inOneHour = () => new Date(office.office.clock.now() + 3_600_000).toISOString()

test('a task is run again as one of its own, with its arguments or with others', async () => {
  const first = await give({ task: 'test.echo', args: { month: 'JAN' }, priority: 70 })
  await ended(first)
  const again = await office.api('POST', `/api/tasks/${first}/rerun`, {})
  expect(again).toMatchObject({ status: 202, body: { deduplicated: false } })
  expect(await ended(again.body.task_id)).toMatchObject({ state: 'SUCCESS', result: { month: 'JAN' }, priority: 70 })
  const changed = await office.api('POST', `/api/tasks/${first}/rerun`, { args: { month: 'FEB' }, priority: 40 })
  expect(await ended(changed.body.task_id)).toMatchObject({ state: 'SUCCESS', result: { month: 'FEB' }, priority: 40 })
  expect(new Set([first, again.body.task_id, changed.body.task_id]).size).toBe(3)
  expect(await ended(first)).toMatchObject({ result: { month: 'JAN' } })
  expect((await office.api('GET', '/api/audit?after=0')).body.items.at(-1)).toMatchObject({
    action: 'task.rerun',
    entity: `task:${first}`,
  })
})

test('a task is run again only with arguments that fit it, and only if there is one', async () => {
  const slept = await give({ task: 'test.sleep', args: { ms: 1 } })
  await ended(slept)
  const before = await newest()
  const unfit = await office.api('POST', `/api/tasks/${slept}/rerun`, { args: { ms: 'long' } })
  expect([unfit.status, unfit.body.error.code]).toEqual([422, 'engine.bad_arguments'])
  const none = await office.api('POST', '/api/tasks/999999/rerun', {})
  expect([none.status, none.body.error.code]).toEqual([404, 'tasks.not_found'])
  expect(await newest()).toBe(before)
})

test('what failed for good is put back to work by its number, what succeeded is not', async () => {
  const failed = await give({ task: 'test.crash' })
  expect(await ended(failed)).toMatchObject({ state: 'FAILURE', error: { code: 'engine.worker_lost' } })
  const redriven = await office.api('POST', '/api/rpc/tasks.redrive', { id: failed })
  expect([redriven.status, redriven.body]).toEqual([200, { task_id: failed, state: 'PENDING' }])
  expect((await ended(failed)).attempts).toHaveLength(6)
  const fine = await give({ task: 'test.noop' })
  await ended(fine)
  const refused = await office.api('POST', '/api/rpc/tasks.redrive', { id: fine })
  expect([refused.status, refused.body.error.code]).toEqual([409, 'engine.cannot_retry'])
})

test.each([
  ['an unknown task', { task: 'test.ecko' }, 404, 'tasks.unknown_task', /“test.echo”/],
  ['arguments that fail the schema', { task: 'test.sleep', args: { ms: 'long' } }, 422, 'engine.bad_arguments', /ms/],
  ['an eta in the past', { task: 'test.noop', eta: '2020-01-01T00:00:00Z' }, 422, 'tasks.eta_in_past', /2020-01-01/],
  [
    'an eta and a countdown',
    { task: 'test.noop', eta: '2999-01-01T00:00:00Z', countdown: 5 },
    422,
    'tasks.eta_and_countdown',
    /countdown/,
  ],
])('%s is refused in words, and no row is left', async (_what, body, status, code, words) => {
  const before = await newest()
  const answer = await office.api('POST', '/api/tasks', body)
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(answer.body.error.message).toMatch(words)
  expect(answer.body.error.fix).not.toBe('')
  expect(await newest()).toBe(before)
})

test('an eta in an hour is kept', async () => {
  const eta = inOneHour()
  const id = await give({ task: 'test.noop', eta })
  expect((await office.api('GET', `/api/tasks/${id}`)).body).toMatchObject({ state: 'PENDING', eta })
})

test('a chain that goes round is refused by naming the round, and none of its tasks is left', async () => {
  const before = await newest()
  const tasks = [
    { task: 'test.echo', args: {}, step: 'read', after: 'write' },
    { task: 'test.echo', args: {}, step: 'write', after: 'read' },
  ]
  const { status, body } = await office.api('POST', '/api/rpc/tasks.chain', { tasks })
  expect([status, body.error.code]).toEqual([422, 'engine.chain_cyclic'])
  expect(body.error.message).toContain('read → write → read')
  expect(await newest()).toBe(before)
})

test('what is counted is what the rows say, name by name', async () => {
  await ended(await give({ task: 'test.noop' }))
  const { body } = await office.api('GET', '/api/tasks/counts')
  const counted = body.items.filter(({ task }: { task: string }) => task === 'test.noop')
  const rows = (await office.api('GET', '/api/tasks?task=test.noop&limit=200')).body.items
  const isDone = ({ state }: { state: string }) => state === 'SUCCESS'
  expect(counted.find(isDone)).toMatchObject({ queue: 'default', n: rows.filter(isDone).length })
  expect(counted.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(rows.length)
})

test('who may not see the outbox sees of a task about mail that it is there and how it went, and why no more', async () => {
  const args = { subject: 'Your rent', message: 'It is due', recipient_list: ['ann@', 'not an address'] }
  const id = await give({ task: 'mail.send_email', args })
  expect(await ended(id)).toMatchObject({
    state: 'FAILURE',
    args,
    withheld: null,
    error: { code: 'notify.no_good_recipient' },
  })
  const as = (role: Caller['role'], method: string, input: object = {}) =>
    office.router.call(method, input, { actor: 'user:2', role, name: 'Vera' })
  const seen = (await as('viewer', 'tasks.get', { id })) as Record<string, unknown>
  expect(seen).toMatchObject({
    task: 'mail.send_email',
    state: 'FAILURE',
    args: null,
    result: null,
    log: [],
    withheld: { code: 'tasks.withheld', message: expect.stringContaining('viewer') },
    error: { code: 'notify.no_good_recipient', message: expect.stringContaining('viewer') },
  })
  const rule = { task: 'mail.send_email', args, cron: '0 9 1 * *' }
  const schedule = (await office.api('POST', '/api/schedules', rule)).body.id
  const rested = await as('viewer', 'schedules.get', { id: schedule })
  expect(rested).toMatchObject({ args: {}, withheld: { code: 'tasks.withheld' } })
  expect(await as('clerk', 'schedules.get', { id: schedule })).toMatchObject({ args, withheld: null })
  const told = [
    seen,
    rested,
    await as('viewer', 'schedules.list'),
    await as('viewer', 'tasks.list'),
    await as('viewer', 'today.read'),
  ].map((one) => JSON.stringify(one))
  for (const text of told) expect(text).not.toMatch(/ann@|not an address|Your rent/)
  expect(await as('clerk', 'tasks.get', { id })).toMatchObject({ args, withheld: null })
  const other = await give({ task: 'test.echo', args: { month: 'JAN' } })
  await ended(other)
  expect(await as('viewer', 'tasks.get', { id: other })).toMatchObject({ args: { month: 'JAN' }, withheld: null })
})

test('a task that found a lock held says who holds it', async () => {
  const { body } = await office.api('POST', '/api/tasks', { task: 'test.noop', countdown: 3_600 })
  const held = { code: 'engine.lock_held', params: { name: 'till', holder: 7 } }
  office.office.db.prepare('update task set error = ? where id = ?').run(JSON.stringify(held), Number(body.task_id))
  const shown = async () => (await office.api('GET', `/api/tasks/${body.task_id}`)).body
  expect((await shown()).waits_for).toMatchObject({ code: held.code, message: expect.stringContaining('task 7') })
  await office.api('POST', '/api/rpc/tasks.snooze', { id: Number(body.task_id), seconds: 7_200 })
  expect((await shown()).waits_for).toBeNull()
})
