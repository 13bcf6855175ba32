import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createSecretStore } from '../../../jobs/shared/secrets'
import { changeSetting, settingName } from '../../../jobs/shared/setting-change'
import { officeFacts, readSetting, type SettingName, settleFreshOffice } from '../../../jobs/shared/settings'
import { instant } from '../../../jobs/values/time'
import { openTestDb, testWrite } from '../../support/office-db'

function office(given = {}) {
  const db = openTestDb(given)
  const secrets = createSecretStore(path.dirname(db.name), db)
  const write = testWrite(db)
  const change = (name: SettingName, patch: Record<string, unknown>) =>
    db.transaction(() => changeSetting(write, secrets, name, patch))()
  const entries = () => db.prepare('select count(*) from audit').pluck().get() as number
  return { db, secrets, write, change, entries }
}
const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error as { code?: string; params?: Record<string, unknown>; kind?: string; name: string }
  }
  throw new Error('it was not refused')
}

describe('the office', () => {
  test('keeps what is left out, and notes who changed which field without its content', () => {
    const { db, change } = office()
    change('office', { name: 'Casa Lisboa', notification_address: 'ana@example.org' })
    expect(readSetting(db, 'office')).toMatchObject({ name: 'Casa Lisboa', currency: 'EUR', zone: 'Europe/Lisbon' })
    const entry = db.prepare('select action, payload from audit order by seq desc limit 1').get()
    expect(entry).toEqual({
      action: 'office.setting_changed',
      payload: '{"fields":["name","notification_address"]}',
    })
  })

  test('writing what stands there already changes nothing', () => {
    const { db, change, entries } = office()
    const before = entries()
    change('office', { ...readSetting(db, 'office') })
    change('mail', { ...readSetting(db, 'mail') })
    change('mail', { ...readSetting(db, 'mail') })
    expect(entries()).toBe(before + 1) // the mail setting was written down for the first time
  })

  test.each([
    [{ currency: 'EURO' }, 'office.unknown_currency', 'EURO'],
    [{ currency: 'eur' }, 'office.unknown_currency', 'eur'],
    [{ currency: 'XQX' }, 'office.unknown_currency', 'XQX'],
    [{ zone: 'Lisbon' }, 'office.unknown_zone', 'Lisbon'],
    [{ zone: 'Europe/Lissabon' }, 'office.unknown_zone', 'Europe/Lissabon'],
    [{ language: 'not a tag' }, 'office.unknown_language', 'not a tag'],
    [
      { notification_address: 'ana@example.org, bruno@example.org' },
      'office.not_an_address',
      'ana@example.org, bruno@example.org',
    ],
    [{ workdays: [] }, 'office.no_workdays', '[]'],
  ])('refuses %j', (patch, code, found) => {
    const { db, change } = office()
    const before = readSetting(db, 'office')
    expect(refusal(() => change('office', patch))).toMatchObject({ code, params: { found } })
    expect(readSetting(db, 'office')).toEqual(before)
  })

  test('refuses fields it does not know', () => {
    expect(refusal(() => office().change('office', { color: 'red' })).name).toBe('ZodError')
  })

  test('keeps its currency once there are amounts in it', () => {
    const { db, change, write } = office()
    change('office', { currency: 'USD' })
    db.exec(
      "insert into party (id, kind, name, origin, created_at, changed_at) values (1, 'person', 'Ana', 'user:1', 0, 0)",
    )
    db.prepare(
      "insert into contract (party_id, from_on, base_minor, origin, created_at, changed_at) values (1, '2026-01-01', 100, 'user:1', 0, 0)",
    ).run()
    expect(refusal(() => change('office', { currency: 'EUR' }))).toMatchObject({
      code: 'office.currency_in_use',
      params: { before: 'USD', after: 'EUR' },
    })
    change('office', { currency: 'USD', name: 'Other' })
    expect(officeFacts(write.db, instant(Date.UTC(2026, 5, 30, 23, 30)))).toMatchObject({
      currency: 'USD',
      today: '2026-07-01',
    })
  })
})

