import { createHash } from 'node:crypto'
import fs from 'node:fs'

const CHUNK = 1 << 20

/** SHA-256 of a file, read in the background; for the office process. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of fs.createReadStream(file, { highWaterMark: CHUNK })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** SHA-256 of a file, read at once; for the reader thread and for an office that does nothing else. */
export function digestNow(file: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK)
  const handle = fs.openSync(file, 'r')
  try {
    for (;;) {
      const read = fs.readSync(handle, buffer, 0, CHUNK, null)
      if (read === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, read))
    }
  } finally {
    fs.closeSync(handle)
  }
}
