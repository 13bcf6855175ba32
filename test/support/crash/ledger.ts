/** What the client of an office was told, and may therefore rely on whatever happens to the office. */
export class Ledger {
  /** Tasks whose enqueue was answered, and how each has to end. */
  readonly tasks = new Map<number, { what: string; end: End }>()
  /** Tasks whose revoke was answered with REVOKED: they never run. */
  readonly revoked = new Set<number>()
  /** The office's name, as the last answered change left it; `asked` may stand there instead. */
  name: { known: string | null; asked: string | null } = { known: null, asked: null }
  /** A queue that is known to be paused, and since when on the office's clock. */
  paused: { queue: string; since: number } | null = null
  /** The schedule of the script. */
  scheduleId: number | null = null
}

export type End = 'success' | 'failure' | 'revoked'
