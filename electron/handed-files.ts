import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { HandedFile } from '../jobs/api/page-bridge'

/** The office takes no larger upload (`jobs/api/limits.ts`). */
const MOST_BYTES = 50 * 1024 * 1024

/** Reads what a further start was given; what cannot be read, or would not be taken, is answered by its name. */
export async function readHanded(files: string[]): Promise<{ read: HandedFile[]; left: string[] }> {
  const read: HandedFile[] = []
  const left: string[] = []
  for (const file of files) {
    const handed = await readOne(file)
    if (handed) read.push(handed)
    else left.push(path.basename(file))
  }
  return { read, left }
}

async function readOne(file: string): Promise<HandedFile | null> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return null
    return { name: path.basename(file), path: file, bytes: new Uint8Array(await readFile(file)) }
  } catch {
    return null
  }
}
