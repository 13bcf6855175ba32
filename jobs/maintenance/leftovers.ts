import fs from 'node:fs'
import path from 'node:path'
import { storedPath } from '../../db/stored-path'

/** A file of the store that is old enough to be collected. `sha256` is null for an upload that never got its name. */
export type Leftover = { sha256: string | null; name: string; olderThanMs: number }

const DAY_MS = 86_400_000
const pathOf = (root: string, { sha256, name }: Leftover): string =>
  sha256 === null ? path.join(root, 'incoming', path.basename(name)) : storedPath(root, sha256)

/** The files of a store that nobody has touched for a day, a folder at a time. */
export function* leftoversOf(root: string): Generator<Leftover[]> {
  if (!fs.existsSync(root)) return
  const olderThanMs = diskNow(root) - DAY_MS
  for (const shelf of fs.readdirSync(root)) {
    if (!/^([0-9a-f]{2}|incoming)$/.test(shelf)) continue
    const old = fs.readdirSync(path.join(root, shelf)).flatMap((name): Leftover[] => {
      const isStored = shelf !== 'incoming'
      if (isStored && !/^[0-9a-f]{64}$/.test(name)) return []
      const leftover = { sha256: isStored ? name : null, name, olderThanMs }
      return isOlder(path.join(root, shelf, name), olderThanMs) ? [leftover] : []
    })
    if (old.length > 0) yield old
  }
}

/** The time as the file system tells it, which is what the files' own times are measured by. */
function diskNow(root: string): number {
  const probe = path.join(root, `.now-${process.pid}`)
  fs.writeFileSync(probe, '')
  try {
    return fs.statSync(probe).mtimeMs
  } finally {
    fs.rmSync(probe, { force: true })
  }
}

/**
 * Removes a leftover, unless it was stored again meanwhile. Storing what is there already only makes it young again; so
 * it is set aside first and looked at then: whoever stores it later finds it gone and writes it anew.
 */
export function collect(root: string, leftover: Leftover): void {
  const file = pathOf(root, leftover)
  const aside = path.join(root, `.collected-${path.basename(file)}`)
  if (!fs.existsSync(file)) return
  fs.renameSync(file, aside)
  if (isOlder(aside, leftover.olderThanMs)) fs.rmSync(aside)
  else fs.renameSync(aside, file)
}

function isOlder(file: string, thanMs: number): boolean {
  try {
    return fs.statSync(file).mtimeMs < thanMs
  } catch {
    return false // gone meanwhile
  }
}
