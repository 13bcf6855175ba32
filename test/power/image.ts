import fs from 'node:fs'
import path from 'node:path'
import type { Random } from '../../jobs/sample/random'
import type { Change, FileChange, FileThing, FolderThing, Thing } from './disk'

/** What the disk makes of a change that nobody waited for. */
export type Fate = 'there' | 'missing' | 'torn'
export type Fates = (change: Change<object>) => Fate

/** The disk is told to write by sectors; of one that was under way the power may take any. */
const SECTOR = 512

/**
 * How much of what was not synced comes through: nothing, all of it, what came before some instant, or here and there
 * something, each piece by itself. All of them from `random`, so that a seed gives the image again.
 */
export function drawFates(random: Random, entries: number): { name: string; fates: Fates } {
  const kind = random.pick(['nothing', 'everything', 'to an instant', 'scattered', 'scattered', 'scattered'])
  if (kind === 'nothing') return { name: kind, fates: () => 'missing' }
  if (kind === 'everything') return { name: kind, fates: () => 'there' }
  if (kind === 'to an instant') {
    const instant = Math.max(0, entries - random.between(1, 60))
    return { name: kind, fates: ({ order }) => (order < instant ? 'there' : order === instant ? 'torn' : 'missing') }
  }
  const missing = random.pick([0.1, 0.5, 0.9])
  return { name: kind, fates: () => (random.next() < missing ? 'missing' : random.next() < 0.5 ? 'there' : 'torn') }
}

/** Writes the folder to `target` as it is found after the power came back. */
export function writeImage(root: FolderThing, target: string, fates: Fates, random: Random): void {
  fs.mkdirSync(target)
  for (const [name, thing] of entriesOf(root, fates)) {
    const at = path.join(target, name)
    if (thing.type === 'folder') writeImage(thing, at, fates, random)
    else fs.writeFileSync(at, contentOf(thing, fates, random), { mode: 0o600 })
  }
}

/** An entry is there or not: a folder's block is never torn (every file system in use sees to that). */
function entriesOf(folder: FolderThing, fates: Fates): Map<string, Thing> {
  const entries = new Map<string, Thing>()
  for (const [n, change] of folder.changes.entries()) {
    if (n >= folder.durable && fates(change) === 'missing') continue
    for (const [name, thing] of change.removed) if (entries.get(name) === thing) entries.delete(name)
    for (const [name, thing] of change.set) entries.set(name, thing)
  }
  return entries
}

function contentOf(file: FileThing, fates: Fates, random: Random): Buffer {
  const content = new Content()
  for (const [n, change] of file.changes.entries()) {
    const fate = n < file.durable ? 'there' : fates(change)
    if (fate === 'there') content.apply(change)
    else if ('length' in change) continue
    else {
      // The file may be longer already while the bytes are not there.
      if (fate === 'torn' || random.next() < 0.5) content.lengthen(change.offset + change.bytes.length)
      if (fate === 'torn') for (const sector of sectors(change)) if (random.next() < 0.5) content.apply(sector)
    }
  }
  return content.bytes
}

function* sectors({ offset, bytes, order }: Extract<FileChange, { offset: number }>): Generator<FileChange> {
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((offset + from) % SECTOR))
    yield { order, offset: offset + from, bytes: bytes.subarray(from, to) }
    from = to
  }
}

class Content {
  #held = Buffer.alloc(0)
  #length = 0

  get bytes(): Buffer {
    return this.#held.subarray(0, this.#length)
  }

  lengthen(length: number): void {
    if (length > this.#held.length) {
      const larger = Buffer.alloc(Math.max(length, this.#held.length * 2))
      this.#held.copy(larger, 0, 0, this.#length)
      this.#held = larger
    }
    this.#length = Math.max(this.#length, length)
  }

  apply(change: FileChange): void {
    if ('length' in change) {
      this.lengthen(change.length)
      this.#held.fill(0, change.length, this.#length)
      this.#length = change.length
    } else {
      this.lengthen(change.offset + change.bytes.length)
      change.bytes.copy(this.#held, change.offset)
    }
  }
}
