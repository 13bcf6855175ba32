import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { folderProblem } from '../../db/folder'
import { storedPath } from '../../db/stored-path'
import { faultPoint } from '../values/faults'
import { Problem } from '../values/problem'
import type { StoredFile } from './define-task'

/**
 * Files by their content, `<folder>/files/ab/abcdef…`. A file is complete and on disk (temp file, fsync, rename, fsync of
 * its folder) before anybody learns its name, and it is never changed. Slots and the office use it alike; it knows no
 * database: what no row links is collected after a day (`maintenance.collect_files`).
 */
export type FileStore = {
  put(bytes: Uint8Array, mediaType: string, originalName: string): Promise<StoredFile>
  /** Stores what a stream brings; past `maxBytes` it is refused with `files.too_large` and nothing is kept. */
  putStream(readable: Readable, mediaType: string, originalName: string, maxBytes: number): Promise<StoredFile>
  path(sha256: string): string
  read(sha256: string): Promise<Buffer>
  exists(sha256: string): Promise<boolean>
}

export function createFileStore(folder: string): FileStore {
  const root = path.join(folder, 'files')
  const at = (sha256: string) => storedPath(root, sha256)

  /** Moves a written and synced temp file to its name, unless the content is there already. */
  async function settle(temp: string, sha256: string): Promise<void> {
    const target = at(sha256)
    if (await freshen(target)) {
      await fs.unlink(temp)
      return
    }
    const shelfMade = await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    faultPoint('files.before_rename')
    await fs.rename(temp, target)
    await syncFolder(path.dirname(target))
    if (shelfMade !== undefined) await syncFolder(root)
    faultPoint('files.stored')
  }

  async function store(
    write: (handle: fs.FileHandle) => Promise<{ sha256: string; size: number }>,
    mediaType: string,
    originalName: string,
  ): Promise<StoredFile> {
    faultPoint('files.before_write')
    const incoming = path.join(root, 'incoming')
    const temp = path.join(incoming, randomBytes(12).toString('hex'))
    try {
      await fs.mkdir(incoming, { recursive: true, mode: 0o700 })
      const { sha256, size } = await writeSynced(temp, write)
      await settle(temp, sha256)
      return { sha256, size, mediaType, originalName: plainName(originalName) }
    } catch (cause) {
      await fs.rm(temp, { force: true }).catch(() => undefined) // what stays is collected; the cause is what matters
      throw folderProblem(cause, root)
    }
  }

  return {
    path: at,
    read: (sha256) => fs.readFile(at(sha256)),
    exists: (sha256) =>
      fs.access(at(sha256)).then(
        () => true,
        () => false,
      ),
    async put(bytes, mediaType, originalName) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (await freshen(at(sha256)))
        return { sha256, size: bytes.length, mediaType, originalName: plainName(originalName) }
      return store(
        async (handle) => {
          await handle.writeFile(bytes)
          return { sha256, size: bytes.length }
        },
        mediaType,
        originalName,
      )
    },
    putStream: (readable, mediaType, originalName, maxBytes) =>
      store(
        async (handle) => {
          const hash = createHash('sha256')
          let size = 0
          for await (const chunk of readable) {
            const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
            size += bytes.length
            if (size > maxBytes) {
              throw new Problem(
                'files.too_large',
                { name: plainName(originalName), limit_mb: Math.floor(maxBytes / 1024 / 1024) },
                { kind: 'too_large' },
              )
            }
            hash.update(bytes)
            await handle.writeFile(bytes)
          }
          return { sha256: hash.digest('hex'), size }
        },
        mediaType,
        originalName,
      ),
  }
}

async function writeSynced<T>(file: string, write: (handle: fs.FileHandle) => Promise<T>): Promise<T> {
  const handle = await fs.open(file, 'wx', 0o600)
  try {
    const written = await write(handle)
    await handle.sync()
    return written
  } finally {
    await handle.close()
  }
}

/** Makes a stored file young again, so that the collection of unlinked files spares it; false where it is not there. */
async function freshen(file: string): Promise<boolean> {
  const now = new Date()
  return fs.utimes(file, now, now).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
}

/** A rename is on disk only when its folder is. Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The last part of whatever name or path a file came with; it is shown, never opened. */
function plainName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const last = (name.split(/[\\/]/).pop() ?? '').replace(/[\u0000-\u001f\u007f]/g, '').trim()
  return last.slice(0, 255) || 'unnamed'
}
