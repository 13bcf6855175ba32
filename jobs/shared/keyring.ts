import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { writeDurably } from '../../db/folder'
import { KEY_BYTES } from './secrets'

/** The computer's own keyring, which only the desktop shell reaches. Null: there is none, or it does not open this. */
export type Keyring = {
  seal(key: Uint8Array): Promise<Uint8Array | null>
  unseal(sealed: Uint8Array): Promise<Uint8Array | null>
}

/** The data key as the keyring sealed it: of no use without this user on this computer, and in no backup. */
export const sealedKeyFile = (folder: string): string => path.join(folder, 'secret.keyring')

/**
 * The data key that the keyring keeps for this folder, made when there is none; null where there is no keyring or it
 * does not open (then the key file serves). To be called by who holds the folder's lock.
 */
export async function keyringKey(folder: string, keyring: Keyring): Promise<Buffer | null> {
  const file = sealedKeyFile(folder)
  if (fs.existsSync(file)) {
    const key = await keyring.unseal(fs.readFileSync(file))
    return key?.length === KEY_BYTES ? Buffer.from(key) : null // never replaced: a locked keyring may open next time
  }
  const key = randomBytes(KEY_BYTES)
  const sealed = await keyring.seal(key)
  if (!sealed) return null
  writeDurably(file, sealed) // before anything is sealed with it
  return key
}
