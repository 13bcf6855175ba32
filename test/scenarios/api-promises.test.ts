import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startOffice, type TestOffice } from '../support/office'

// What people's scripts and the guides' clients depend on, path by path: states, shapes, status codes.

let office: TestOffice
const ids: Record<string, string | number> = {}
beforeAll(async () => {
  office = await startOffice({ now: '2026-03-02T09:00:00Z' })
  const run = async (name: string, task: string, args: Record<string, unknown> = {}) => {
    const { body } = await office.api('POST', '/api/tasks', { task, args })
    ids[name] = body.task_id
  }
  await run('echo', 'test.echo', { a: 1 })
  await run('steps', 'test.progress', { steps: 3 })
  await run('fails', 'test.fail', { times: 1 })
  const later = await office.api('POST', '/api/tasks', { task: 'test.noop', countdown: 3_600 })
  ids.later = later.body.task_id
  await office.ended(String(ids.echo))
  await office.ended(String(ids.steps))
  const person = { name: 'Ana', external_ref: '7', hire_date: '2024-01-01', base_minor: 200_000 }
  ids.ana = (await office.api('POST', '/api/employees', person)).body.id
})
afterAll(() => office.stop())

const get = async (path: string): Promise<Answer['body']> => {
  const [plain, slashed] = [await office.api('GET', path), await office.api('GET', path.replace(/(\?|$)/, '/$1'))]
  expect([path, plain.status, slashed.status]).toEqual([path, 200, 200])
  return plain.body
}
const TASK = ['task_id', 'task', 'state', 'ready', 'successful', 'progress', 'error', 'queue', 'priority', 'eta']

test('a task is polled by its id, a string, and is not successful until it is ready', async () => {
  const waiting = await get(`/api/tasks/${ids.later}`)
  expect(Object.keys(waiting)).toEqual(expect.arrayContaining([...TASK, 'result', 'attempts', 'log']))
  expect(waiting).toMatchObject({
    task_id: ids.later,
    state: 'PENDING',
    ready: false,
    successful: null,
    progress: null,
  })
  expect(waiting).toMatchObject({ attempts: [], log: [], result: null, eta: expect.stringMatching(/^2026-03-02T10:0/) })
  const done = await get(`/api/tasks/${ids.steps}`)
  expect(done).toMatchObject({ state: 'SUCCESS', ready: true, successful: true, progress: { current: 3, total: 3 } })
  expect(Object.keys(done.progress)).toEqual(['current', 'total', 'status'])
  const failing = await get(`/api/tasks/${ids.fails}`)
  expect(failing).toMatchObject({ state: 'RETRY', ready: false, successful: null, error: { code: 'test.fails' } })
  expect(failing.attempts).toMatchObject([{ n: 1, error: { message: expect.any(String), fix: expect.any(String) } }])
  for (const field of ['n', 'started_at', 'finished_at', 'error']) expect(failing.attempts[0]).toHaveProperty(field)
})

test('the list is newest first, filtered and paged by its cursor', async () => {
  const first = await get('/api/tasks?limit=2')
  expect(first.items.map((one: { task_id: string }) => one.task_id)).toEqual([ids.later, ids.fails])
  const second = await get(`/api/tasks?limit=2&cursor=${first.next}`)
  expect(second.items.map((one: { task_id: string }) => one.task_id)).toEqual([ids.steps, ids.echo])
  const found = await get('/api/tasks?state=SUCCESS&task=test.echo&queue=default&q=echo')
  expect(found.items).toMatchObject([{ task_id: ids.echo }])
})

test('revoke and retry answer with the task', async () => {
  const revoked = await office.api('POST', `/api/tasks/${ids.later}/revoke`, { terminate: false })
  expect(revoked).toMatchObject({ status: 200, body: { task_id: ids.later, state: 'REVOKED' } })
  const again = await office.api('POST', `/api/tasks/${ids.later}/retry/`)
  expect(again).toMatchObject({ status: 200, body: { task_id: ids.later } })
})

test('health is the guides’ health', async () => {
  for (const path of ['/api/health', '/api/celery/health']) {
    const body = await get(path)
    expect(body).toMatchObject({ status: 'healthy', message: expect.any(String), checks: expect.any(Array) })
    expect(body.workers).toHaveLength(2)
    expect(body.registered_tasks).toContain('payroll.auto_run_payroll')
    expect(body.checks.length).toBeGreaterThan(0)
    for (const check of body.checks) expect(check).toMatchObject({ name: expect.any(String), ok: true })
  }
})

test.each(['active', 'reserved', 'scheduled', 'registered'])('inspect %s lists', async (what) => {
  expect((await get(`/api/inspect/${what}`)).items).toEqual(expect.any(Array))
})
test.each(['stats', 'memory'])('inspect %s answers', async (what) => {
  expect(Object.keys(await get(`/api/inspect/${what}`)).length).toBeGreaterThan(2)
})

test('the built-in schedules have names in words, and the guides’ rules', async () => {
  const { items } = await get('/api/schedules')
  const rules = Object.fromEntries(
    items.map((one: { task: string; cron: string; name: string; expires_s: number; misfire: string }) => [
      one.task,
      [one.name, one.cron, one.misfire, one.expires_s],
    ]),
  )
  expect(rules).toMatchObject({
    'payroll.auto_run_payroll': ['Find due pay runs', '0 2 * * *', 'latest', 3_600],
    'payroll.cleanup_old_payroll_locks': ['Free stuck pay runs', '0 * * * *', 'latest', 300],
    'people.cleanup_old_chart_data': ['Clear unused charts', '0 2 * * 0', 'latest', null],
    'maintenance.backup': ['Daily backup', '0 3 * * *', 'latest', null],
  })
})

