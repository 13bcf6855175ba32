import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../support/office'

// Work that cannot be taken in or handed back: refused at the edge, or failed in the row that says why; the log has the code.

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

const start = (task: string, args: Record<string, unknown>) => office.api('POST', '/api/tasks', { task, args })

test.each([
  ['ten megabytes of arguments', 10_000_000, 'api.too_large'],
  ['arguments that one request may carry and one task may not', 1_500_000, 'engine.arguments_too_large'],
])('%s are refused in words, and no row is left', async (_what, length, code) => {
  const before = await office.api('GET', '/api/tasks?limit=1')
  const { status, body } = await start('test.echo', { text: 'x'.repeat(length) })
  expect({ status, code: body.error.code }).toEqual({ status: 413, code })
  expect(body.error.fix).not.toBe('')
  expect((await office.api('GET', '/api/tasks?limit=1')).body).toEqual(before.body)
})

test.each([
  ['that never ends', 'result_endless', 'engine.result_not_json'],
  ['with a number no JSON holds', 'result_bigint', 'engine.result_not_json'],
  ['of 200 MB', 'result_huge', 'engine.result_too_large'],
])('a result %s fails its task in words', async (_what, way, code) => {
  const { body } = await start('test.runaway', { way })
  const task = await office.ended(body.task_id)
  expect(task).toMatchObject({ state: 'FAILURE', result: null, error: { code } })
  expect(task.error.message).not.toContain(code)
})

test('the log of the data folder tells which task failed and why, and nothing of what it worked on', async () => {
  const { body } = await start('test.runaway', { way: 'throw_null', of: 'Amélie Duarte' })
  await office.ended(body.task_id)
  const [day] = fs.readdirSync(path.join(office.folder, 'logs'))
  const text = fs.readFileSync(path.join(office.folder, 'logs', day ?? ''), 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toContainEqual({
    at: expect.any(String),
    level: 'warning',
    text: 'task failed',
    task_id: body.task_id,
    task: 'test.runaway',
    queue: 'default',
    code: 'engine.task_threw',
    attempts: 1,
  })
  expect(text).not.toContain('Duarte')
})
