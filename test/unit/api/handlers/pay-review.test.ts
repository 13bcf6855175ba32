import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
  await office.api('PUT', '/api/settings/office', { name: 'Office', currency: 'EUR', zone: 'Europe/Lisbon' })
})
afterAll(() => office.stop())

const ended = async (taskId: string) => {
  const found = await office.office.engine.finished(Number(taskId))
  expect(found.state).toBe('SUCCESS')
}

async function runs(start: string, end: string): Promise<number> {
  const period = await office.api('POST', '/api/payroll/periods', {
    start_date: start,
    end_date: end,
    status: 'active',
  })
  expect(period.status).toBe(201)
  const started = await office.api('POST', `/api/payroll/periods/${period.body.id}/run`, { force: true })
  await ended(started.body.task_id)
  return (await office.api('GET', `/api/payroll/periods/${period.body.id}`)).body.runs[0].id
}

test('a run is compared with the last one, its amounts are explained, and the guard’s findings are told', async () => {
  const hires = async (name: string, email: string | null, base: number | null, from = '2026-01-01') =>
    (
      await office.api('POST', '/api/employees', {
        name,
        email,
        hire_date: from,
        ...(base === null ? {} : { base_minor: base }),
      })
    ).body.id as number
  const ana = await hires('Ana', 'ana@office.example', 200_000)
  await hires('Bruno', 'shared@office.example', 150_000)
  await hires('Carla', 'Shared@office.example', 150_000)
  await hires('Dmytro', null, 150_000)

  const october = await runs('2026-10-01', '2026-10-31')
  const first = (await office.api('GET', `/api/payroll/runs/${october}/review`)).body
  expect(first).toMatchObject({ before: null, items: [], rest: { people: 4, net_minor: 650_000 } })
  expect((await office.api('POST', `/api/payroll/runs/${october}/approve`, {})).status).toBe(200)

  await office.api('PATCH', `/api/employees/${ana}`, { base_minor: 250_000, from: '2026-11-01' })
  await hires('Elif', 'elif@gmial.com', 300_000, '2026-11-16')
  const fatima = await hires('Fatima', null, null, '2026-11-01')
  const november = await runs('2026-11-01', '2026-11-30')
  const second = (await office.api('GET', `/api/payroll/runs/${november}/review`)).body
  expect(second.items.map((one: { name: string; group: string }) => [one.name, one.group])).toEqual([
    ['Fatima', 'errors'],
    ['Elif', 'joiners'],
    ['Ana', 'raises'],
  ])
  expect(second.items[0].reason.code).toBe('payroll.no_base_pay')
  expect(second.rest).toMatchObject({ people: 3, difference_minor: 0 })
  expect(second.before.totals.net_minor).toBe(650_000)
  const all = (await office.api('GET', `/api/payroll/runs/${november}/review?rest=true`)).body
  expect(all.items).toHaveLength(6)

  const { slip_id } = second.items[2]
  const base = (await office.api('GET', `/api/payroll/slips/${slip_id}/explain/BASE`)).body
  expect(base).toMatchObject({
    line: { amount_minor: 250_000 },
    rule: { method: 'base_pay' },
    inputs: [{ kind: 'base', from: '2026-11-01', amount_minor: 250_000, origin: { kind: 'user', user_id: 1 } }],
    changed_since: [],
    before: { amount_minor: 200_000 },
    year_minor: 200_000,
  })
  const net = (await office.api('GET', `/api/payroll/slips/${slip_id}/explain/NET`)).body
  expect(net).toMatchObject({ line: null, net_minor: 250_000, before: { amount_minor: 200_000 } })
  expect((await office.api('GET', `/api/payroll/slips/${slip_id}/explain/NOTHING`)).status).toBe(404)
  expect((await office.api('GET', `/api/payroll/slips/99999/explain/NET`)).status).toBe(404)

  await office.api('PATCH', `/api/employees/${fatima}`, { base_minor: 100_000, from: '2026-11-01' })
  const page = (await office.api('GET', `/api/employees/${fatima}/page`)).body
  expect(page).toMatchObject({
    contracts: [{ base_minor: 100_000, origin: { kind: 'user' } }],
    slips: [{ status: 'error' }],
  })
  expect(page.audit[0].fields).toContain('base_minor')

  const until = async () => {
    for (;;) {
      const { body } = await office.api('GET', `/api/payroll/runs/${october}/payslips`)
      if (body.made) return body
      await ended(body.making_task_id)
    }
  }
  const status = await until()
  expect(status).toMatchObject({ people: 4, to_send: { goes: 1, held: 2, without: 1 }, mails: {} })
  expect(status.findings.map((one: { reason: { code: string } }) => one.reason.code).sort()).toEqual([
    'payslips.no_address',
    'payslips.shared_address',
    'payslips.shared_address',
  ])
  expect((await office.api('GET', `/api/payroll/runs/${november}/payslips`)).status).toBe(409)
})

test('a rule is read back as a sentence with its instant, or refused in words, and nothing is saved', async () => {
  const asks = (automation_rule: unknown) =>
    office.api('POST', '/api/payroll/preview-rule', {
      start_date: '2027-02-01',
      end_date: '2027-02-28',
      automation_rule,
    })
  expect((await asks({ days_before_end: 3 })).body).toMatchObject({
    rule_sentence: expect.stringMatching(/^It runs 3 days before the end of the period at 02:00, also on a day off\./),
    due_at: '2027-02-25T02:00:00.000Z',
    warnings: [],
  })
  expect((await asks({ days_before_end: 3, cron: '0 2 28 1 *' })).body.warnings[0].code).toBe('payroll.warning_no_tick')
  expect((await asks({})).body).toEqual({
    rule_sentence: null,
    cron_words: null,
    due_at: null,
    due: null,
    warnings: [],
    next: [],
  })
  const refused = await asks({ days_before_end: 99 })
  expect([refused.status, refused.body.error.code]).toEqual([422, 'payroll.days_before_end_out_of_range'])
})

test('the twelve that follow are told with their instants, and which of them a day off has moved, or time has passed', async () => {
  await office.api('POST', '/api/rpc/holidays.add', { date: '2027-02-26', name: 'Founding day' })
  const asks = (start_date: string, end_date: string, rule: object) =>
    office.api('POST', '/api/payroll/preview-rule', { start_date, end_date, automation_rule: rule })
  const ahead = (await asks('2027-01-01', '2027-01-31', { days_before_end: 1, time: '18:30', working_day: 'before' }))
    .body
  expect(ahead.next).toHaveLength(12)
  // The 30th of January is a Saturday; the 27th of February too, and the Friday before it is a holiday.
  expect(ahead.due).toMatchObject({ due_at: '2027-01-29T18:30:00.000Z', moved_from: '2027-01-30', holiday: null })
  expect(ahead.next[0]).toMatchObject({ due_at: '2027-02-25T18:30:00.000Z', moved_from: '2027-02-27', state: 'ahead' })
  expect(ahead.next[1]).toMatchObject({ due_at: '2027-03-30T17:30:00.000Z', moved_from: null }) // summer time
  const named = (await asks('2027-02-01', '2027-02-28', { days_before_end: 2, working_day: 'before' })).body
  expect(named.due).toMatchObject({ moved_from: '2027-02-26', holiday: 'Founding day' })
  const past = (await asks('2020-01-01', '2020-01-31', { days_before_end: 3 })).body
  expect(past.due.state).toBe('missed')
  expect(past.next.map((one: { state: string }) => one.state)).toEqual(Array(12).fill('missed'))
  expect(past.warnings.map((one: { code: string }) => one.code)).toContain('payroll.warning_too_late')
})
