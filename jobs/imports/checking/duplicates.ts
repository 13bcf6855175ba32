import { createHash } from 'node:crypto'
import type { Finding } from '../kind'
import type { CheckedRow, RowOutcome } from './check-row'

/** What becomes of an earlier row when a later one contradicts it. */
export type Conflict = { n: number; was: RowOutcome; error: Finding }

type First = { n: number; content: string; outcome: RowOutcome; contradicted: boolean }

/**
 * Two rows of one file with the same key: where they say the same, the first stands and the later one is a duplicate;
 * where they contradict each other nobody can know which is right, so both are errors that name each other.
 */
export class Duplicates {
  readonly #firsts = new Map<string, First>()

  /** Changes `row` where it repeats a key, and answers with what that means for the first row of the key. */
  see(row: CheckedRow): Conflict | null {
    if (row.key === null) return null
    const content = contentOf(row)
    const first = this.#firsts.get(row.key)
    if (!first) {
      this.#firsts.set(row.key, { n: row.n, content, outcome: row.outcome, contradicted: false })
      return null
    }
    row.firstRow = first.n
    if (first.content === content) {
      if (row.outcome !== 'error') row.outcome = first.contradicted ? 'error' : 'duplicate'
      if (first.contradicted) row.errors.push(contradiction(row, first.n))
      return null
    }
    row.outcome = 'error'
    row.errors.push(contradiction(row, first.n))
    if (first.contradicted) return null
    first.contradicted = true
    const was = first.outcome
    first.outcome = 'error'
    return { n: first.n, was, error: contradiction({ ...row, n: first.n }, row.n) }
  }
}

const contradiction = (row: CheckedRow, other: number): Finding => ({
  column: null,
  found: null,
  reason: {
    code: 'import.rows_contradict',
    params: { first: Math.min(row.n, other), second: Math.max(row.n, other) },
  },
})

/** A digest instead of the values: a file may have a million rows. */
function contentOf({ values }: CheckedRow): string {
  let text = ''
  for (const name of Object.keys(values ?? {}).sort()) {
    const value = values?.[name] ?? null
    text += `${name}\0${typeof value}\0${value}\0`
  }
  return createHash('sha256').update(text).digest('base64').slice(0, 22)
}