test('a schedule is created with its id, shows five instants and what became of each', async () => {
  const rule = {
    cron: '0 2 * * *',
    zone: 'Europe/Lisbon',
    misfire: 'latest',
    overlap: 'skip',
    working_day: 'unchanged',
  }
  const given = { name: 'mine', task: 'test.noop', args: {}, ...rule, jitter_s: 0, expires_s: 60, enabled: true }
  const made = await office.api('POST', '/api/schedules/', given)
  expect(made).toMatchObject({ status: 201, body: { id: expect.any(Number), ...given } })
  const ran = await office.api('POST', `/api/schedules/${made.body.id}/run/`)
  expect(ran.status).toBe(202)
  const shown = await get(`/api/schedules/${made.body.id}`)
  expect(shown.next).toHaveLength(5)
  expect(shown.occurrences).toMatchObject([{ state: 'by_hand', task_id: ran.body.task_id, reason: null }])
  const changed = await office.api('PATCH', `/api/schedules/${made.body.id}/`, { enabled: false })
  expect(changed).toMatchObject({ status: 200, body: { enabled: false } })
  expect((await office.api('DELETE', `/api/schedules/${made.body.id}/`)).status).toBe(200)
  const preview = await get(
    '/api/schedules/preview?cron=0%202%20*%20*%20*&zone=Europe/Lisbon&from=2026-03-28T00:00:00Z&n=2',
  )
  expect(preview).toMatchObject({ sentence: expect.any(String), warnings: [] })
  expect(preview.next).toEqual(['2026-03-28T02:00:00.000Z', '2026-03-29T01:00:00.000Z'])
})

test('a pay run: not due is 409 with the instant, forced it is a task, and each step has its answer', async () => {
  const rule = { automation_enabled: true, automation_rule: { days_before_end: 3 } }
  const period = { start_date: '2026-03-01', end_date: '2026-03-31', period_type: 'monthly', status: 'active', ...rule }
  const { status, body: made } = await office.api('POST', '/api/payroll/periods/', period)
  expect([status, made.id]).toEqual([201, expect.any(Number)])
  const early = await office.api('POST', `/api/payroll/periods/${made.id}/run`)
  expect([early.status, early.body.error.message]).toEqual([409, expect.stringContaining('2026-03-28')])
  const forced = await office.api('POST', `/api/payroll/periods/${made.id}/run/`, { force: true })
  expect(forced).toMatchObject({ status: 202, body: { task_id: expect.any(String) } })
  await office.ended(forced.body.task_id)
  const [run] = (await get(`/api/payroll/periods/${made.id}`)).runs
  expect(run).toMatchObject({ status: 'draft', employees: 1, gross_minor: 200_000, net_minor: 200_000 })
  const slips = await get(`/api/payroll/runs/${run.id}/slips`)
  expect(slips.items).toMatchObject([
    {
      status: 'ok',
      reason: null,
      employee: { id: ids.ana, external_ref: '7', name: 'Ana', email: null },
      gross_minor: 200_000,
      net_minor: 200_000,
      lines: [{ code: 'BASE', kind: 'earning', amount_minor: 200_000 }],
    },
  ])
  expect((await office.api('POST', `/api/payroll/runs/${run.id}/approve`)).status).toBe(200)
  expect((await office.api('POST', `/api/payroll/runs/${run.id}/paid`)).body.status).toBe('paid')
})

test('outbox, audit, settings, components and employees have their shapes', async () => {
  expect(await get('/api/outbox?state=queued')).toEqual({ items: [], next: null })
  const audit = await get('/api/audit?after=0')
  expect(Object.keys(audit.items[0]).sort()).toEqual([
    'action',
    'actor',
    'at',
    'detail',
    'entity',
    'hash',
    'name',
    'seq',
  ])
  expect(await get('/api/audit/verify')).toMatchObject({ ok: true, first_bad: null, kind: null })
  const mail = {
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    user: 'u',
    password: 'p',
    from: 'a@example.org',
  }
  const saved = await office.api('PUT', '/api/settings/mail/', { ...mail, daily_cap: 5, hold_minutes: 10 })
  expect(saved.status).toBe(200)
  expect(JSON.stringify(await get('/api/settings/mail'))).not.toContain('"p"')
  for (const name of ['office', 'modules']) await get(`/api/settings/${name}`)
  expect((await get('/api/payroll/components')).items.map((one: { code: string }) => one.code)).toContain('BASE')
  expect((await get('/api/employees?q=an')).items).toMatchObject([{ id: ids.ana, name: 'Ana' }])
  expect(await get('/api/queues')).toMatchObject({ items: expect.any(Array) })
  expect((await get('/api/openapi.json')).openapi).toMatch(/^3\./)
})

test('both spellings of the token are taken, and nothing without it', async () => {
  const ask = (authorization?: string) =>
    fetch(`${office.address}/api/tasks`, authorization ? { headers: { authorization } } : {}).then(
      ({ status }) => status,
    )
  expect(await ask(`Token ${office.token}`)).toBe(200)
  expect(await ask(`Bearer ${office.token}`)).toBe(200)
  expect(await ask(`Bearer ${office.token}x`)).toBe(401)
  expect(await ask()).toBe(401)
})
