import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../support/office'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ now: '2026-11-25T14:32:00Z' })
})
afterAll(() => office.stop())

const rpc = (method: string, input: object) => office.api('POST', `/api/rpc/${method}`, input)
const create = async (body: object) => (await office.api('POST', '/api/schedules', { task: 'test.noop', ...body })).body

test('why a schedule ran or did not is answered over the API, and an instant without offset is refused in words', async () => {
  const { id } = await create({ name: 'Nightly', cron: '0 2 * * *' })
  await office.api('POST', '/api/test/clock', { now: '2026-11-26T02:00:05Z' })
  const ran = (await rpc('schedules.explain', { id, at: '2026-11-26T02:00:00Z' })).body
  expect(ran).toMatchObject({ verdict: 'ran', office: { state: 'open' }, occurrence: { state: 'enqueued' } })
  expect(ran.because.message).toContain('2026-11-26T02:00')
  const not = (await rpc('schedules.explain', { id, at: '2026-11-26T01:00:00Z' })).body
  expect(not).toMatchObject({ verdict: 'not_due', after: '2026-11-26T02:00:00.000Z' })
  const refused = await rpc('schedules.explain', { id, at: '2026-11-26 02:00' })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(refused.body.error.message.length).toBeGreaterThan(10)
  expect((await rpc('schedules.explain', { id: 9_999, at: '2026-11-26T01:00:00Z' })).status).toBe(404)
})

test('what would run is told for all schedules, with what a holiday moves and what falls together', async () => {
  await rpc('holidays.add', { date: '2026-12-25', name: 'Christmas' })
  await create({ name: 'Reminder', cron: '0 9 25 12 *', working_day: 'after' })
  await create({ name: 'Report', cron: '0 9 28 * *' })
  await create({ name: 'Paused', cron: '0 9 * * *', enabled: false })
  const { items, collisions, resting } = (await rpc('schedules.dry_run', { days: 60 })).body
  expect(items.find((one: { name: string }) => one.name === 'Reminder')).toMatchObject({
    due_at: '2026-12-28T09:00:00.000Z',
    moved_from: ['2026-12-25'],
  })
  const together = collisions.find((one: { due_at: string }) => one.due_at === '2026-12-28T09:00:00.000Z')
  expect(together.names).toEqual(expect.arrayContaining(['Reminder', 'Report']))
  expect(resting.map((one: { name: string }) => one.name)).toContain('Paused')
  expect(items.map((one: { due_at: string }) => one.due_at)).toEqual(
    items.map((one: { due_at: string }) => one.due_at).sort(),
  )
  expect((await rpc('schedules.dry_run', { days: 400 })).status).toBeGreaterThanOrEqual(400)
})

test('holidays are listed, refused in words and taken off again', async () => {
  expect((await rpc('holidays.add', { date: '2026-02-30', name: 'None' })).body.error.code).toBe('holidays.not_a_date')
  expect((await rpc('holidays.add', { date: '2026-12-25', name: 'Again' })).body.error.code).toBe(
    'holidays.there_already',
  )
  const garbage = await rpc('holidays.import', { name: 'x.ics', text: 'PK\u0003\u0004 no calendar' })
  expect([garbage.status, garbage.body.error.code]).toEqual([422, 'holidays.not_a_calendar'])
  const text =
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:New Year\nDTSTART;VALUE=DATE:20270101\nEND:VEVENT\nEND:VCALENDAR\n'
  const taken = (await rpc('holidays.import', { name: 'x.ics', text })).body
  expect(taken).toMatchObject({ added: 1, there: 0, left: [] })
  expect(taken.items).toContainEqual({ date: '2027-01-01', name: 'New Year', source: 'x.ics' })
  expect((await rpc('holidays.import', { name: 'x.ics', text })).body).toMatchObject({ added: 0, there: 1 })
  expect((await rpc('holidays.remove', { date: '2027-01-01' })).body.items).toHaveLength(1)
  expect((await rpc('holidays.remove', { date: '2027-01-01' })).status).toBe(404)
})
