import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { computersKeyring, type SafeStorage } from '../../../electron/keyring'

const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
/** As Electron 25 has it: synchronous calls only. */
const old = (backend?: 'basic_text' | 'gnome_libsecret' | 'unknown'): SafeStorage => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (sealed) => turned(sealed).toString(),
  ...(backend && { getSelectedStorageBackend: () => backend }),
})
/** As Electron 45 has it: the synchronous calls are still there, and would block. */
const late = (): SafeStorage => ({
  ...old('gnome_libsecret'),
  encryptString: () => {
    throw new Error('the synchronous call was used')
  },
  decryptString: () => {
    throw new Error('the synchronous call was used')
  },
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => turned(Buffer.from(text)),
  decryptStringAsync: async (sealed) => ({ result: turned(sealed).toString(), shouldReEncrypt: false }),
})

test.each([
  ['synchronous', old('gnome_libsecret')],
  ['asynchronous', late()],
])('a key comes back byte by byte through the %s calls', async (_, storage) => {
  const keyring = computersKeyring(storage, 'linux')
  const key = randomBytes(32)
  const sealed = await keyring.seal(key)
  expect(sealed).not.toBeNull()
  expect(Buffer.from(sealed ?? []).includes(key)).toBe(false)
  expect(Buffer.from((await keyring.unseal(sealed ?? new Uint8Array())) ?? [])).toEqual(key)
})

test('a Linux without a keyring has none, whatever Chromium says of it', async () => {
  expect(await computersKeyring(old('basic_text'), 'linux').seal(randomBytes(32))).toBeNull()
  expect(await computersKeyring(old('unknown'), 'linux').unseal(randomBytes(32))).toBeNull()
  expect(await computersKeyring(old(), 'darwin').seal(randomBytes(32))).not.toBeNull()
})

test('where encryption is not available nothing is sealed', async () => {
  const none = { ...old('gnome_libsecret'), isEncryptionAvailable: () => false }
  expect(await computersKeyring(none, 'linux').seal(randomBytes(32))).toBeNull()
})
