import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand, runJson } from '../support/command'
import { type Answer, officeEnvironment, startOffice, type TestOffice } from '../support/office'
import { tempFolder } from '../support/office-db'

// Every command and every option of the list that people were promised, done for real: the option does what it says.

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ now: '2026-03-02T09:00:00Z' })
})
afterAll(() => office.stop())

async function does(...args: string[]): Promise<Answer['body']> {
  const { code, value, error } = await runJson(office.folder, ...args)
  expect([args.join(' '), code, error]).toEqual([args.join(' '), 0, null])
  return value
}
const run = (task: string, ...more: string[]) => does('task', 'run', task, ...more)

test('serve takes port, queues, slots, log level, sample and test mode', async () => {
  const folder = tempFolder()
  const taken = await startOffice({ args: ['--log-level', 'error'] })
  const port = new URL(taken.address).port
  await taken.stop()
  const args = ['--port', port, '--queues', 'users,default', '--concurrency', '3', '--log-level', 'debug', '--sample']
  const served = await startOffice({ folder, args }) // with --data and --test
  expect(new URL(served.address).port).toBe(port)
  const { body } = await served.api('GET', '/api/inspect/stats')
  expect(body.slots.filter(({ lane }: { lane: string }) => lane === 'slots')).toHaveLength(3)
  expect((await served.api('POST', '/api/rpc/system.about', {})).body).toMatchObject({ sample: true, test_mode: true })
  expect((await served.api('POST', '/api/test/clock', { advance_seconds: 60 })).status).toBe(200)
  const left = await served.api('POST', '/api/tasks', { task: 'test.noop', queue: 'payroll' })
  const done = await served.api('POST', '/api/tasks', { task: 'test.noop', queue: 'users' })
  expect(await served.ended(done.body.task_id)).toMatchObject({ state: 'SUCCESS' })
  expect((await served.api('GET', `/api/tasks/${left.body.task_id}`)).body).toMatchObject({ state: 'PENDING' })
  await served.stop()
}, 300_000)

test.each(['info', 'error'])('serve --log-level %s writes the lines of that level and those above', async (level) => {
  const folder = tempFolder()
  const served = await startOffice({ folder, args: ['--log-level', level] })
  await served.stop({ keep: true })
  const logs = path.join(folder, 'logs')
  const lines = fs.existsSync(logs)
    ? fs.readdirSync(logs).map((name) => fs.readFileSync(path.join(logs, name), 'utf8'))
    : []
  expect(lines.join('').includes('office serves')).toBe(level === 'info')
})

test('inspect and health answer', async () => {
  for (const what of ['ping', 'active', 'reserved', 'scheduled', 'registered'])
    expect((await does('inspect', what)).items, what).toEqual(expect.any(Array))
  expect(await does('inspect', 'stats')).toMatchObject({ pid: office.pid })
  expect(await does('inspect', 'memory')).toMatchObject({ rss: expect.any(Number) })
  expect(await does('health')).toMatchObject({ status: 'healthy' })
})

test('task run takes arguments, queue, priority, countdown, eta, expiry, and waits as long as it is told', async () => {
  const waited = await run('test.echo', '--args', '{"a": 1}', '--queue', 'users', '--priority', '90', '--wait')
  expect(waited).toMatchObject({ state: 'SUCCESS', result: { a: 1 }, queue: 'users', priority: 90 })
  const show = async ({ task_id }: { task_id: string }) => does('task', 'show', task_id)
  const now = (await office.api('POST', '/api/rpc/system.about', {})).body.now
  const later = await show(await run('test.noop', '--countdown', '3600'))
  expect(Date.parse(later.eta) - Date.parse(now)).toBeGreaterThan(3_500_000)
  expect(await show(await run('test.noop', '--eta', '2026-04-01T10:00:00Z'))).toMatchObject({
    state: 'PENDING',
    eta: '2026-04-01T10:00:00.000Z',
  })
  await does('queue', 'pause', 'academic')
  const given = await show(await run('test.noop', '--queue', 'academic', '--expires', '60'))
  expect(given.expires).not.toBeNull()
  await does('queue', 'resume', 'academic')
  const late = await runJson(
    office.folder,
    'task',
    'run',
    'test.sleep',
    '--args',
    '[60000]',
    '--wait',
    '--timeout',
    '0.2',
  )
  expect([late.code, late.value.ready]).toEqual([1, false])
  await does('task', 'revoke', late.value.task_id, '--terminate')
  expect(await office.ended(late.value.task_id)).toMatchObject({ state: 'REVOKED' })
  expect(await does('task', 'retry', late.value.task_id)).toMatchObject({ task_id: late.value.task_id })
  await does('task', 'revoke', late.value.task_id, '--terminate')
})

test('task list takes state, task and limit', async () => {
  await run('test.echo', '--wait')
  await run('test.noop', '--wait')
  await run('test.noop', '--wait')
  const { items } = await does('task', 'list', '--state', 'SUCCESS', '--task', 'test.noop', '--limit', '2')
  expect(items).toMatchObject([
    { task: 'test.noop', state: 'SUCCESS' },
    { task: 'test.noop', state: 'SUCCESS' },
  ])
})

