import path from 'node:path'
import type { Entry } from './recording'

/**
 * A disk as POSIX promises it and no better: what was written to a file before its fsync began is there once that
 * ended, what was entered into a folder likewise after the folder's own fsync. Of everything else nothing is certain,
 * neither its order nor that an entry follows its file.
 */
export type Change<What> = What & { order: number }
export type FileChange = Change<{ offset: number; bytes: Buffer } | { length: number }>
/** Entries set and removed together: a rename within one folder is one step. */
export type FolderChange = Change<{ set: Map<string, Thing>; removed: Map<string, Thing> }>

type Synced = { name: string; durable: number }
export type FileThing = Synced & { type: 'file'; changes: FileChange[] }
export type FolderThing = Synced & { type: 'folder'; changes: FolderChange[]; now: Map<string, Thing> }
export type Thing = FileThing | FolderThing

/** Which syncs count: a disk that forgets some must show itself in what is lost. */
export type Honest = (name: string) => boolean

/** Replays what was recorded, up to the cut, onto an empty disk; answers with the recorded folder. */
export function replay(entries: readonly Entry[], honest: Honest = () => true): FolderThing {
  const root: FolderThing = folder('')
  const things = new Map<bigint, Thing>()
  const syncs = new Map<bigint, { thing: Thing; changes: number }>()

  const folderOf = (name: string): FolderThing => {
    const above = path.posix.dirname(name)
    let found: Thing = root
    for (const part of above === '.' ? [] : above.split('/')) {
      const next: Thing | undefined = found.type === 'folder' ? found.now.get(part) : undefined
      if (!next) throw new Error(`the log knows no ${above}`)
      found = next
    }
    if (found.type !== 'folder') throw new Error(`${above} is no folder`)
    return found
  }
  const thingAt = (name: string): Thing => {
    const found = folderOf(name).now.get(path.posix.basename(name))
    if (!found) throw new Error(`the log knows no ${name}`)
    return found
  }
  const enter = (order: number, at: FolderThing, set: [string, Thing][], removed: [string, Thing][]) => {
    for (const [name] of removed) at.now.delete(name)
    for (const [name, thing] of set) at.now.set(name, thing)
    at.changes.push({ order, set: new Map(set), removed: new Map(removed) })
  }

  for (const [order, entry] of entries.entries()) {
    switch (entry.kind) {
      case 'folder made':
      case 'file made': {
        const isRoot = entry.path === ''
        const made = isRoot ? root : entry.kind === 'file made' ? file(entry.path) : folder(entry.path)
        things.set(entry.inode, made)
        if (!isRoot) enter(order, folderOf(entry.path), [[path.posix.basename(entry.path), made]], [])
        break
      }
      case 'written':
        asFile(things.get(entry.inode)).changes.push({ order, offset: entry.offset, bytes: entry.bytes })
        break
      case 'cut':
        asFile(things.get(entry.inode)).changes.push({ order, length: entry.length })
        break
      case 'sync begun': {
        const thing = things.get(entry.inode) ?? known(entry)
        syncs.set(entry.sync, { thing, changes: thing.changes.length })
        break
      }
      case 'sync ended': {
        const { thing, changes } = syncs.get(entry.sync) ?? known(entry)
        if (honest(thing.name)) thing.durable = Math.max(thing.durable, changes)
        break
      }
      case 'renamed': {
        const moved = thingAt(entry.path)
        const [from, to] = [folderOf(entry.path), folderOf(entry.to)]
        const [before, after] = [path.posix.basename(entry.path), path.posix.basename(entry.to)]
        moved.name = entry.to
        if (from === to) enter(order, to, [[after, moved]], [[before, moved]])
        else {
          enter(order, to, [[after, moved]], [])
          enter(order, from, [], [[before, moved]])
        }
        break
      }
      case 'linked':
        enter(order, folderOf(entry.to), [[path.posix.basename(entry.to), thingAt(entry.path)]], [])
        break
      case 'removed':
        enter(order, folderOf(entry.path), [], [[path.posix.basename(entry.path), thingAt(entry.path)]])
    }
  }
  return root
}

const file = (name: string): FileThing => ({ type: 'file', name, durable: 0, changes: [] })
const folder = (name: string): FolderThing => ({ type: 'folder', name, durable: 0, changes: [], now: new Map() })

function asFile(thing: Thing | undefined): FileThing {
  if (thing?.type !== 'file') throw new Error('a file was written whose making is not in the log')
  return thing
}

function known(entry: Entry): never {
  throw new Error(`what was synced is not in the log: ${entry.kind} at ${entry.end}`)
}
