import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand, runJson } from '../support/command'
import { officeEnvironment, startOffice, type TestOffice } from '../support/office'
import { tempFolder } from '../support/office-db'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

test('the first line says where the office is, and nothing else stands on standard output', async () => {
  expect(office.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/once\/[\w-]+$/)
  expect(office.token.length).toBeGreaterThan(20)
  expect(office.pid).toBeGreaterThan(0)
})

test('a command finds the running office, by a file only its account can read', async () => {
  const file = path.join(office.folder, 'office.json')
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  const { code, value } = await runJson(office.folder, 'inspect', 'stats')
  expect(code).toBe(0)
  expect(value.pid).toBe(office.pid)
})

test('health is said in words and by the exit code', async () => {
  const { code, stdout } = await runCommand(office.folder, 'health')
  expect([code, stdout.split('\n')[0]]).toEqual([0, 'healthy: 2 worker(s) active'])
  const { value } = await runJson(office.folder, 'health')
  expect(value.checks.map((check: { name: string }) => check.name)).toEqual([
    'database',
    'slots',
    'scheduler',
    'disk',
    'backup',
    'mail',
  ])
})

test('a task is given, waited for, shown and listed', async () => {
  const done = await runJson(
    office.folder,
    'task',
    'run',
    'test.echo',
    '--args',
    '{"word": "Zoë"}',
    '--wait',
    '--timeout',
    '30',
  )
  expect([done.code, done.value.state, done.value.result]).toEqual([0, 'SUCCESS', { word: 'Zoë' }])
  const shown = await runCommand(office.folder, 'task', 'show', done.value.task_id)
  expect(shown.stdout).toContain('{"word":"Zoë"}')
  const listed = await runJson(office.folder, 'task', 'list', '--task', 'test.echo', '--limit', '1')
  expect(listed.value.items.map((task: { task_id: string }) => task.task_id)).toEqual([done.value.task_id])
})

test('a task that fails ends the command with 1 and says why', async () => {
  const failed = await runCommand(office.folder, 'task', 'run', 'test.crash', '--wait')
  expect(failed.code).toBe(1)
  expect(failed.stdout).toContain('FAILURE')
})

test('a wait ends at its timeout; the task goes on and can be revoked', async () => {
  const late = await runJson(
    office.folder,
    'task',
    'run',
    'test.sleep',
    '--args',
    '[60000]',
    '--wait',
    '--timeout',
    '0.3',
  )
  expect([late.code, late.value.ready]).toEqual([1, false])
  const revoked = await runJson(office.folder, 'task', 'revoke', late.value.task_id, '--terminate')
  expect(revoked.code).toBe(0)
  expect((await office.ended(late.value.task_id)).state).toBe('REVOKED')
  const again = await runJson(office.folder, 'task', 'retry', late.value.task_id)
  expect(again.code).toBe(0)
  await runJson(office.folder, 'task', 'revoke', late.value.task_id, '--terminate')
})

test('what is refused is told in words with exit code 1, wrong use with 2', async () => {
  const refused = await runJson(office.folder, 'task', 'run', 'test.eco')
  expect([refused.code, refused.value]).toEqual([1, null])
  expect(refused.error.message).toContain('Did you mean “test.echo”?')
  for (const args of [
    ['task', 'rn'],
    ['task', 'run'],
    ['task', 'show', 'x'],
    ['health', '--jsn'],
    ['queue', 'purge', 'users', 'x'],
    ['serve', '--queues', 'usres'],
    ['serve', '--concurrency', '10-3'],
  ])
    expect([args.join(' '), (await runCommand(office.folder, ...args)).code]).toEqual([args.join(' '), 2])
})

test('a second office on the folder is refused with the address of the first', async () => {
  const { code, stdout, stderr } = await runCommand(office.folder, 'serve')
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(office.address)
})

test('a port that another program has is refused in words, and the folder is free again', async () => {
  const folder = tempFolder()
  const port = new URL(office.address).port
  const { code, stdout, stderr } = await runCommand(folder, 'serve', '--port', port)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toContain(`Port ${port}`)
  expect((await runJson(folder, 'inspect', 'ping')).code).toBe(0)
})