test('queues are listed, paused, resumed, purged, saved and put back', async () => {
  expect((await does('queue', 'list')).items.length).toBeGreaterThan(5)
  await does('queue', 'pause', 'finance')
  const waits = await run('test.noop', '--queue', 'finance')
  const file = path.join(tempFolder(), 'queue.jsonl')
  await does('queue', 'save', file)
  expect(fs.readFileSync(file, 'utf8')).toContain('"finance"')
  expect((await does('queue', 'purge', 'finance')).items).toEqual([{ name: 'finance', revoked: 1 }])
  expect(await does('task', 'show', waits.task_id)).toMatchObject({ state: 'REVOKED' })
  const again = await does('queue', 'restore', file) // into the office where it was taken back
  expect(again).toMatchObject({ restored: 0, refused: [] })
  expect(again.duplicates).toBeGreaterThan(0)
  expect((await does('queue', 'list', 'finance')).items).toMatchObject([{ name: 'finance', paused: true, ready: 0 }])
  await does('queue', 'resume', 'finance')
  expect((await does('queue', 'list', 'finance')).items).toMatchObject([{ paused: false }])
})

test('schedules are listed, run, paused, resumed, previewed, explained and run dry', async () => {
  const { items } = await does('schedule', 'list')
  const id = String(items[0].id)
  expect(await does('schedule', 'list', id)).toMatchObject({ id: items[0].id })
  expect(await does('schedule', 'pause', id)).toMatchObject({ enabled: false })
  expect(await does('schedule', 'resume', id)).toMatchObject({ enabled: true })
  await office.ended((await does('schedule', 'run', id)).task_id)
  const zoned = ['--zone', 'Europe/Lisbon', '--from', '2026-03-25T00:00:00Z']
  expect((await does('schedule', 'preview', '0 2 * * 1', ...zoned, '-n', '3')).next).toEqual([
    '2026-03-30T01:00:00.000Z',
    '2026-04-06T01:00:00.000Z',
    '2026-04-13T01:00:00.000Z',
  ])
  expect(await does('schedule', 'explain', id, '--at', '2026-03-01T10:17:00Z')).toMatchObject({
    because: { message: expect.any(String) },
  })
  const days = async (n: string) => (await does('schedule', 'dry-run', '--days', n)).items.length
  expect(await days('14')).toBeGreaterThan(await days('1'))
})

test('events are told, and the log by level, by task and as it goes on', async () => {
  const failed = await runJson(office.folder, 'task', 'run', 'test.crash', '--wait')
  const lines = async (...args: string[]) => (await runCommand(office.folder, 'logs', ...args)).stdout
  expect(await lines('--level', 'info')).toContain('office serves')
  expect(await lines('--level', 'error')).not.toContain('office serves')
  const ofTask = await lines('--task', failed.value.task_id)
  expect(ofTask).toContain('test.crash')
  expect(ofTask).not.toContain('office serves')
  expect(await heard(['events'], 'task_changed', () => run('test.noop'))).toContain('task_changed')
  const followed = await heard(['logs', '--follow'], 'test.crash', () =>
    runJson(office.folder, 'task', 'run', 'test.crash', '--wait'),
  )
  expect(followed).toContain('test.crash')
})

/** What a command says that goes on, until it has said `word`; `cause` is done again until then. */
async function heard(args: string[], word: string, cause: () => Promise<unknown>): Promise<string> {
  const command = [path.resolve('dist/office/daybook.cjs'), ...args, '--data', office.folder]
  const child = spawn(process.execPath, command, { env: officeEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (!said.includes(word)) await cause()
  child.kill('SIGTERM')
  await ended
  return said
}

test('a file is imported with its options, and only its good rows where that is asked', async () => {
  const file = path.join(tempFolder(), 'people.csv')
  fs.writeFileSync(file, 'Employee ID,Name,Email\n71,Ana Sousa,ana@example.org\n72,Rui Reis,not an address\n')
  const whole = await runJson(office.folder, 'import', 'employees', file)
  expect(whole.code).toBe(1)
  expect(await does('import', 'employees', file, '--good-rows')).toMatchObject({ state: 'applied' })
  const pay = path.join(tempFolder(), 'salaries.csv')
  fs.writeFileSync(pay, 'Employee ID,Name,Salary\n71,Ana Sousa,2000.00\n')
  const options = '{"year": 2026, "month": "FEB", "salary_period": "monthly"}'
  expect(await does('import', 'salaries', pay, '--options', options)).toMatchObject({ state: 'applied' })
})

test('the office is backed up, verified and put back', async () => {
  const copy = path.join(tempFolder(), 'copy.db')
  expect(await does('backup', copy)).toMatchObject({ file: copy })
  expect(fs.existsSync(copy)).toBe(true)
  expect(await does('backup')).toMatchObject({ file: expect.stringContaining('backups') })
  expect(await does('verify')).toMatchObject({ ok: true })
  const since = () => does('task', 'list', '--task', 'test.progress')
  await run('test.progress', '--args', '{"steps": 1}', '--wait')
  expect((await since()).items).toHaveLength(1)
  await office.stop({ keep: true })
  await does('restore', copy)
  office = await startOffice({ folder: office.folder, now: '2026-03-02T12:00:00Z' })
  expect(await does('verify')).toMatchObject({ ok: true })
  expect((await since()).items).toEqual([])
})

test('serve --stop-deadline: so long a running task has to end; what has not ended runs again', async () => {
  const folder = tempFolder()
  const first = await startOffice({ folder, args: ['--stop-deadline', '0.5'] })
  const { body } = await first.api('POST', '/api/tasks', { task: 'test.sleep', args: { ms: 9_000 } })
  const state = async (of: TestOffice) => (await of.api('GET', `/api/tasks/${body.task_id}`)).body
  await expect.poll(async () => (await state(first)).state, { timeout: 20_000 }).toBe('STARTED')
  await first.stop({ keep: true })
  const second = await startOffice({ folder, args: ['--queues', 'users'] })
  expect(await state(second)).toMatchObject({ state: 'PENDING', attempts: [] }) // ten seconds would have been enough
  await second.stop()
  const refused = await runCommand(folder, 'serve', '--stop-deadline', '1000000')
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--stop-deadline')])
})
