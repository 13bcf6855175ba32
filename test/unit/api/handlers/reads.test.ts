import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
})
afterAll(() => office.stop())

/** What the reader thread is asked by a call; the answer is its own. */
async function asked(call: () => Promise<{ status: number }>): Promise<string[]> {
  const ask = vi.spyOn(office.office.engine.reader, 'ask')
  expect((await call()).status).toBe(200)
  const questions = ask.mock.calls.map(([question]) => question)
  ask.mockRestore()
  return questions
}

test('what Today shows is read on the reader thread, so that no look holds up the work', async () => {
  expect(await asked(() => office.api('GET', '/api/today'))).toEqual(['today.facts'])
})

test('so are what would run in the next days, and what is saved of the queues', async () => {
  const rpc = (method: string, input: object) => asked(() => office.api('POST', `/api/rpc/${method}`, input))
  expect(await rpc('schedules.dry_run', { days: 2 })).toEqual(['schedules.dry_run'])
  expect(await rpc('queues.save', { after: 0 })).toEqual(['engine.saved_tasks'])
})

test('so is why a schedule ran or did not', async () => {
  const made = await office.api('POST', '/api/schedules', { task: 'test.noop', name: 'Nightly', cron: '0 2 * * *' })
  const input = { id: made.body.id, at: '2026-11-26T02:00:00Z' }
  expect(await asked(() => office.api('POST', '/api/rpc/schedules.explain', input))).toEqual(['schedules.explain'])
})