test('schedules are listed, previewed, run, paused and resumed', async () => {
  const { value } = await runJson(office.folder, 'schedule', 'list')
  const payroll = value.items.find((one: { task: string }) => one.task === 'payroll.auto_run_payroll')
  expect(payroll.cron).toBe('0 2 * * *')
  const preview = await runJson(
    office.folder,
    'schedule',
    'preview',
    '0 2 * * 1',
    '--zone',
    'Europe/Lisbon',
    '--from',
    '2026-03-25T00:00:00Z',
    '-n',
    '2',
  )
  expect(preview.value.next).toEqual(['2026-03-30T01:00:00.000Z', '2026-04-06T01:00:00.000Z'])
  const paused = await runJson(office.folder, 'schedule', 'pause', String(payroll.id))
  expect([paused.code, paused.value.enabled]).toEqual([0, false])
  expect((await runJson(office.folder, 'schedule', 'resume', String(payroll.id))).value.enabled).toBe(true)
  const run = await runJson(office.folder, 'schedule', 'run', String(payroll.id))
  expect((await office.ended(run.value.task_id)).state).toBe('SUCCESS')
})

test('an import waits for its end and prints the receipt, or what is wrong cell by cell', async () => {
  const file = path.join(tempFolder(), 'people.csv')
  fs.writeFileSync(
    file,
    'Employee ID,Name,Email\n1,Ana Sousa,ana@example.org\n2,Rui Reis,"rui@example.org, eva@example.org"\n',
  )
  const bad = await runJson(office.folder, 'import', 'employees', file)
  expect([bad.code, bad.value.state]).toEqual([1, 'checked'])
  expect(bad.value.errors[0]).toMatchObject({ row: 3, found: 'rui@example.org, eva@example.org' })
  const good = await runJson(office.folder, 'import', 'employees', file, '--good-rows')
  expect([good.code, good.value.state, good.value.counts.create]).toEqual([0, 'applied', 1])
  expect((await runCommand(office.folder, 'import', 'employees', '/nowhere.csv')).code).toBe(2)
})

test('a year’s salaries are not read as a month’s because nobody said so', async () => {
  const file = path.join(tempFolder(), 'pay.csv')
  const rows = [1, 2, 3, 4, 5, 6].map((n) => `Y${n},Person Y${n},5${n}000.00`)
  fs.writeFileSync(file, `Employee number,Name,Salary\n${rows.join('\n')}\n`)
  const month = { year: 2025, month: 3 }
  const salariesAs = (options: object) =>
    runJson(office.folder, 'import', 'salaries', file, '--options', JSON.stringify(options))
  const unsaid = await runCommand(office.folder, 'import', 'salaries', file, '--options', JSON.stringify(month))
  expect(unsaid.code).toBe(1)
  expect(unsaid.stderr).toContain('“pay.csv” reads like a year')
  expect(unsaid.stderr).toContain('"salary_period": "monthly" (a month) or "salary_period": "annual" (a year)')
  for (const [salary_period, minor] of [
    ['annual', 425_000],
    ['monthly', 5_100_000],
  ] as const) {
    const said = await salariesAs({ ...month, salary_period })
    expect([said.code, said.value.state]).toEqual([0, 'applied'])
    const { body } = await office.api('GET', '/api/employees?q=Y1')
    expect(body.items[0].base_minor).toBe(minor)
  }
})

test('events are told as they happen, and the log can be read', async () => {
  const child = spawn(
    process.execPath,
    [path.resolve('dist/office/daybook.cjs'), 'events', '--json', '--data', office.folder],
    {
      env: officeEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let heard = ''
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      heard += chunk
      if (heard.includes('\n')) resolve()
    })
  })
  // The stream says nothing until something changes: work goes in until it has been heard.
  const working = setInterval(() => void office.api('POST', '/api/tasks', { task: 'test.noop' }), 100)
  await first
  clearInterval(working)
  child.kill('SIGTERM')
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
  expect(JSON.parse(heard.split('\n')[0] ?? '')).toHaveProperty('type')

  const log = await runCommand(office.folder, 'logs', '--level', 'info')
  expect(log.stdout).toContain('office serves')
  expect(log.stdout).not.toContain(office.token)
})

