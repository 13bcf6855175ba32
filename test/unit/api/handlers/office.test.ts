import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
})
afterAll(() => office.stop())

const rpc = (method: string, input: unknown = {}) => office.api('POST', `/api/rpc/${method}`, input)

describe('settings', () => {
  test('a fresh office has the machine’s zone and language, a currency, and the built modules on', async () => {
    const { status, body } = await office.api('GET', '/api/settings/office')
    expect(status).toBe(200)
    expect(body).toMatchObject({ zone: expect.any(String), language: expect.any(String), workdays: [1, 2, 3, 4, 5] })
    expect(body.currency).toMatch(/^[A-Z]{3}$/)
    const modules = await office.api('GET', '/api/settings/modules')
    expect(modules.body).toEqual({ payroll: true, people: true, cash: false, billing: false, school: false })
  })

  test('what is put is answered and stays, the office’s own name too; the password is never shown', async () => {
    const named = await office.api('PUT', '/api/settings/office/', {
      name: 'Casa Lisboa',
      zone: 'Europe/Lisbon',
      currency: 'EUR',
    })
    expect(named).toMatchObject({ status: 200, body: { name: 'Casa Lisboa', zone: 'Europe/Lisbon' } })
    const mail = {
      host: '127.0.0.1',
      port: 2525,
      security: 'none',
      user: 'ana',
      password: 'correct horse',
      from: 'a@example.org',
      daily_cap: 100,
      hold_minutes: 0,
    }
    const put = await office.api('PUT', '/api/settings/mail', mail)
    expect(put).toMatchObject({ status: 200, body: { port: 2525, has_password: true, hold_minutes: 0 } })
    const read = await office.api('GET', '/api/settings/mail')
    expect(read.body).toEqual(put.body)
    expect(JSON.stringify(read.body)).not.toContain('correct horse')
    expect(office.office.secrets.get('mail.password')).toBe('correct horse')
  })

  test('a refusal says what was found, what is expected and how to mend it; nothing of it is kept', async () => {
    const before = (await office.api('GET', '/api/settings/office')).body
    const refused = await office.api('PUT', '/api/settings/office', { name: 'Other', zone: 'Lissabon' })
    expect(refused.status).toBe(422)
    expect(refused.body.error).toMatchObject({
      code: 'office.unknown_zone',
      message: 'The time zone “Lissabon” is unknown; a name of the IANA list is expected.',
      fix: expect.stringContaining('Europe/Lisbon'),
    })
    expect((await office.api('GET', '/api/settings/office')).body).toEqual(before)
    const unknown = await office.api('PUT', '/api/settings/office', { colour: 'red' })
    expect(unknown).toMatchObject({ status: 422, body: { error: { message: expect.stringContaining('colour') } } })
    expect((await office.api('PUT', '/api/settings/modules', { cash: true })).body.error.code).toBe(
      'office.module_not_built',
    )
    expect((await office.api('GET', '/api/settings/colours')).status).toBe(404)
  })
})

describe('the audit chain', () => {
  test('is listed in pages and verifies against its head', async () => {
    const first = await office.api('GET', '/api/audit?after=0&limit=1')
    expect(first.body.items).toMatchObject([{ seq: 1, actor: 'system', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    const next = await office.api('GET', `/api/audit?after=${first.body.next}`)
    expect(next.body.items[0].seq).toBe(2)
    expect(next.body.next).toBeNull()
    const verdict = await office.api('GET', '/api/audit/verify')
    expect(verdict.body).toEqual({ ok: true, entries: next.body.items.at(-1).seq, first_bad: null, kind: null })
  })
})

test('a backup by hand is verified, listed and noted in the chain; the office is found sound', async () => {
  const made = await rpc('office.backup')
  expect(made).toMatchObject({
    status: 200,
    body: { files: 0, missing_files: 0, tables: expect.objectContaining({ setting: 2 }) },
  })
  expect(fs.existsSync(made.body.file)).toBe(true)
  expect(path.dirname(made.body.file)).toBe(path.join(office.office.folder, 'backups'))
  const listed = await rpc('office.backups')
  expect(listed.body.items).toMatchObject([{ file: made.body.file, kind: 'by_hand', bytes: made.body.bytes }])
  const entries = await office.api('GET', '/api/audit?limit=1000')
  expect(entries.body.items.at(-1)).toMatchObject({ action: 'office.backed_up', actor: 'user:1' })
  expect((await rpc('office.backup', { file: 'office.db' })).body.error.code).toBe('maintenance.backup_path_relative')
  const verdict = await rpc('office.verify')
  expect(verdict.body).toMatchObject({
    ok: true,
    database: [],
    audit: { ok: true, head_noted: true },
    files: { faults: [] },
  })
})

test('the daily backup runs as a task', async () => {
  const { engine } = office.office
  const { taskId } = await engine.enqueue('maintenance.backup', {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { files: 0 } })
  const collected = await engine.enqueue('maintenance.collect_files', {})
  expect(await engine.finished(collected.taskId)).toMatchObject({ state: 'SUCCESS' })
})

test('notices are listed in words until they are seen', async () => {
  const { engine } = office.office
  const { addNotice } = await import('../../../../jobs/shared/notices')
  await engine.write('system', (write) =>
    addNotice(write, { kind: 'backup', code: 'db.disk_full', params: { folder: '/data' } }),
  )
  const { items } = (await rpc('office.notices')).body
  expect(items[0].reason).toMatchObject({
    code: 'db.disk_full',
    message: 'There is no room left on the disk of /data.',
  })
  expect((await rpc('office.see_notices', { ids: [items[0].id] })).body).toEqual({ seen: 1 })
  expect((await rpc('office.notices')).body.items).toEqual(items.slice(1))
})
