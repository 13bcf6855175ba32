import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Problem } from '../jobs/values/problem'
import { refusePlace } from './folder-place'

/** What lies in a data folder. */
export const databaseFile = (folder: string): string => path.join(folder, 'daybook.db')
export const holdsOffice = (folder: string): boolean => fs.existsSync(databaseFile(folder))
export const filesFolder = (folder: string): string => path.join(folder, 'files')
export const backupFolder = (folder: string): string => path.join(folder, 'backups')

type Surroundings = { environment: Record<string, string | undefined>; platform: NodeJS.Platform; home: string }

/** `--data`, else DAYBOOK_DATA, else the platform's place for data of one user on this computer. */
export function dataFolder(
  given: string | undefined,
  { environment, platform, home }: Surroundings = {
    environment: process.env,
    platform: process.platform,
    home: os.homedir(),
  },
): string {
  const named = given || environment.DAYBOOK_DATA
  if (named) return path.resolve(named)
  if (platform === 'win32') return path.join(environment.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Daybook')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Daybook')
  return path.join(environment.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'daybook')
}

/**
 * Makes the data folder where it is missing (readable by its owner only) and makes sure that an office can work in it: a
 * folder on this computer's own disk, into which a file can be written and synced. Refuses with a `db.…` problem that
 * names the folder in the way. Answers with the folder's real path.
 */
export function prepareFolder(folder: string): string {
  const wanted = path.resolve(folder)
  refusePlace(wanted)
  try {
    makeFolder(wanted)
    const real = fs.realpathSync(wanted)
    refusePlace(real) // a link may lead elsewhere
    tryWriting(real)
    return real
  } catch (cause) {
    throw folderProblem(cause, wanted)
  }
}

/**
 * Makes a folder and those above it, and has each entered on disk: what is synced inside a folder that a power cut takes
 * is lost with it. Node's own recursive mkdir never returns where a parent refuses with ENOENT (/proc).
 */
export function makeFolder(folder: string): void {
  try {
    makeOne(folder)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const parent = path.dirname(folder)
    if (code === 'ENOENT' && !fs.existsSync(parent) && parent !== folder) {
      makeFolder(parent)
      makeOne(folder)
    } else if (!fs.existsSync(folder)) throw cause
    else if (!fs.statSync(folder).isDirectory()) throw Object.assign(new Error('a file'), { code: 'ENOTDIR' })
  }
}

function makeOne(folder: string): void {
  fs.mkdirSync(folder, { mode: 0o700 })
  try {
    syncFolder(path.dirname(folder))
  } catch (cause) {
    // A folder may let us in without letting us list it; then it cannot be opened to be synced either.
    if (!/^(EACCES|EPERM)$/.test(String((cause as NodeJS.ErrnoException).code))) throw cause
  }
}

function tryWriting(folder: string): void {
  const file = path.join(folder, `.writing-${process.pid}`)
  const handle = fs.openSync(file, 'w', 0o600)
  try {
    fs.writeSync(handle, 'Daybook')
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
    fs.rmSync(file, { force: true })
  }
}

const FULL = /^(ENOSPC|EDQUOT|SQLITE_FULL)$/
const NO_FOLDER = /^(ENOTDIR|EEXIST)$/
const NOT_WRITABLE =
  /^(EACCES|EPERM|EROFS|ENOENT|ENODEV|EIO|ELOOP|ENAMETOOLONG|EINVAL|SQLITE_(CANTOPEN|READONLY|PERM|IOERR).*)$/

/**
 * An error of the file system or of SQLite in the administrator's terms: which folder, and what is wrong with it. Any
 * other error stays what it is.
 */
export function folderProblem(cause: unknown, wanted: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const refuse = (problem: string, transient = false) =>
    new Problem(problem, { folder: obstacle(wanted), wanted, reason: code }, { kind: 'unavailable', transient, cause })
  if (FULL.test(code)) return refuse('db.disk_full', true) // somebody will make room
  if (NO_FOLDER.test(code)) return refuse('db.not_a_folder')
  return NOT_WRITABLE.test(code) ? refuse('db.folder_not_writable') : cause
}

/** The folder itself, or what of its path exists: that is what stands in the way. */
function obstacle(wanted: string): string {
  let folder = wanted
  while (!fs.existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder)
  return folder
}

/** A rename or a new file is on disk only when its folder is. Windows can and need not sync folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Puts a small file in its place, on disk and whole: a power cut leaves the old one (or none) or this one, never half. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const temp = `${file}.part`
  fs.writeFileSync(temp, content, { mode: 0o600 })
  syncFile(temp)
  fs.renameSync(temp, file)
  syncFolder(path.dirname(file))
}

export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
