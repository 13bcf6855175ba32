import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Problem } from '../../values/problem'

/** Characters (code points) after normalisation; NIST SP 800-63B asks for 8, an office that runs payroll for more. */
export const MIN_CHARACTERS = 10
const MAX_CHARACTERS = 1000

/**
 * OWASP's Password Storage Cheat Sheet gives N=2^15, r=8, p=3 as one of its equivalent choices. It takes 32 MB while it
 * works, where N=2^17 takes 128 MB, more than the whole idle office.
 */
const PARAMETERS = { ln: 15, r: 8, p: 3 }
const SALT_BYTES = 16
const HASH_BYTES = 32
/** What is stored may not ask for more memory than this, whoever wrote it. */
const MAX_LN = 20

/** The same text typed on another keyboard or system is the same passphrase (RFC 8265, NFKC for what people type). */
const normalised = (passphrase: string): string => passphrase.normalize('NFKC')

/** Refuses `user.passphrase_short` and `user.passphrase_long`. What was typed is never part of the refusal. */
export function checkPassphrase(passphrase: string): void {
  const length = [...normalised(passphrase)].length
  if (length < MIN_CHARACTERS) throw new Problem('user.passphrase_short', { found: length, least: MIN_CHARACTERS })
  if (length > MAX_CHARACTERS) throw new Problem('user.passphrase_long', { found: length, most: MAX_CHARACTERS })
}

/** `$scrypt$ln=15,r=8,p=3$salt$hash`: the parameters stand with it, so that a later version may ask for more. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  checkPassphrase(passphrase)
  const salt = randomBytes(SALT_BYTES)
  const { ln, r, p } = PARAMETERS
  const hash = await derive(passphrase, salt, PARAMETERS)
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** Takes about a quarter of a second beside the office's thread, never on it. */
export async function isPassphrase(passphrase: string, stored: string): Promise<boolean> {
  const parts = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored)
  if (!parts || [...passphrase].length > MAX_CHARACTERS) return false
  const [, ln, r, p, salt = '', hash = ''] = parts
  const parameters = { ln: Number(ln), r: Number(r), p: Number(p) }
  if (parameters.ln > MAX_LN) return false
  const expected = Buffer.from(hash, 'base64url')
  const found = await derive(passphrase, Buffer.from(salt, 'base64url'), parameters)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function derive(passphrase: string, salt: Buffer, { ln, r, p }: typeof PARAMETERS): Promise<Buffer> {
  const N = 2 ** ln
  const options = { N, r, p, maxmem: 128 * N * r + 128 * r * p + 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(normalised(passphrase), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
