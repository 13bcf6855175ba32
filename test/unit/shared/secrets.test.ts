import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createSecretStore, keyFile } from '../../../jobs/shared/secrets'
import { openTestDb, tempFolder, testWrite } from '../../support/office-db'

function office() {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  return { db, folder, write: testWrite(db), secrets: createSecretStore(folder, db) }
}

test('a secret is kept sealed and opened again, by another start too', () => {
  const { db, folder, write, secrets } = office()
  expect(secrets.get('mail.password')).toBeNull()
  secrets.set(write, 'mail.password', 'Mañana ☕ 12')
  expect(secrets.get('mail.password')).toBe('Mañana ☕ 12')
  expect(createSecretStore(folder, db).get('mail.password')).toBe('Mañana ☕ 12')
  db.pragma('wal_checkpoint(TRUNCATE)')
  expect(fs.readFileSync(db.name).includes('Mañana')).toBe(false)
})

test('the same text is sealed differently each time', () => {
  const { db, write, secrets } = office()
  const sealed = () => db.prepare('select hex(sealed) from secret').pluck().get()
  secrets.set(write, 'a', 'text')
  const first = sealed()
  secrets.set(write, 'a', 'text')
  expect(sealed()).not.toBe(first)
})

test.skipIf(process.platform === 'win32')('the key is readable by its owner only, and made so again', () => {
  const { folder, write, secrets } = office()
  secrets.set(write, 'a', 'text')
  const mode = () => fs.statSync(keyFile(folder)).mode & 0o777
  expect(mode()).toBe(0o600)
  fs.chmodSync(keyFile(folder), 0o644)
  secrets.get('a')
  expect(mode()).toBe(0o600)
})

test('on another computer, or without its key, a secret is asked for again, and can be typed again', () => {
  const { db, folder, write, secrets } = office()
  secrets.set(write, 'mail.password', 'text')
  const elsewhere = createSecretStore(tempFolder(), db)
  const sealedElsewhere = expect.objectContaining({
    code: 'secrets.sealed_elsewhere',
    params: { name: 'mail.password' },
  })
  expect(() => elsewhere.get('mail.password')).toThrow(sealedElsewhere)
  fs.rmSync(keyFile(folder))
  expect(() => secrets.get('mail.password')).toThrow(sealedElsewhere)
  elsewhere.set(write, 'other', 'x')
  expect(() => elsewhere.get('mail.password')).toThrow(sealedElsewhere)
  secrets.set(write, 'mail.password', 'typed again')
  expect(secrets.get('mail.password')).toBe('typed again')
})

test('one secret cannot pass for another, and a damaged one is not opened', () => {
  const { db, write, secrets } = office()
  secrets.set(write, 'mail.password', 'one')
  secrets.set(write, 'feed.address', 'two')
  db.exec(
    "update secret set sealed = (select sealed from secret where name = 'feed.address') where name = 'mail.password'",
  )
  expect(() => secrets.get('mail.password')).toThrow(expect.objectContaining({ code: 'secrets.damaged' }))
  db.exec("update secret set sealed = x'00' where name = 'feed.address'")
  expect(() => secrets.get('feed.address')).toThrow(expect.objectContaining({ code: 'secrets.damaged' }))
})

test('a key file that is no key is named, never replaced', () => {
  const { folder, write, secrets } = office()
  fs.writeFileSync(keyFile(folder), 'notes')
  expect(() => secrets.set(write, 'a', 'x')).toThrow(expect.objectContaining({ code: 'secrets.key_unreadable' }))
  expect(fs.readFileSync(keyFile(folder), 'utf8')).toBe('notes')
})

test('an empty text removes a secret; the chain tells that, and never what it was', () => {
  const { db, write, secrets } = office()
  secrets.set(write, 'a', 'quite secret')
  secrets.set(write, 'a', '')
  expect(secrets.get('a')).toBeNull()
  const entries = db.prepare("select action from audit where entity = 'secret:a' order by seq").pluck().all()
  expect(entries).toEqual(['secret.set', 'secret.removed'])
})
