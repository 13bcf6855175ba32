import fs from 'node:fs'
import path from 'node:path'
import { syncFolder, writeDurably } from './folder'

/**
 * What an office is made of. The lock and the address file belong to the process and the logs to the machine's days;
 * they stay.
 */
const STATE = ['daybook.db', 'daybook.db-wal', 'daybook.db-shm', 'audit-head.json', 'secret.key', 'files', 'backups']

const markFile = (folder: string): string => path.join(folder, 'setting-aside.json')

/**
 * Takes the whole office of a folder out of the way, into a folder beside it whose path it answers with; the next open
 * finds none and begins afresh. The caller holds the lock or has just closed the office. This is how a sample office is
 * removed: the audit chain refuses to lose rows, so an emptied database would be no honest one, and a fresh one is.
 * A crash on the way is completed by `finishSettingAside`.
 */
export function setAside(folder: string, name: string): string {
  const aside = setAsideUnlessMade(folder, name)
  finishSettingAside(folder)
  return aside
}

/** Notes that what is begun here now is to go aside at the next open, unless `keepWhatWasMade` takes the note back. */
export function setAsideUnlessMade(folder: string, name: string): string {
  const aside = freeName(folder, name)
  writeDurably(markFile(folder), JSON.stringify({ aside }))
  return path.join(folder, aside)
}

export function keepWhatWasMade(folder: string): void {
  fs.rmSync(markFile(folder), { force: true })
  syncFolder(folder)
}

/** Every office calls it, with the lock, before it opens the database. Answers whether there was anything to do. */
export function finishSettingAside(folder: string): boolean {
  if (!fs.existsSync(markFile(folder))) return false
  const { aside } = JSON.parse(fs.readFileSync(markFile(folder), 'utf8')) as { aside: string }
  const to = path.join(folder, aside)
  for (const name of STATE) {
    const from = path.join(folder, name)
    if (!fs.existsSync(from)) continue
    fs.mkdirSync(to, { recursive: true, mode: 0o700 })
    fs.renameSync(from, path.join(to, name))
  }
  if (fs.existsSync(to)) syncFolder(to)
  syncFolder(folder) // before the mark goes: it is what completes a move that did not reach the disk
  keepWhatWasMade(folder)
  return true
}

function freeName(folder: string, name: string): string {
  let free = name
  for (let n = 2; fs.existsSync(path.join(folder, free)); n++) free = `${name}-${n}`
  return free
}
