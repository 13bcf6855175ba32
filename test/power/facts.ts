/** What an office acknowledged to somebody, so that it must be there whatever the power does afterwards. */
export type What =
  | { kind: 'opened' }
  | { kind: 'task accepted'; id: number }
  | { kind: 'task ended'; id: number; state: string }
  | { kind: 'effect'; key: string }
  | { kind: 'file kept'; sha256: string }
  | { kind: 'import'; id: number; states: string[] }
  | { kind: 'audit entry'; seq: number; hash: string }
  | { kind: 'secret'; name: string; text: string }
  | { kind: 'backup'; file: string; sha256: string }
  | { kind: 'mails queued'; count: number }

/**
 * `at`: how long the log was when the answer had arrived, so that all of the log up to there was recorded before.
 * `until`: how long it was when somebody asked for something that takes the fact back (a restore).
 */
export type Fact = { at: number; until?: number; what: What }

/** The facts that hold for a log cut off at `length`. */
export const factsAt = (facts: readonly Fact[], length: number): What[] =>
  facts.filter(({ at, until = Number.POSITIVE_INFINITY }) => at <= length && length <= until).map(({ what }) => what)
