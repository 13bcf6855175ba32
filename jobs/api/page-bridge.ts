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
}

export type OfficeState =
  | { state: 'starting' }
  /** `restartedAt`: it had ended unexpectedly and was started again then (ISO instant); null at an ordinary start. */
  /** `isAttached`: another program runs the office (`daybook serve`); closing Daybook leaves it running. */
  | { state: 'running'; restartedAt: string | null; isAttached: boolean }
  | { state: 'restarting' }
  /** It could not be started again, in words. */
  | { state: 'stopped'; message: string; fix: string }

/** A file as it was handed over; the page cannot open a path itself. */
export type HandedFile = { name: string; path: string; bytes: Uint8Array<ArrayBuffer> }
