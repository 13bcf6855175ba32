import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Keyring, keyringKey, sealedKeyFile } from '../../../jobs/shared/keyring'
import { createSecretStore, keyFile } from '../../../jobs/shared/secrets'
import { openTestDb, tempFolder, testWrite } from '../../support/office-db'

const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a)
const keyring: Keyring = { seal: async (key) => turned(key), unseal: async (sealed) => turned(sealed) }
const none: Keyring = { seal: async () => null, unseal: async () => null }

test('the keyring keeps one data key for a folder; what lies on disk is sealed', async () => {
  const folder = tempFolder()
  const key = await keyringKey(folder, keyring)
  expect(key?.length).toBe(32)
  expect(await keyringKey(folder, keyring)).toEqual(key)
  expect(fs.readFileSync(sealedKeyFile(folder)).includes(key ?? '')).toBe(false)
  expect(fs.statSync(sealedKeyFile(folder)).mode & 0o777).toBe(0o600)
})

test('without a keyring there is no key of it, and no file; a locked one leaves the file alone', async () => {
  const folder = tempFolder()
  expect(await keyringKey(folder, none)).toBeNull()
  expect(fs.existsSync(sealedKeyFile(folder))).toBe(false)
  const key = await keyringKey(folder, keyring)
  expect(await keyringKey(folder, none)).toBeNull()
  expect(await keyringKey(folder, keyring)).toEqual(key)
})

test('with a keyring secrets are sealed by it and no key file is made; without it they are asked for again', () => {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const write = testWrite(db)
  const key = randomBytes(32)
  const secrets = createSecretStore(folder, db, key)
  secrets.set(write, 'mail.password', 'Mañana ☕ 12')
  expect(secrets.get('mail.password')).toBe('Mañana ☕ 12')
  expect(db.prepare('select sealed_by from secret').pluck().all()).toEqual(['keyring'])
  expect(fs.existsSync(keyFile(folder))).toBe(false)
  const served = createSecretStore(folder, db)
  expect(() => served.get('mail.password')).toThrow(expect.objectContaining({ code: 'secrets.in_keyring' }))
  const elsewhere = createSecretStore(folder, db, randomBytes(32))
  expect(() => elsewhere.get('mail.password')).toThrow(expect.objectContaining({ code: 'secrets.sealed_elsewhere' }))
})

test('what the key file sealed stays readable once there is a keyring, and moves to it when typed again', () => {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const write = testWrite(db)
  createSecretStore(folder, db).set(write, 'mail.password', 'of the file')
  const secrets = createSecretStore(folder, db, randomBytes(32))
  expect(secrets.get('mail.password')).toBe('of the file')
  secrets.set(write, 'mail.password', 'of the keyring')
  expect(secrets.get('mail.password')).toBe('of the keyring')
  expect(db.prepare('select sealed_by from secret').pluck().get()).toBe('keyring')
})
