import fs from 'node:fs'
import { expect, test } from 'vitest'
import { type StartOptions, startOffice, type TestOffice } from '../support/office'
import { guideFile } from '../support/real-file'

/** The request of guide 000, “Create period with automation”, as it stands there. */
const REQUEST = `curl -X POST "http://localhost:8000/api/payroll/periods/" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Token your-token" \\
  -d '{
    "start_date": "2024-02-01",
    "end_date": "2024-02-29",
    "period_type": "monthly",
    "automation_enabled": true,
    "automation_rule": {
      "days_before_end": 3,
      "cron": "0 2 * * *",
      "notification_emails": ["finance@company.com"]
    },
    "status": "active",
    "description": "February 2024 Payroll"
  }'`

const guide = guideFile('000')

/** Sends a curl command as it is written, but for its address and token. */
function send(office: TestOffice, command: string) {
  const part = (pattern: RegExp): string => {
    const found = pattern.exec(command)?.[1]
    if (found === undefined) throw new Error(`the command has no ${pattern}`)
    return found
  }
  const headers = Object.fromEntries(
    [...command.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const path = new URL(part(/"(http[^"]+)"/)).pathname
  return fetch(`${office.address.replace('127.0.0.1', 'localhost')}${path}`, {
    method: part(/-X (\w+)/),
    headers: { ...headers, Authorization: (headers.Authorization ?? '').replace('your-token', office.token) },
    body: part(/-d '([^']+)'/),
  })
}

async function inOffice(options: StartOptions, work: (office: TestOffice) => Promise<void>): Promise<void> {
  const office = await startOffice(options)
  try {
    await work(office)
  } finally {
    await office.stop()
  }
}

test('the curl of guide 000 makes a period that falls due as its rule says', () =>
  inOffice({ now: '2024-02-05T09:00:00Z' }, async (office) => {
    const answer = await send(office, REQUEST)
    expect(answer.status).toBe(201)
    const period = await answer.json()
    expect(period).toMatchObject({
      id: expect.any(Number),
      start_date: '2024-02-01',
      end_date: '2024-02-29',
      period_type: 'monthly',
      automation_enabled: true,
      automation_rule: { days_before_end: 3, cron: '0 2 * * *', notification_emails: ['finance@company.com'] },
      status: 'active',
      description: 'February 2024 Payroll',
      runs: [],
    })
    const { zone } = (await office.api('GET', '/api/settings/office')).body
    const local = new Date(period.due_at).toLocaleString('sv', { timeZone: zone })
    expect(local).toBe('2024-02-26 02:00:00')
    const { body } = await office.api('GET', `/api/payroll/periods/${period.id}/`)
    expect(body).toEqual(period)
    const again = await send(office, REQUEST)
    expect(again.status).toBe(409)
    expect((await again.json()).error.message).toContain('2024-02-01')
  }))

test('a period of the past, as the guide’s is today, is taken too', () =>
  inOffice({ now: '2026-03-02T09:00:00Z' }, async (office) => {
    const answer = await send(office, REQUEST)
    expect(answer.status).toBe(201)
    const { id } = await answer.json()
    const started = await office.api('POST', `/api/payroll/periods/${id}/run`, { force: true })
    expect(started.status).toBe(202)
    expect(await office.ended(started.body.task_id)).toMatchObject({ state: 'SUCCESS' })
  }))

test('the request kept here is the guide’s own', ({ skip }) => {
  skip(guide.why !== '', guide.why)
  expect(fs.readFileSync(guide.file, 'utf8')).toContain(REQUEST)
})
