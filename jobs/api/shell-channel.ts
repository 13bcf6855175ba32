/**
 * What the desktop shell and the office process say to each other over the utility process's own port. The shell learns
 * of the office only what it must show: of what somebody wrote, nothing but the office's own name passes here.
 */

/** From the shell to the office. */
export type ToOffice =
  /** A window's end of a MessagePort travels with it. */
  | { type: 'port' }
  /** The computer slept, or its user came back: whatever fell due meanwhile is due now. */
  | { type: 'woke' }
  /** End in order: what runs is finished or handed back. The process exits when that is done. */
  | { type: 'stop' }
  /** The answer to a `keyring` question; null: there is no keyring, or it does not open this. */
  | { type: 'keyring_answer'; id: number; bytes: Uint8Array | null }

/** From the office to the shell. */
export type FromOffice =
  /** `isAttached`: another process runs the office of this folder, and this one only passes on what windows ask. */
  | { type: 'ready'; isAttached: boolean }
  /** The office cannot open, in words; the process ends after it. */
  | { type: 'refused'; code: string; message: string; fix: string }
  | { type: 'activity'; running: RunningWork[] }
  /** What the office calls itself, and how many things wait for a person in it. */
  | { type: 'standing'; name: string; needs: number }
  | { type: 'finished'; work: FinishedWork }
  /** Asks the computer's keyring to seal or unseal the data key. */
  | { type: 'keyring'; id: number; ask: 'seal' | 'unseal'; bytes: Uint8Array }

/** Tasks of one name that run now. */
export type RunningWork = {
  task: string
  n: number
  /** Interrupted, it starts again by itself; false: the office will ask what became of it (mail that was being sent). */
  resumes: boolean
  /** How far it is; told only while the office closes, of a task that runs alone of its name and counts what it does. */
  progress?: { current: number; total: number }
}

export const FINISHED_KINDS = [
  'run_prepared',
  'payslips_made',
  'import_checked',
  'import_applied',
  'import_refused',
  'task_failed',
] as const
export type FinishedKind = (typeof FINISHED_KINDS)[number]

/** What is worth a notification: a kind, the row it opens, and how many of them ended at once (the last one's id). */
export type FinishedWork = { kind: FinishedKind; id: number; n: number }
