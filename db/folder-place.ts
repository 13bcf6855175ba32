import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '../jobs/values/problem'

/** SQLite's locks and its shared memory do not hold across these (sqlite.org/wal.html, section 1). */
const NETWORK_TYPES = /^(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|afpfs|ceph|glusterfs|lustre|davfs2?|9p|fuse\..+)$/
/** What a container without root lays its own local disk on. */
const LOCAL_FUSE = 'fuse.fuse-overlayfs'

/** Folders that a synchronising program copies file by file, behind the database's back. */
const SYNCHRONISED: { name: string; part: RegExp }[] = [
  { name: 'Dropbox', part: /^dropbox( ?\(.*\))?$/i },
  { name: 'OneDrive', part: /^onedrive( ?-.*)?$/i },
  { name: 'Google Drive', part: /^(google ?drive(-.*)?|drivefs)$/i },
  { name: 'iCloud', part: /^(icloud ?drive|icloud~.*|com~apple~clouddocs|mobile documents)$/i },
  { name: 'Nextcloud', part: /^(nextcloud|owncloud)\d?$/i },
]

export type Mount = { at: string; type: string }

/** Why a folder is no place for a database: it is shared over a network or kept in step by a program. Null where it is one. */
export function placeProblem(folder: string, mounts: Mount[], separator: string = path.sep): Problem | null {
  const refuse = (code: string, service: string) => new Problem(code, { folder, service }, { kind: 'unavailable' })
  if (/^(\\\\|\/\/)[^\\/?.]/.test(folder)) return refuse('db.network_folder', 'a network share')
  for (const part of folder.split(separator)) {
    const found = SYNCHRONISED.find((one) => one.part.test(part))
    if (found) return refuse('db.synchronised_folder', found.name)
  }
  const mount = mountOf(folder, mounts)
  const isNetwork = mount && NETWORK_TYPES.test(mount.type) && mount.type !== LOCAL_FUSE
  return isNetwork ? refuse('db.network_folder', mount.type) : null
}

/** The mount a folder lies on: the longest that its path begins with; of two at one place the later one covers the other. */
function mountOf(folder: string, mounts: Mount[]): Mount | undefined {
  let best: Mount | undefined
  for (const mount of mounts) {
    const holds = mount.at === '/' || folder === mount.at || folder.startsWith(`${mount.at}/`)
    if (holds && mount.at.length >= (best?.at.length ?? 0)) best = mount
  }
  return best
}

/** Reads the lines of /proc/mounts, whose blanks are written \040 (proc(5)). */
export const parseMounts = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, at, type] = line.split(' ')
    if (!at || !type) return []
    return [
      { at: at.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), type },
    ]
  })

/** Refuses a network or synchronised folder: `db.network_folder`, `db.synchronised_folder`. */
export function refusePlace(folder: string): void {
  const mounts = process.platform === 'linux' ? parseMounts(fs.readFileSync('/proc/mounts', 'utf8')) : []
  const problem = placeProblem(folder, mounts)
  if (problem) throw problem
}
