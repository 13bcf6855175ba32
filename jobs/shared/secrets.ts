import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { writeDurably } from '../../db/folder'
import type { Db } from '../../db/open'
import { deleteSecret, putSecret, secretRow } from '../../db/queries/shared/settings'
import type { Write } from '../engine/write'
import { Problem } from '../values/problem'
import { recordAudit } from './audit'

/**
 * Passwords and tokens, sealed in the database by a data key that goes into no backup: the one the computer's keyring
 * keeps, where the desktop shell reaches one, else the key file beside the database. Whoever restores a backup on another
 * machine is asked to type them again (`secrets.sealed_elsewhere`).
 */
export type SecretStore = {
  /** The plain text; null where it was never set. Refuses with `secrets.sealed_elsewhere` what another key sealed. */
  get(name: string): string | null
  /** Seals a text; an empty one removes the secret. */
  set(write: Write, name: string, text: string): void
}

export const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

export const keyFile = (folder: string): string => path.join(folder, 'secret.key')

const fingerprint = (key: Buffer): string => `key:${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

/** `sealed_by` of what the keyring's data key sealed. */
const KEYRING = 'keyring'

/**
 * Secrets sealed with AES-256-GCM: by the keyring's data key where one is given, else by the key file of the data folder
 * (mode 0600), which is made when first needed. What the one sealed stays readable when the other is in use.
 */
export function createSecretStore(folder: string, db: Db, keyring: Buffer | null = null): SecretStore {
  const file = keyFile(folder)
  const keyOf = (name: string, sealedBy: string): Buffer => {
    if (sealedBy === KEYRING) {
      if (keyring) return keyring
      throw new Problem('secrets.in_keyring', { name }, { kind: 'conflict' })
    }
    const key = readKey(file)
    if (!key || fingerprint(key) !== sealedBy) throw sealedElsewhere(name)
    return key
  }
  const sealing = (): { key: Buffer; sealedBy: string } => {
    if (keyring) return { key: keyring, sealedBy: KEYRING }
    const key = readKey(file) ?? makeKey(file)
    return { key, sealedBy: fingerprint(key) }
  }
  return {
    get(name) {
      const row = secretRow(db, name)
      if (!row) return null
      const text = open(keyOf(name, row.sealed_by), name, row.sealed)
      if (text !== null) return text
      // Another computer's keyring has another key, and nothing in the row tells the two apart.
      throw row.sealed_by === KEYRING
        ? sealedElsewhere(name)
        : new Problem('secrets.damaged', { name }, { kind: 'internal' })
    },
    set(write, name, text) {
      if (text === '') deleteSecret(write.db, name)
      else {
        const { key, sealedBy } = sealing()
        putSecret(write.db, name, { sealed: seal(key, name, text), sealed_by: sealedBy }, write.now)
      }
      const action = text === '' ? 'secret.removed' : 'secret.set'
      recordAudit(write, { action, entity: `secret:${name}` })
    },
  }
}

const sealedElsewhere = (name: string) => new Problem('secrets.sealed_elsewhere', { name }, { kind: 'conflict' })

/** The name is authenticated with the text, so that one secret's row cannot pass for another's. */
function seal(key: Buffer, name: string, text: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Null where the key does not fit or the bytes are not what was sealed. */
function open(key: Buffer, name: string, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const body = sealed.subarray(IV_BYTES + TAG_BYTES)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function readKey(file: string): Buffer | null {
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Problem('secrets.key_unreadable', { file, reason: String(cause) }, { kind: 'unavailable', cause })
  }
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) {
    throw new Problem('secrets.key_unreadable', { file, reason: 'it is not a key' }, { kind: 'unavailable' })
  }
  if (process.platform !== 'win32' && (fs.statSync(file).mode & 0o077) !== 0) fs.chmodSync(file, 0o600)
  return key
}

/** The key must be on disk, whole, before anything sealed with it is. */
function makeKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  writeDurably(file, `${key.toString('base64')}\n`)
  return key
}
