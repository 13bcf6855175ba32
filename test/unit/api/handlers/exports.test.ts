import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>

beforeAll(async () => {
  office = await serveTestOffice()
  await office.api('PUT', '/api/settings/office', { currency: 'EUR', zone: 'Europe/Lisbon' })
  await office.api('POST', '/api/test/clock', { now: '2026-07-28T23:30:00Z' })
})
afterAll(() => office.stop())

/** The file as a script fetches it: its name, and its lines cut at their commas. */
async function file(path: string) {
  const answer = await office.ask(`/api/exports/${path}`, {
    headers: { authorization: `Bearer ${office.server.token}` },
  })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  const [headers = '', ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n')
  return { answer, text, headers: headers.split(','), lines }
}

const adds = async (name: string, more: object = {}) => {
  const { status, body } = await office.api('POST', '/api/employees', { name, hire_date: '2026-02-01', ...more })
  expect(status, JSON.stringify(body)).toBeLessThan(300)
}

test('a list is saved whole, whatever a page of it holds, and filtered as it is', async () => {
  for (let i = 0; i < 450; i++)
    await office.api('POST', '/api/tasks', { task: 'test.echo', args: { value: i }, countdown: 3_600 })
  const { body: other } = await office.api('POST', '/api/tasks', { task: 'test.noop', args: {}, countdown: 3_600 })
  const all = await file('tasks.csv')
  expect(all.lines.length).toBe(451)
  expect(new Set(all.lines.map((line) => line.split(',')[0])).size).toBe(451)
  const some = await file('tasks.csv?task=test.noop&state=WAITING')
  expect(some.lines).toEqual([expect.stringMatching(new RegExp(`^${other.task_id},2026-07-29 00:30,Waiting,Noop,`))])
  expect(some.headers.slice(0, 4)).toEqual(['Number', 'Asked at', 'State', 'Task'])
  expect(some.answer.headers.get('content-disposition')).toContain('tasks-2026-07-29.csv') // the day in the office's zone
  expect(some.answer.headers.get('content-type')).toContain('text/csv')
  expect(some.text.startsWith('\uFEFF')).toBe(true)
})

test('no spreadsheet runs what somebody typed; amounts and dates stay what they are', async () => {
  await adds('=HYPERLINK("http://evil.example","Ana")', { email: 'ana@example.org', base_minor: 123_450 })
  await adds('Bea, the second', { department: '@SUM(A1)' })
  const { headers, lines } = await file('people.csv')
  expect(headers).toEqual(['Number', 'Name', 'Department', 'Base pay', 'Currency', 'Mail', 'First day', 'Last day'])
  expect(lines).toEqual([
    `,"'=HYPERLINK(""http://evil.example"",""Ana"")",,1234.50,EUR,ana@example.org,2026-02-01,`,
    `,"Bea, the second",'@SUM(A1),,EUR,,2026-02-01,`,
  ])
  expect((await file('people.csv?q=bea')).lines.length).toBe(1)
  expect((await file('people.csv?q=nobody')).lines).toEqual([])
})

test('periods, schedules, mail, audit and imports have their files too', async () => {
  const period = { start_date: '2026-07-01', end_date: '2026-07-31', description: 'July 2026', status: 'active' }
  await office.api('POST', '/api/payroll/periods', period)
  expect((await file('periods.csv')).lines).toEqual(['2026-07-01,2026-07-31,July 2026,Monthly,To prepare,,,,,'])

  for (const name of ['Nightly', '-1+1', 'Weekly'])
    await office.api('POST', '/api/schedules', { name, task: 'maintenance.backup', cron: '0 2 * * *' })
  const { body: schedules } = await office.api('GET', '/api/schedules')
  const { lines, headers } = await file('schedules.csv')
  expect(headers.slice(0, 3)).toEqual(['Schedule', 'Task', 'Rule'])
  expect(lines.length).toBe(schedules.items.length)
  const chosen = schedules.items.flatMap(({ id, name }: { id: number; name: string }) => (name === 'Weekly' ? [] : id))
  const some = (await file(`schedules.csv?ids=${chosen.join(',')}`)).lines
  expect(some.map((line) => line.slice(0, 28))).toEqual([
    'Nightly,Back up and verify,A',
    "'-1+1,Back up and verify,At ",
  ])

  const { body: audit } = await office.api('GET', '/api/audit?order=newest&limit=1')
  const entries = (await file('audit.csv')).lines
  expect(entries.length).toBe(audit.items[0].seq)
  expect(entries[0]).toContain(audit.items[0].hash)
  const { body: newest } = await office.api('GET', '/api/audit?order=newest&limit=200')
  const at = newest.items.findIndex((one: { detail: string | null }) => one.detail !== null)
  expect(entries[at]).toContain(newest.items[at].detail)

  expect((await file('outbox.csv?state=failed')).lines).toEqual([])
  expect((await file('imports.csv')).lines).toEqual([])
})

test('a filter that there is not is refused in words, and a role takes out only what it sees', async () => {
  const { status, body } = await office.api('GET', '/api/exports/tasks.csv?state=BROKEN')
  expect(status).toBe(422)
  expect(body.error.message).toMatch(/state/)
  const caller = { actor: 'user:9', role: 'viewer', name: 'Vera' } as const
  await expect(office.router.call('exports.audit', {}, caller)).rejects.toMatchObject({ code: 'api.forbidden' })
  await expect(office.router.call('exports.outbox', {}, caller)).rejects.toMatchObject({ code: 'api.forbidden' })
  await expect(office.router.call('exports.tasks', {}, caller)).resolves.toMatchObject({ mediaType: /csv/ })
})
