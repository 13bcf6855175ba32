import { afterAll, beforeAll, expect, test } from 'vitest'
import { machineCurrency } from '../../../../jobs/shared/machine'
import { addNotice } from '../../../../jobs/shared/notices'
import { queueMail } from '../../../../jobs/shared/outbox'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
const NOW = '2026-07-28T09:00:00Z'

beforeAll(async () => {
  office = await serveTestOffice()
  await office.api('POST', '/api/test/clock', { now: NOW })
  await office.api('PUT', '/api/settings/office', { zone: 'Europe/Lisbon', currency: 'EUR' })
})
afterAll(() => office.stop())

const read = async () => (await office.api('GET', '/api/today')).body
const needs = async (kind: string) => (await read()).needs.filter((need: { kind: string }) => need.kind === kind)

async function drop(
  name: string,
  text: string,
  kind: string,
  options: object = {},
  state = 'checked',
): Promise<number> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('options', JSON.stringify(options))
  form.set('file', new Blob([text]), name)
  const headers = { authorization: `Bearer ${office.server.token}` }
  const { import_id } = await (await office.ask('/api/imports', { method: 'POST', headers, body: form })).json()
  const stateOf = async () => (await office.api('GET', `/api/imports/${import_id}`)).body.state
  await expect.poll(stateOf, { timeout: 40_000 }).toBe(state)
  return import_id
}

const END_OF_TASK = { timeout: 40_000 }
const enqueue = async (task: string, args: object = {}): Promise<number> => {
  const { body } = await office.api('POST', '/api/rpc/tasks.enqueue', { task, args })
  await office.office.engine.finished(Number(body.task_id))
  return Number(body.task_id)
}

test('a folder that nobody has begun is new, needs nobody, and says what it knows of itself', async () => {
  expect(await read()).toEqual({
    now: expect.stringMatching(/^2026-07-28T09:00:/),
    zone: 'Europe/Lisbon',
    office: '',
    is_new: true,
    proposed_currency: machineCurrency(),
    needs: [],
    running: [],
    waiting: 0,
    next: [],
    done_today: [],
    while_closed: null,
    notices: [],
    backup: { last_at: null, daily: 0, by_hand: 0 },
    outbox: { held: 0, going_out: 0, unknown: 0, failed: 0 },
  })
})

test('a file needs an answer, mending or a click, as it stands, and none once it is imported', async () => {
  await drop(
    'Odd.csv',
    'Employee number,Name,Hire date\n8,Ana Odd,03/04/2025\n9,Bo Odd,05/06/2025\n',
    'employees',
    {},
    'mapping',
  )
  expect(await needs('answer_import')).toMatchObject([{ file_name: 'Odd.csv' }])

  const wrong = 'Employee number,Name,Salary\n1,Ana Real,1200\n2,Bela Real,much\n'
  await drop('Wrong.csv', wrong, 'salaries', { year: 2026, month: 7 })
  expect(await needs('mend_import')).toMatchObject([{ file_name: 'Wrong.csv', rows: 2, errors: 1 }])

  const right = 'Employee number,Name,Salary\n1,Ana Real,1200.00\n2,Bela Real,\n'
  const id = await drop('Right.csv', right, 'salaries', { year: 2026, month: 7 })
  expect(await needs('apply_import')).toMatchObject([{ import_id: id, file_name: 'Right.csv', rows: 2 }])
  const { body } = await office.api('POST', `/api/imports/${id}/apply`, { rows: 'all' })
  await office.office.engine.finished(Number(body.task_id))
  expect(await needs('apply_import')).toEqual([])
  expect(await read()).toMatchObject({ is_new: false, office: '' })
})

test('files that were left lying for two weeks are let go', async () => {
  const before = (await read()).needs.length
  expect(before).toBe(2)
  await office.api('POST', '/api/test/clock', { now: '2026-08-12T09:00:00Z' })
  expect((await read()).needs).toEqual([])
  await office.api('POST', '/api/test/clock', { now: NOW })
  expect((await read()).needs).toHaveLength(before)
})

test('a computed run asks to be mended while a slip has no salary, and to be approved once all have one', async () => {
  const { body: period } = await office.api('POST', '/api/payroll/periods/', {
    start_date: '2026-07-01',
    end_date: '2026-07-31',
    period_type: 'monthly',
    description: 'July 2026',
    status: 'active',
    automation_enabled: false,
    automation_rule: null,
  })
  const prepare = async () => {
    const { body } = await office.api('POST', '/api/rpc/payroll.run_period', { id: period.id, force: true })
    await office.office.engine.finished(Number(body.task_id))
  }
  await prepare()
  const [mend] = await needs('mend_slips')
  expect(mend).toMatchObject({
    period_id: period.id,
    period: 'July 2026',
    start_date: '2026-07-01',
    end_date: '2026-07-31',
    errors: 1,
  })
  const people = (await office.api('GET', '/api/employees')).body.items
  const bela = people.find((one: { name: string }) => one.name === 'Bela Real')
  const change = { id: bela.id, base_minor: 90_000, from: '2026-07-01' }
  expect((await office.api('POST', '/api/rpc/people.change_employee', change)).status).toBe(200)
  await prepare()
  expect(await needs('mend_slips')).toEqual([])
  expect(await needs('approve_run')).toMatchObject([{ run_id: mend.run_id, run_kind: 'regular', employees: 2 }])

  await office.api('PUT', '/api/settings/modules', { payroll: false })
  expect(await needs('approve_run')).toEqual([])
  await office.api('PUT', '/api/settings/modules', { payroll: true })
  expect((await office.api('POST', `/api/payroll/runs/${mend.run_id}/approve`, {})).status).toBe(200)
  expect(await needs('approve_run')).toEqual([])

  // A run beside the regular one says which it is, and leaves a notice for whoever has gone on meanwhile.
  const reversal = await office.api('POST', `/api/payroll/runs/${mend.run_id}/reverse`, { reason: 'Wrong file' })
  await office.office.engine.finished(Number(reversal.body.task_id))
  const beside = { run_id: reversal.body.run_id, run_kind: 'reversal', period_id: period.id, employees: 2 }
  expect(await needs('approve_run')).toMatchObject([beside])
  const { body: told } = await office.api('POST', '/api/rpc/office.notices', {})
  expect(told.items[0]).toMatchObject({ kind: 'payroll', reason: { code: 'payroll.supplementary_ready' } })
  await office.api('POST', `/api/payroll/runs/${reversal.body.run_id}/discard`, {})
  expect(await needs('approve_run')).toEqual([])
})

