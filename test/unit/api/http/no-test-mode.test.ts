import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice({ testMode: false })
})
afterAll(() => office.stop())

test('an office outside test mode has no test paths, methods or tasks', async () => {
  for (const path of ['/api/test/clock', '/api/test/sleep', '/api/test/fault'])
    expect((await office.api('POST', path, { advance_seconds: 1 })).status).toBe(404)
  expect((await office.api('GET', '/api/test/effects')).status).toBe(404)
  expect((await office.api('POST', '/api/rpc/test.clock', { advance_seconds: 1 })).status).toBe(404)
  expect((await office.api('POST', '/api/tasks', { task: 'test.noop' })).status).toBe(404)
  expect(Object.keys((await office.api('GET', '/api/openapi.json')).body.paths).join(' ')).not.toContain('/api/test')
})
