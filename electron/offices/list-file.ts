import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { holdsOffice, newEntry, type OfficeList, parseList } from './entries'

/** The list was not whole when it was read: where the damaged file lies now, and how many offices were found again. */
export type Damage = { keptAs: string | null; found: number }

/**
 * The list of offices, in a file of the app's own folder, outside any office. It is kept twice, each copy written whole or
 * not at all: what a bad disk or a hand in an editor makes of one, the other still knows.
 */
export class ListFile {
  readonly #folder: string
  readonly #file: string
  readonly #copy: string
  #damage: Damage | null = null

  constructor(folder: string) {
    this.#folder = folder
    this.#file = path.join(folder, 'offices.json')
    this.#copy = path.join(folder, 'offices.copy.json')
  }

  /** What was found damaged since the start; null while all was whole. */
  get damage(): Damage | null {
    return this.#damage
  }

  /** The list; null where none was ever written. A damaged file is kept aside and made anew from what can be found. */
  read(): OfficeList | null {
    const text = textOf(this.#file)
    const copy = parseList(textOf(this.#copy) ?? '')
    if (text === null) return copy
    return parseList(text) ?? this.#rebuild(text, copy)
  }

  /** Throws where it cannot be written. */
  write(list: OfficeList): void {
    const text = `${JSON.stringify({ version: 1, ...list }, null, 2)}\n`
    fs.mkdirSync(this.#folder, { recursive: true })
    for (const file of [this.#copy, this.#file]) writeWhole(file, text)
  }

  #rebuild(text: string, copy: OfficeList | null): OfficeList {
    const offices = copy?.offices ?? foldersIn(text).map((folder) => newEntry(folder))
    const list = { home: copy?.home ?? '', shown: copy?.shown ?? null, offices }
    this.#damage = { keptAs: this.#keepAside(), found: offices.length }
    return list
  }

  #keepAside(): string | null {
    const aside = `${this.#file}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`
    try {
      fs.renameSync(this.#file, aside)
      return aside
    } catch (error) {
      console.error(error) // it stays where it is, and the next change writes over it
      return null
    }
  }
}

/** Without the second copy: the folders that the damaged text still names, where an office lies in them now. */
function foldersIn(text: string): string[] {
  const named = [...text.matchAll(/"folder":\s*("(?:[^"\\]|\\.)*")/g)].flatMap((match) => {
    try {
      return [String(JSON.parse(match[1] ?? ''))]
    } catch {
      return []
    }
  })
  return [...new Set(named)].filter((folder) => path.isAbsolute(folder) && holdsOffice(folder))
}

/** Null where there is none. One that cannot be read is as good as damaged: nothing of it is known. */
function textOf(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : ''
  }
}

/** On disk and whole: a power cut leaves the old file or this one. Two writers never share a half-written file. */
function writeWhole(file: string, text: string): void {
  const temp = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    const handle = fs.openSync(temp, 'wx', 0o600)
    try {
      fs.writeSync(handle, text)
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
    fs.renameSync(temp, file)
  } catch (error) {
    fs.rmSync(temp, { force: true })
    throw error
  }
  syncFolder(path.dirname(file))
}

/** A rename is on disk only when its folder is. Windows can and need not sync folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
