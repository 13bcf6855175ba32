import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsync, mkdirSync, openSync, renameSync, rmSync, utimesSync, writeSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { folderProblem } from '../../db/folder'
import { storedPath } from '../../db/stored-path'
import { faultPoint } from '../values/faults'
import { Problem } from '../values/problem'
import type { NewFile, StoredFile } from './define-task'

/**
 * Files by their content, `<folder>/files/ab/abcdef…`. A file is complete and on disk (temp file, fsync, rename, fsync of
 * its folder) before anybody learns its name, and it is never changed. Slots and the office use it alike; it knows no
 * database: what no row links is collected after a day (`maintenance.collect_files`).
 */
export type FileStore = {
  put(bytes: Uint8Array, mediaType: string, originalName: string): Promise<StoredFile>
  /** Many small files at once, with one round of syncs for all of them; answers in their order. */
  putFiles(files: readonly NewFile[]): Promise<StoredFile[]>
  /** Stores what a stream brings; past `maxBytes` it is refused with `files.too_large` and nothing is kept. */
  putStream(readable: Readable, mediaType: string, originalName: string, maxBytes: number): Promise<StoredFile>
  path(sha256: string): string
  read(sha256: string): Promise<Buffer>
  exists(sha256: string): Promise<boolean>
}

export function createFileStore(folder: string): FileStore {
  const root = path.join(folder, 'files')
  const at = (sha256: string) => storedPath(root, sha256)

  let isRooted = false
  /** The folder of temp files. What is synced in a store whose own entry is not on disk is lost with it. */
  async function incomingFolder(): Promise<string> {
    const incoming = path.join(root, 'incoming')
    const made = await fs.mkdir(incoming, { recursive: true, mode: 0o700 })
    if (made !== undefined || !isRooted) await syncFolder(folder)
    isRooted = true
    return incoming
  }

  /** Moves a written and synced temp file to its name, unless the content is there already. */
  async function settle(temp: string, sha256: string): Promise<void> {
    const target = at(sha256)
    if (await isThere(target)) {
      await fs.unlink(temp)
      return
    }
    await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    faultPoint('files.before_rename')
    await fs.rename(temp, target)
    await syncFolder(path.dirname(target))
    await syncFolder(root) // whoever made the shelf may not have come to it
    faultPoint('files.stored')
  }

  /** Whether the content is there, and on disk: whoever renamed it into place may not have come to sync its folders. */
  async function isThere(target: string): Promise<boolean> {
    if (!freshen(target)) return false
    await syncFolder(path.dirname(target))
    await syncFolder(root)
    return true
  }

  /** Every file is written and synced before the first is renamed, and each folder is synced once. */
  async function storeAll(contents: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const temps = new Map<string, string>()
    const shelves = new Set([...contents.keys()].map((sha256) => path.dirname(at(sha256))))
    faultPoint('files.before_write')
    try {
      const incoming = await incomingFolder()
      for (const sha256 of contents.keys()) temps.set(sha256, tempName(incoming))
      await writeAllSynced([...contents].map(([sha256, bytes]) => ({ file: temps.get(sha256) ?? '', bytes })))
      for (const shelf of shelves) mkdirSync(shelf, { recursive: true, mode: 0o700 })
      faultPoint('files.before_rename')
      for (const [sha256, temp] of temps) renameSync(temp, at(sha256))
      await Promise.all([...shelves].map(syncFolder))
      await syncFolder(root)
      faultPoint('files.stored')
    } catch (cause) {
      for (const temp of temps.values()) rmSync(temp, { force: true })
      throw folderProblem(cause, root)
    }
  }

  async function store(
    write: (handle: fs.FileHandle) => Promise<{ sha256: string; size: number }>,
    mediaType: string,
    originalName: string,
  ): Promise<StoredFile> {
    faultPoint('files.before_write')
    const temp = tempName(path.join(root, 'incoming'))
    try {
      await incomingFolder()
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
      const sha256 = digestOf(bytes)
      if (await isThere(at(sha256)))
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
    async putFiles(files) {
      const stored = files.map(({ bytes, mediaType, originalName }) => ({
        sha256: digestOf(bytes),
        size: bytes.length,
        mediaType,
        originalName: plainName(originalName),
      }))
      const missing = new Map<string, Uint8Array>()
      for (const [index, { sha256 }] of stored.entries()) {
        const bytes = files[index]?.bytes
        if (bytes && !missing.has(sha256) && !(await isThere(at(sha256)))) missing.set(sha256, bytes)
      }
      if (missing.size > 0) await storeAll(missing)
      return stored
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

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const tempName = (incoming: string): string => path.join(incoming, randomBytes(12).toString('hex'))

/**
 * Writing into the computer's memory takes microseconds a file and is done at once; the disk is waited for together. A
 * thread's round trip for each step would cost more than the steps.
 */
async function writeAllSynced(files: readonly { file: string; bytes: Uint8Array }[]): Promise<void> {
  const handles: number[] = []
  try {
    for (const { file, bytes } of files) {
      const handle = openSync(file, 'wx', 0o600)
      handles.push(handle)
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    }
    await Promise.all(handles.map((handle) => syncHandle(handle)))
  } finally {
    for (const handle of handles) closeSync(handle)
  }
}

const syncHandle = promisify(fsync)

/**
 * Makes a stored file young again, so that the collection of unlinked files spares it; false where it is not there. It
 * seldom is, so the question comes first: an error is dear to make.
 */
function freshen(file: string): boolean {
  if (!existsSync(file)) return false
  const now = new Date()
  try {
    utimesSync(file, now, now)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false // collected in between
    throw error
  }
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
