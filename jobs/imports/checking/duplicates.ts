import crypto from 'node:crypto'
import type { Finding } from '../kind'
import type { CheckedRow, RowOutcome } from './check-row'

/** What becomes of an earlier row when a later one contradicts it. */
export type Conflict = { n: number; was: RowOutcome; error: Finding }

const OUTCOMES: readonly RowOutcome[] = ['create', 'update', 'unchanged', 'duplicate', 'skipped', 'error']
/** Of the digest of a row's content: twelve bytes are the same by chance once in 10^28. */
const DIGEST_BYTES = 12

/**
 * Two rows of one file with the same key: where they say the same, the first stands and the later one is a duplicate;
 * where they contradict each other nobody can know which is right, so both are errors that name each other. Rows that
 * nothing but their words tells apart (`alike`) may be two: as many as the office has of them are those, a further one is asked about.
 *
 * What is known of the first rows lies in arrays of numbers: 200,000 rows take 18 MB so, and 44 as an
 * object and a text each.
 */
export class Duplicates {
  /** The place of each key's first row in the arrays. */
  readonly #places = new Map<string, number>()
  /** How often a key came that may be one of several alike. */
  readonly #repeats = new Map<number, number>()
  #numbers = new Uint32Array(1024)
  #outcomes = new Uint8Array(1024)
  #contradicted = new Uint8Array(1024)
  #digests = Buffer.alloc(1024 * DIGEST_BYTES)

  /** Changes `row` where it repeats a key, and answers with what that means for the first row of the key. */
  see(row: CheckedRow): Conflict | null {
    if (row.key === null) return null
    const digest = digestOf(row)
    const place = this.#places.get(row.key)
    if (place === undefined) {
      this.#add(row.key, row, digest)
      return null
    }
    const n = this.#numbers[place] ?? 0
    const contradicted = this.#contradicted[place] === 1
    row.firstRow = n
    if (this.#digests.compare(digest, 0, DIGEST_BYTES, place * DIGEST_BYTES, (place + 1) * DIGEST_BYTES) === 0) {
      if (row.alike && row.outcome !== 'error' && !contradicted) {
        const repeats = (this.#repeats.get(place) ?? 1) + 1
        this.#repeats.set(place, repeats)
        if (repeats <= row.alike.known) {
          row.firstRow = null
          return null
        }
        row.outcome = 'error'
        row.errors.push({ column: null, found: null, reason: { code: 'import.identical_rows', params: { first: n } } })
        return null
      }
      if (row.outcome !== 'error') row.outcome = contradicted ? 'error' : 'duplicate'
      if (contradicted) row.errors.push(contradiction(row, n))
      return null
    }
    row.outcome = 'error'
    row.errors.push(contradiction(row, n))
    if (contradicted) return null
    this.#contradicted[place] = 1
    const was = OUTCOMES[this.#outcomes[place] ?? 0] ?? 'error'
    this.#outcomes[place] = OUTCOMES.indexOf('error')
    return { n, was, error: contradiction({ ...row, n }, row.n) }
  }

  #add(key: string, { n, outcome }: CheckedRow, digest: Buffer): void {
    const place = this.#places.size
    if (place === this.#numbers.length) this.#grow()
    this.#places.set(key, place)
    this.#numbers[place] = n
    this.#outcomes[place] = OUTCOMES.indexOf(outcome)
    digest.copy(this.#digests, place * DIGEST_BYTES, 0, DIGEST_BYTES)
  }

  #grow(): void {
    const rows = this.#numbers.length * 2
    const numbers = new Uint32Array(rows)
    numbers.set(this.#numbers)
    const outcomes = new Uint8Array(rows)
    outcomes.set(this.#outcomes)
    const contradicted = new Uint8Array(rows)
    contradicted.set(this.#contradicted)
    this.#digests = Buffer.concat([this.#digests], rows * DIGEST_BYTES)
    this.#numbers = numbers
    this.#outcomes = outcomes
    this.#contradicted = contradicted
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
function digestOf({ values }: CheckedRow): Buffer {
  let text = ''
  for (const name of Object.keys(values ?? {}).sort()) {
    const value = values?.[name] ?? null
    text += `${name}\0${typeof value}\0${value}\0`
  }
  // The Electron that tests run in has a Node without the faster one.
  return crypto.hash ? crypto.hash('sha256', text, 'buffer') : crypto.createHash('sha256').update(text).digest()
}
