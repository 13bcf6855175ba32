import type { RunningWork } from './shell-channel'

/** What the desktop's preload offers the page as `window.daybook`; a browser has none of it. */
export type PageBridge = {
  /** The real path of a file that was dropped or chosen; empty where it has none. */
  pathOf(file: File): string
  /** Files that a second start of Daybook, or the system's “open with”, hands over. */
  onFiles(listener: (files: HandedFile[]) => void): () => void
  /** How the office process fares; the last state is told at once to whoever begins to listen. */
  onOffice(listener: (state: OfficeState) => void): () => void
  /** After `stopped`: one more try. */
  startOfficeAgain(): void
  /** The offices of this installation; the last list is told at once to whoever begins to listen. */
  onOffices(listener: (list: ListedOffices) => void): () => void
  /** Does something with the list. Folders are chosen in the system's own dialog, never by the page. */
  doWithOffices(deed: OfficesDeed): Promise<DeedAnswer>
}

export type OfficeState =
  | { state: 'starting' }
  /** `restartedAt`: it had ended unexpectedly and was started again then (ISO instant); null at an ordinary start. */
  /** `isAttached`: another program runs the office (`daybook serve`); closing Daybook leaves it running. */
  | { state: 'running'; restartedAt: string | null; isAttached: boolean }
  | { state: 'restarting' }
  /** It could not be opened or started again, in words; `code` is empty where it ended without saying why. */
  | { state: 'stopped'; code: string; message: string; fix: string }

/** How an office of the list stands. */
export type Standing =
  /** The one this window shows. */
  | 'open'
  /** At work while another one is shown. */
  | 'background'
  | 'starting'
  /** What runs in it is finished or handed back. */
  | 'closing'
  | 'closed'
  /** Its folder is not there, or nothing of the office is in it. */
  | 'missing'
  /** Another program has the folder open, and cannot be joined. */
  | 'locked'
  /** Its database was written by a newer Daybook. */
  | 'newer'
  | 'stopped'

export type ListedOffice = {
  id: string
  name: string
  /** What it is called in the list only; null: as it calls itself. */
  label: string | null
  folder: string
  keepsWorking: boolean
  isShown: boolean
  standing: Standing
  /** Another program (`daybook serve`) runs it, and goes on when Daybook is closed. */
  isAttached: boolean
  /** Tasks that run, and things that wait for a person, as it last said. */
  running: number
  needs: number
  /** What it still waits for while it closes; null at any other time. */
  closing: RunningWork[] | null
  /** Why it does not run. */
  reason: { message: string; fix: string } | null
}

/** `notice`: something about the list itself that its user should know (it was damaged, it cannot be saved). */
export type ListedOffices = { offices: ListedOffice[]; notice: { message: string; fix: string } | null }

export type OfficesDeed =
  | { deed: 'show'; id: string; place?: string }
  | { deed: 'add'; kind: 'new' | 'existing' }
  | { deed: 'remove'; id: string }
  | { deed: 'rename'; id: string; label: string }
  | { deed: 'keep_working'; id: string; keepsWorking: boolean }
  | { deed: 'open_again'; id: string }
  | { deed: 'notice_seen' }

/** `left`: its user went back in the dialog; nothing was done. */
export type DeedAnswer = { outcome: 'done' | 'left' } | { outcome: 'refused'; message: string; fix: string }

/** A file as it was handed over; the page cannot open a path itself. */
export type HandedFile = { name: string; path: string; bytes: Uint8Array<ArrayBuffer> }
