import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** An office of this installation, as the list keeps it. */
export type Entry = {
  /** Eight hexadecimal digits, never used again: a link of last year opens no other office. */
  id: string
  folder: string
  /** What it is called in the list; null: as it calls itself. */
  label: string | null
  /** What the office last called itself; empty while it has no name. */
  name: string
  /** Whether it works on while another one is shown, and from the start of the app. */
  keepsWorking: boolean
  /** Whether an office was ever open there: where nothing of it lies any more, it is missing and not new. */
  wasOpen: boolean
}

/** `home` is the folder the app has by itself; `shown` the office that the window showed last. */
export type OfficeList = { home: string; shown: string | null; offices: Entry[] }

export const LONGEST_LABEL = 80

export const newEntry = (folder: string): Entry => ({
  id: randomBytes(4).toString('hex'),
  folder,
  label: null,
  name: '',
  keepsWorking: true,
  wasOpen: holdsOffice(folder),
})

export const nameOf = ({ label, name, folder }: Pick<Entry, 'label' | 'name' | 'folder'>): string =>
  label || name || path.basename(folder) || folder

const isText = (value: unknown): value is string => typeof value === 'string'
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

function entryOf(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, folder, label, name, keepsWorking, wasOpen } = value as Record<string, unknown>
  if (!isText(id) || !/^[0-9a-f]{8}$/.test(id)) return null
  if (!isText(folder) || !path.isAbsolute(folder) || folder.includes('\0')) return null
  if (!(label === null || isText(label)) || !isText(name)) return null
  if (!isFlag(keepsWorking) || !isFlag(wasOpen)) return null
  return { id, folder, label, name, keepsWorking, wasOpen }
}

/** The list as it stands in its file; null where that is not one, whole. */
export function parseList(text: string): OfficeList | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof read !== 'object' || read === null) return null
  const { version, home, shown, offices } = read as Record<string, unknown>
  if (version !== 1 || !isText(home) || !(shown === null || isText(shown)) || !Array.isArray(offices)) return null
  const entries = offices.map(entryOf)
  const whole = entries.filter((entry) => entry !== null)
  const ids = new Set(whole.map(({ id }) => id))
  return whole.length === entries.length && ids.size === whole.length ? { home, shown, offices: whole } : null
}

/**
 * The list with the app's own office in it. Where that has moved since (the folder was copied to another place or another
 * computer), its entry moves along, and the others are not started by themselves: they may be at work elsewhere.
 */
export function withHome(list: OfficeList, home: string): OfficeList {
  const isMoved = list.home !== '' && list.home !== home
  const offices = !isMoved
    ? list.offices
    : list.offices
        .filter(({ folder }) => folder !== home)
        .map((one) => (one.folder === list.home ? { ...one, folder: home } : { ...one, keepsWorking: false }))
  return { ...list, home, offices }
}

/** What lies in a folder where an office works: its database, and the lock that it once took. */
export const holdsOffice = (folder: string): boolean => fs.existsSync(path.join(folder, 'daybook.db'))

/** Where an office was and nothing of it is: a drive that is not connected, a folder that was moved. */
export const isMissing = ({ folder, wasOpen }: Entry): boolean =>
  wasOpen && !holdsOffice(folder) && !fs.existsSync(path.join(folder, 'office.lock'))
