import { afterAll, beforeAll, expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import type { Answer } from '../support/office'

// Every request below is wrong in one way: it is refused in words, and the office stands as before.

let admin: Administrator
beforeAll(async () => {
  admin = await Administrator.sitsDown({ now: '2025-02-03T09:00:00Z' })
})
afterAll(() => admin.leaves())

function saysWhy(wording: { message: string; fix: string } | null, message: RegExp, fix: RegExp): void {
  expect(wording?.message).toMatch(message)
  expect(wording?.fix).toMatch(fix)
}

const PERIOD = { start_date: '2025-01-01', end_date: '2025-01-31', period_type: 'monthly', status: 'active' }
const withRule = (automation_rule: unknown) => ({ ...PERIOD, automation_enabled: true, automation_rule })
const REQUESTS: [string, string, string, unknown, number, RegExp, RegExp][] = [
  [
    'a cron in words',
    'POST',
    '/api/payroll/periods/',
    withRule({ cron: 'every day' }),
    422,
    /“every day”.*five/,
    /0 2/,
  ],
  [
    'a cron beyond the hour',
    'POST',
    '/api/payroll/periods/',
    withRule({ cron: '61 2 * * *' }),
    422,
    /61.*0-59/,
    /minute/,
  ],
  [
    'a cron that never fires',
    'POST',
    '/api/schedules/',
    { name: 's', task: 'test.noop', cron: '0 2 30 2 *' },
    422,
    /never fires/,
    /day of month/,
  ],
  [
    'an unknown rule key',
    'POST',
    '/api/payroll/periods/',
    withRule({ days_after_end: 3 }),
    422,
    /days_after_end/,
    /days_before_end/,
  ],
  [
    'an address with a comma',
    'POST',
    '/api/payroll/periods/',
    withRule({ days_before_end: 3, notification_emails: ['a@x.org,b@x.org'] }),
    422,
    /“,” at position 8/,
    /keep one/,
  ],
  [
    'a date that does not exist',
    'POST',
    '/api/payroll/periods/',
    { ...PERIOD, end_date: '2025-02-30' },
    422,
    /“end_date” is “2025-02-30”/,
    /YYYY-MM-DD/,
  ],
  ['an unknown field', 'POST', '/api/payroll/periods/', { ...PERIOD, automatic: true }, 422, /“automatic”/, /spelling/],
]

test.each(REQUESTS)('%s is refused in words and leaves nothing', async (_, verb, path, body, status, message, fix) => {
  const before = await admin.ask('GET', path)
  const answer = await admin.ask(verb, path, body)
  expect(answer.status).toBe(status)
  saysWhy(answer.body.error, message, fix)
  expect((await admin.ask('GET', path)).body).toEqual(before.body)
})

test('periods that overlap: the second is refused and names the first', async () => {
  const first = await admin.ask('POST', '/api/payroll/periods/', PERIOD)
  expect(first.status).toBe(201)
  const second = await admin.ask('POST', '/api/payroll/periods/', {
    ...PERIOD,
    start_date: '2025-01-31',
    end_date: '2025-02-27',
  })
  expect(second.status).toBe(409)
  saysWhy(second.body.error, /overlaps .*number 1, 2025-01-01 to 2025-01-31/, /Change the dates/)
  const weekly = { start_date: '2025-01-06', end_date: '2025-01-12', period_type: 'weekly', status: 'active' }
  expect((await admin.ask('POST', '/api/payroll/periods/', weekly)).status).toBe(201)
})

const upload = (options: unknown): Promise<Answer> =>
  admin.upload(
    '/api/imports',
    { name: 'pay.csv', bytes: 'Emp ID;Name;Salary\nZ1;Zoe;1,00\n' },
    { kind: 'salaries', options: JSON.stringify(options) },
  )

test.each([
  [{ year: 2025, month: 'JANU' }, /“JANU” is no month/, /JAN to DEC/],
  [{ year: 2025, month: 13 }, /“13” is no month/, /1 to 12/],
  [{ year: 2025 }, /“month”/, /month/],
  [{ year: 'next', month: 1 }, /“next” is no year/, /four digits/],
  [{ year: 2025, month: 1, salary_period: 'weekly' }, /salary_period/, /monthly|annual/],
  [{ year: 2025, month: 1, bonus: true }, /“bonus”/, /spelling/],
])('a salary file for %j is refused in words, never taken for January', async (options, message, fix) => {
  const answer = await upload(options)
  expect(answer.status).toBe(422)
  saysWhy(answer.body.error, message, fix)
  expect((await admin.ask('GET', '/api/employees')).body.items).toEqual([])
  expect((await admin.ask('GET', '/api/imports')).body.items).toEqual([])
})
