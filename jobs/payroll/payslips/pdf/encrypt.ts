import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** Bytes at random; a test gives its own. */
export type Randomness = (count: number) => Buffer

/** What a file that only a password opens carries: its key, and the dictionary that proves the password. */
export type PdfLock = { dictionary: string; encrypt(bytes: Buffer): Buffer }

/** Printing and reading aloud are allowed, changing is not; the reserved bits are set (ISO 32000-2, table 22). */
const PERMISSIONS = -3904 | 0b100 | (1 << 9) | (1 << 11)
/** Longer passwords are cut, as the standard does. */
const LONGEST_PASSWORD = 127

/**
 * The standard security handler, revision 6: AES-256 in CBC mode (ISO 32000-2, 7.6.4; algorithms 2.B, 8, 10). The user's
 * password opens the file. The owner's is thrown away: its two entries are random bytes that no password fits, so that
 * the office's copy and the employee's are one file with one password. A lock takes about 2 ms, nearly all of it in 2.B,
 * which is made to be slow.
 */
export function lockPdf(password: string, random: Randomness = randomBytes): PdfLock {
  const user = Buffer.from(password.normalize('NFKC'), 'utf8').subarray(0, LONGEST_PASSWORD)
  const key = random(32)
  const [validation, keySalt] = [random(8), random(8)]
  const u = Buffer.concat([hash2B(user, validation), validation, keySalt])
  const ue = aesCbc(hash2B(user, keySalt), Buffer.alloc(16), key)
  const dictionary =
    `<< /Filter /Standard /V 5 /R 6 /Length 256 /P ${PERMISSIONS} /EncryptMetadata true ` +
    '/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF ' +
    `/U ${hex(u)} /UE ${hex(ue)} /O ${hex(random(48))} /OE ${hex(random(32))} /Perms ${hex(permissions(key, random))} >>`
  return {
    dictionary,
    encrypt(bytes) {
      const iv = random(16)
      const cipher = createCipheriv('aes-256-cbc', key, iv)
      return Buffer.concat([iv, cipher.update(bytes), cipher.final()])
    },
  }
}

const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`

/** Algorithm 10: the permissions once more under the file's key, so that nobody can change them unseen. */
function permissions(key: Buffer, random: Randomness): Buffer {
  const block = Buffer.concat([Buffer.alloc(8, 0xff), Buffer.from('Tadb', 'latin1'), random(4)])
  block.writeInt32LE(PERMISSIONS, 0)
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  return Buffer.concat([cipher.update(block), cipher.final()])
}

function aesCbc(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc', key, iv).setAutoPadding(false)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

const SIZES = ['sha256', 'sha384', 'sha512'] as const

/** Algorithm 2.B for a user's password: at least 64 rounds, until the last byte says that it is enough. */
function hash2B(password: Buffer, salt: Buffer): Buffer {
  let k = createHash('sha256').update(password).update(salt).digest()
  for (let round = 0; ; round++) {
    const once = Buffer.concat([password, k])
    const e = aesCbc(k.subarray(0, 16), k.subarray(16, 32), Buffer.concat(Array<Buffer>(64).fill(once)))
    // The first 16 bytes as a number modulo 3: 256 is 1 modulo 3, so the sum of the bytes does.
    const rest = e.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    k = createHash(SIZES[rest] ?? 'sha256')
      .update(e)
      .digest()
    if (round >= 63 && (e.at(-1) ?? 0) <= round - 31) return k.subarray(0, 32)
  }
}