test('tasks of one name that failed are one need, with the newest’s words, until they are set aside', async () => {
  const first = await enqueue('payroll.generate_payslips', { run_id: 999 })
  const second = await enqueue('payroll.generate_payslips', { run_id: 999 })
  const [failed, ...more] = await needs('task_failed')
  expect(more).toEqual([])
  expect(failed).toMatchObject({
    task: 'payroll.generate_payslips',
    n: 2,
    task_id: String(second),
    reason: { message: expect.any(String) },
  })
  expect(failed.notice_ids).toHaveLength(2)
  expect(second).toBeGreaterThan(first)
  await office.api('POST', '/api/rpc/office.see_notices', { ids: failed.notice_ids })
  expect(await needs('task_failed')).toEqual([])
})

test('mail that failed, is held or of which nobody knows asks for a person; what waits by itself is only counted', async () => {
  const { engine, db } = office.office
  for (const state of ['unknown', 'failed', 'failed', 'held', 'queued'] as const) {
    const { outboxId } = await engine.write('user:1', (write) =>
      queueMail(write, {
        dedupeKey: `today:${state}:${Math.random()}`,
        kind: 'test',
        to: { name: 'Ana', address: 'ana@example.org' },
        subject: 'Hello',
        text: 'Hello\n',
      }),
    )
    db.prepare('update outbox set state = ? where id = ?').run(state, outboxId)
  }
  expect(await needs('mail_unknown')).toMatchObject([{ n: 1 }])
  expect(await needs('mail_failed')).toMatchObject([{ n: 2 }])
  expect(await needs('mail_held')).toMatchObject([{ n: 1 }])
  expect((await read()).outbox).toMatchObject({ held: 1, unknown: 1, failed: 2 })
})

test('what runs is there with its progress, and what ended well today is counted by task', async () => {
  const { body } = await office.api('POST', '/api/rpc/tasks.enqueue', { task: 'test.sleep', args: { ms: 600_000 } })
  await expect
    .poll(async () => (await read()).running, END_OF_TASK)
    .toMatchObject([{ task: 'test.sleep', task_id: body.task_id, revoking: false, started_at: expect.any(String) }])
  await office.api('POST', '/api/rpc/tasks.revoke', { id: Number(body.task_id), terminate: true })
  await expect.poll(async () => (await read()).running, END_OF_TASK).toEqual([])

  await enqueue('test.noop')
  const last = await enqueue('test.noop')
  const done = (await read()).done_today.find((one: { task: string }) => one.task === 'test.noop')
  expect(done).toMatchObject({ n: 2, task_id: String(last) })
  await office.api('POST', '/api/test/clock', { now: '2026-07-29T09:00:00Z' })
  expect((await read()).done_today).toEqual([])
})

test('the next schedules, those of a module that is on, the soonest first', async () => {
  await office.api('POST', '/api/schedules/', { name: 'Later', task: 'test.noop', cron: '0 5 * * *' })
  await office.api('POST', '/api/schedules/', { name: 'Sooner', task: 'test.noop', cron: '0 2 * * *' })
  expect((await read()).next).toMatchObject([
    { name: 'Sooner', at: '2026-07-30T01:00:00.000Z' },
    { name: 'Later', at: '2026-07-30T04:00:00.000Z' },
  ])
  office.office.db.prepare("update schedule set module = 'payroll' where name = 'Sooner'").run()
  await office.api('PUT', '/api/settings/modules', { payroll: false })
  expect((await read()).next).toMatchObject([{ name: 'Later' }])
})

test('news and what happened while the office was closed are told until somebody has read them', async () => {
  await office.office.engine.write('system', (write) => {
    const params = { file: 'a.db', at: NOW, aside: 'before', mails: 0 }
    addNotice(write, { kind: 'restored', code: 'maintenance.restored', params })
  })
  const { notices } = await read()
  expect(notices).toMatchObject([{ reason: { message: expect.stringContaining('a.db') } }])
  await office.api('POST', '/api/rpc/office.see_notices', { ids: notices.map(({ id }: { id: number }) => id) })
  expect((await read()).notices).toEqual([])
})

test('the last backup, and how many there are of each kind', async () => {
  await office.api('POST', '/api/rpc/office.backup', {})
  expect((await read()).backup).toEqual({ last_at: expect.stringMatching(/^2026-07-29T/), daily: 0, by_hand: 1 })
})