test('a backup is made, verified and restored, and without an office each command opens it for itself', async () => {
  const kept = await startOffice()
  const { task_id } = (await kept.api('POST', '/api/tasks', { task: 'test.echo', args: { kept: 1 } })).body
  await kept.ended(task_id)
  const file = path.join(tempFolder(), 'office.db')
  const made = await runJson(kept.folder, 'backup', file)
  expect([made.code, made.value.file]).toEqual([0, file])
  expect((await runCommand(kept.folder, 'restore', file)).code).toBe(1)
  await kept.stop({ keep: true })

  const verified = await runJson(kept.folder, 'verify')
  expect([verified.code, verified.value.ok]).toEqual([0, true])
  const elsewhere = tempFolder()
  const restored = await runCommand(elsewhere, 'restore', file)
  expect([restored.code, restored.stderr]).toEqual([0, ''])
  expect((await runJson(elsewhere, 'task', 'show', task_id)).value.result).toEqual({ kept: 1 })
  const health = await runJson(elsewhere, 'health')
  expect([health.code, health.value.status]).toEqual([0, 'healthy'])
  fs.rmSync(kept.folder, { recursive: true, force: true })
})

test('a task given without an office runs when one is next open', async () => {
  const folder = tempFolder()
  const given = await runJson(folder, 'task', 'run', 'maintenance.backup', '--countdown', '1')
  expect(given.code).toBe(0)
  const later = await startOffice({ folder })
  expect((await later.ended(given.value.task_id)).state).toBe('SUCCESS')
  await later.stop()
})

test('an office ends in order on SIGTERM, also when it comes twice, and leaves no announcement', async () => {
  const ended = await startOffice()
  process.kill(ended.pid, 'SIGINT')
  await ended.stop({ keep: true })
  expect(await ended.exited).toBe(0)
  expect(fs.existsSync(path.join(ended.folder, 'office.json'))).toBe(false)
  // A write-ahead log that is left over would say that the database was not closed.
  expect(fs.existsSync(path.join(ended.folder, 'daybook.db-wal'))).toBe(false)
  fs.rmSync(ended.folder, { recursive: true, force: true })
})

test('a queue is paused, saved to a file and put back once, from the command line', async () => {
  const run = (...args: string[]) => runJson(office.folder, ...args)
  expect((await run('queue', 'pause', 'users')).value.items).toEqual([{ name: 'users', paused: true }])
  const { value: task } = await run('task', 'run', 'test.echo', '--args', '{"saved":true}', '--queue', 'users')
  const file = `${tempFolder()}/queue.jsonl`
  expect((await run('queue', 'save', file)).value.saved).toBeGreaterThan(0)
  expect((await run('queue', 'restore', file)).value).toMatchObject({ restored: 0, refused: [] })

  const other = tempFolder()
  const first = await runJson(other, 'queue', 'restore', file)
  expect([first.code, first.value.restored > 0, first.value.duplicates]).toEqual([1, false, 0]) // test.* is not there
  expect(first.value.refused[0].reason.message).toContain('test.')
  expect((await run('queue', 'purge', 'users')).value.items).toEqual([{ name: 'users', revoked: 1 }])
  const shown = await run('task', 'show', task.task_id)
  expect(shown.value).toMatchObject({ state: 'REVOKED', error: { code: 'engine.purged' } })
  expect((await run('queue', 'resume', 'users')).value.items).toEqual([{ name: 'users', paused: false }])
})

test('an office serves the queues it is told, and starts more slots as the work asks for them', async () => {
  const office = await startOffice({ args: ['--queues', 'default', '--concurrency', '1-2'] })
  const give = async (body: Record<string, unknown>) => (await office.api('POST', '/api/tasks', body)).body.task_id
  const elsewhere = await give({ task: 'test.noop', queue: 'maintenance' })
  const long = await give({ task: 'test.sleep', args: { ms: 60_000 } })
  expect(await office.ended(await give({ task: 'test.echo', args: { n: 1 } }))).toMatchObject({ state: 'SUCCESS' })
  const { slots } = (await office.api('GET', '/api/inspect/stats')).body
  expect(slots.map(({ name }: { name: string }) => name)).toEqual(['slot-1', 'slot-2'])
  expect((await office.api('GET', `/api/tasks/${elsewhere}`)).body).toMatchObject({
    state: 'PENDING',
    waits_for: { code: 'engine.queue_not_served', message: expect.stringContaining('maintenance') },
  })
  await office.api('POST', `/api/tasks/${long}/revoke`, { terminate: true })
  await office.stop()
})