describe('mail', () => {
  test('the password is sealed, never shown, and removed by an empty one', () => {
    const { db, change, secrets } = office()
    change('mail', {
      host: 'smtp.example.org',
      user: 'ana',
      password: 'correct horse',
      from: 'Office <office@example.org>',
    })
    expect(readSetting(db, 'mail')).toMatchObject({ host: 'smtp.example.org', has_password: true })
    expect(JSON.stringify(readSetting(db, 'mail'))).not.toContain('correct horse')
    expect(JSON.stringify(db.prepare('select * from audit_personal').all())).not.toContain('correct horse')
    expect(secrets.get('mail.password')).toBe('correct horse')
    change('mail', { port: 2525 })
    expect(secrets.get('mail.password')).toBe('correct horse')
    change('mail', { password: '' })
    expect(readSetting(db, 'mail')).toMatchObject({ port: 2525, has_password: false })
  })

  test('what was read can be handed back; null means none', () => {
    const { db, change } = office()
    change('mail', { host: 'smtp.example.org', daily_cap: 500, hold_minutes: 0 })
    change('mail', { ...readSetting(db, 'mail') })
    expect(readSetting(db, 'mail')).toMatchObject({ host: 'smtp.example.org', daily_cap: 500, hold_minutes: 0 })
    change('mail', { host: null, user: null, from: null, daily_cap: 0 })
    expect(readSetting(db, 'mail')).toMatchObject({ host: '', user: '', from: '', daily_cap: null })
  })

  test.each([
    [{ port: 70_000 }, 'mail.not_a_port'],
    [{ port: 0 }, 'mail.not_a_port'],
    [{ port: '587' }, 'mail.not_a_port'],
    [{ port: 25.5 }, 'mail.not_a_port'],
    [{ security: 'ssl' }, 'mail.unknown_security'],
    [{ host: 'https://smtp.example.org' }, 'mail.not_a_host'],
    [{ from: 'office@example.org, other@example.org' }, 'mail.not_an_address'],
    [{ from: 'office' }, 'mail.not_an_address'],
    [{ daily_cap: -1 }, 'mail.not_a_cap'],
    [{ hold_minutes: 100_000 }, 'mail.not_minutes'],
    [{ timeout_seconds: 0 }, 'mail.not_seconds'],
    [{ certificate: 'PEM' }, 'mail.not_a_certificate'],
  ])('refuses %j', (patch, code) => {
    expect(refusal(() => office().change('mail', patch))).toMatchObject({ code })
  })
})

describe('modules', () => {
  test('what is built is on in a fresh office, and can be switched off and on', () => {
    const { db, change } = office()
    const fresh = { payroll: true, people: true, cash: false, billing: false, school: false }
    expect(readSetting(db, 'modules')).toEqual(fresh)
    change('modules', { payroll: false })
    expect(readSetting(db, 'modules')).toEqual({ ...fresh, payroll: false })
  })

  test('what is not built cannot be switched on', () => {
    const { db, change } = office()
    expect(refusal(() => change('modules', { payroll: false, cash: true }))).toMatchObject({
      code: 'office.module_not_built',
      params: { module: 'cash' },
      kind: 'not_built',
    })
    expect(readSetting(db, 'modules').payroll).toBe(true)
  })
})

test('an unknown setting is refused with the ones there are', () => {
  expect(refusal(() => settingName('colour'))).toMatchObject({ code: 'office.unknown_setting', kind: 'not_found' })
})

test('a fresh office is settled once; what was chosen since stays', () => {
  const { db, change, write, entries } = office()
  change('modules', { people: false })
  const before = entries()
  settleFreshOffice(write)
  expect(entries()).toBe(before)
  expect(readSetting(db, 'modules').people).toBe(false)
})
