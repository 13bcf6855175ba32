import fs from 'node:fs'
import path from 'node:path'
import { digestNow, digestOf } from './digest'
import { syncFolder } from './folder'
import { type Db, openReadOnly } from './open'
import { filesAfter } from './queries/shared/records'
import { storedPath } from './stored-path'

/** Beside the backups: the files their databases link, each content once for all of them. */
export const filesBeside = (backupFile: string): string => path.join(path.dirname(backupFile), 'daybook-files')

const PAGE = 500
const breathe = () => new Promise((resolve) => setImmediate(resolve))

/** What of a database's files could not be brought along. */
export type FileGap = { sha256: string; name: string; fault: 'missing' | 'damaged' }
export type FilesCopied = { linked: number; copied: number; gaps: FileGap[] }

/** Every file a database links, a page a turn, so that an office goes on working meanwhile. */
async function* linkedFiles(db: Db): AsyncGenerator<{ sha256: string; name: string }> {
  let after = ''
  for (;;) {
    const rows = filesAfter(db, after, PAGE)
    for (const row of rows) yield { sha256: row.sha256, name: row.original_name }
    const last = rows.at(-1)
    if (!last) return
    after = last.sha256
    await breathe()
  }
}

/**
 * Brings the files a database links from one store to another, where they are not there yet. On one disk they are hard
 * links (a file of a store is never changed, and removing it here does not remove it there); to another disk they are
 * copied, read back and synced. A file that is missing or damaged is reported and stops nobody.
 */
export async function bringFiles(db: Db, from: string, to: string): Promise<FilesCopied> {
  const result: FilesCopied = { linked: 0, copied: 0, gaps: [] }
  const touched = new Set<string>()
  for await (const { sha256, name } of linkedFiles(db)) {
    result.linked++
    const target = storedPath(to, sha256)
    if (fs.existsSync(target)) continue
    const source = storedPath(from, sha256)
    const fault = await bringFile(source, target, sha256)
    if (fault) result.gaps.push({ sha256, name, fault })
    else {
      result.copied++
      touched.add(path.dirname(target))
    }
  }
  for (const folder of touched) syncFolder(folder)
  if (touched.size > 0) {
    syncFolder(to)
    syncFolder(path.dirname(to)) // the store itself may be new
  }
  return result
}

async function bringFile(source: string, target: string, sha256: string): Promise<FileGap['fault'] | null> {
  if (!fs.existsSync(source)) return 'missing'
  if ((await digestOf(source)) !== sha256) return 'damaged'
  await fs.promises.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  try {
    await fs.promises.link(source, target)
    return null
  } catch (cause) {
    if (!/^(EXDEV|EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EACCES)$/.test(String((cause as NodeJS.ErrnoException).code)))
      throw cause
  }
  const temp = `${target}.part`
  await fs.promises.copyFile(source, temp)
  const handle = await fs.promises.open(temp, 'r+')
  await handle.sync().finally(() => handle.close())
  if ((await digestOf(temp)) !== sha256) {
    await fs.promises.rm(temp)
    return 'damaged'
  }
  await fs.promises.rename(temp, target)
  return null
}

/**
 * Looks for a page of the linked files, each in the first of the stores that holds it whole. With `contents` each is
 * read; without, only looked for. `next` is the `after` of the following page.
 */
export function fileGaps(
  db: Db,
  stores: string[],
  contents: boolean,
  after = '',
): { seen: number; gaps: FileGap[]; next: string | null } {
  const rows = filesAfter(db, after, PAGE)
  const gaps = rows.flatMap(({ sha256, original_name }): FileGap[] => {
    const fault = faultOf(sha256, stores, contents)
    return fault ? [{ sha256, name: original_name, fault }] : []
  })
  return { seen: rows.length, gaps, next: rows.length < PAGE ? null : (rows.at(-1)?.sha256 ?? null) }
}

function faultOf(sha256: string, stores: string[], contents: boolean): FileGap['fault'] | null {
  const found = stores.map((store) => storedPath(store, sha256)).filter((file) => fs.existsSync(file))
  if (found.length === 0) return 'missing'
  return contents && !found.some((file) => digestNow(file) === sha256) ? 'damaged' : null
}

/** Removes from the backups' store what none of the kept backups links. Answers with how many files went. */
export async function pruneFiles(kept: string[], store: string): Promise<number> {
  if (!fs.existsSync(store)) return 0
  const needed = new Set<string>()
  for (const file of kept) {
    const db = openReadOnly(file)
    try {
      for await (const { sha256 } of linkedFiles(db)) needed.add(sha256)
    } finally {
      db.close()
    }
  }
  let removed = 0
  for (const shelf of await fs.promises.readdir(store)) {
    for (const name of await fs.promises.readdir(path.join(store, shelf))) {
      if (needed.has(name)) continue
      await fs.promises.rm(path.join(store, shelf, name))
      removed++
    }
  }
  return removed
}
