import type { Client } from '../../app/client'
import type { Group, ImportRow, Layout, Place } from './layout'
import { placeAt } from './layout'

const PAGE_ROWS = 100
/** A row has about a kilobyte; what was scrolled past long ago is asked again when it comes back. */
const KEPT_PAGES = 60
const NUMBERS_AT_ONCE = 2000

/**
 * The rows of a list as they were grouped when it was laid out: pages come when they are looked at, and a row that was
 * mended stays in its place until the list is laid out anew.
 */
export class RowStore {
  readonly #pages = new Map<string, ImportRow[]>()
  readonly #asked = new Map<string, Promise<void>>()
  /** Rows that have left the cause they are listed under, by group. */
  readonly #mended = new Map<string, Map<number, number>>()
  /** Until the office has answered to a mending, nobody knows on which side of it a list was read. */
  #mending: Promise<unknown> = Promise.resolve()
  #mendings = 0
  #typedIn: string | null = null
  version = 0
  /** Why rows that were asked for did not come; null once some came. */
  refused: unknown = null

  constructor(
    private readonly client: Client,
    private readonly importId: number,
    private readonly told: () => void,
  ) {}

  rowAt(group: Group, offset: number): ImportRow | undefined {
    return this.#pages.get(pageKey(group, offset))?.[offset % PAGE_ROWS]
  }

  /** Every row that is here. */
  byNumber(): ReadonlyMap<number, ImportRow> {
    return new Map([...this.#pages.values()].flatMap((rows) => rows.map((row) => [row.row, row] as const)))
  }

  isMended(group: Group, row: ImportRow): boolean {
    return this.#mended.get(group.key)?.has(row.row) ?? false
  }

  mendedIn(group: Group): number {
    return this.#mended.get(group.key)?.size ?? 0
  }

  get mended(): number {
    let count = 0
    for (const rows of this.#mended.values()) count += rows.size
    return count
  }

  /** Asks for what stands from one place to another and is not here yet. */
  async want(layout: Layout, from: number, to: number): Promise<void> {
    const asked: Promise<void>[] = []
    for (let index = from; index <= to; ) {
      const place = placeAt(layout, index)
      if (!place) break
      const offset = place.offset ?? 0
      asked.push(this.#page(place.group, offset))
      const nextOfPage = (Math.floor(offset / PAGE_ROWS) + 1) * PAGE_ROWS
      index = place.group.start + 1 + Math.min(nextOfPage, place.group.rows)
    }
    await Promise.all(asked)
  }

  /** The numbers of so many rows from a place on, headings not counted; also of rows that nobody has looked at. */
  async numbersFrom(layout: Layout, index: number, count: number): Promise<number[]> {
    const found: number[] = []
    for (let at = index; found.length < count; ) {
      const place = placeAt(layout, at)
      if (!place) break
      const { group } = place
      const offset = place.offset ?? 0
      const numbers = await this.#numbers(group, offset, Math.min(count - found.length, group.rows - offset))
      if (numbers.length === 0) break
      found.push(...numbers)
      at = group.start + 1 + offset + numbers.length
    }
    return found
  }

  /** Of rows that are here, what is here: they may have left what they are listed under. Of others, what the office says. */
  async #numbers(group: Group, offset: number, count: number): Promise<number[]> {
    const held = this.#pages.get(pageKey(group, offset))
    if (held)
      return held
        .slice(offset % PAGE_ROWS)
        .slice(0, count)
        .map(({ row }) => row)
    let end = offset
    while (end < offset + Math.min(count, NUMBERS_AT_ONCE) && !this.#pages.has(pageKey(group, end))) {
      end = (Math.floor(end / PAGE_ROWS) + 1) * PAGE_ROWS
    }
    const limit = Math.min(end - offset, count)
    const which = { ...group.which, offset: offset - this.#goneBefore(group, offset), limit }
    return (await this.client.call('imports.row_numbers', { id: this.importId, ...which })).items
  }

  /** Rows before a place that are listed there and are no longer what the office would list. */
  #goneBefore(group: Group, place: number): number {
    return [...(this.#mended.get(group.key)?.values() ?? [])].filter((one) => one < place).length
  }

  #page(group: Group, offset: number): Promise<void> {
    const key = pageKey(group, offset)
    if (this.#pages.has(key)) return Promise.resolve()
    const under = this.#asked.get(key)
    if (under) return under
    const asking = this.#read(group, Math.floor(offset / PAGE_ROWS) * PAGE_ROWS)
      .then((items) => {
        this.refused = null
        this.#pages.set(key, items)
        this.#dropOldest()
        this.#tell()
      })
      .catch((refused: unknown) => {
        this.refused = refused
        this.#tell()
      })
      .finally(() => this.#asked.delete(key))
    this.#asked.set(key, asking)
    return asking
  }

  /** What a mending overtook is asked once more: it may tell of before, and its places may have moved. */
  async #read(group: Group, first: number): Promise<ImportRow[]> {
    for (;;) {
      await this.#mending
      const mendings = this.#mendings
      const offset = first - this.#goneBefore(group, first)
      const which = { ...group.which, offset, limit: PAGE_ROWS }
      const { items } = await this.client.call('imports.rows', { id: this.importId, ...which })
      if (mendings === this.#mendings) return items
    }
  }

  /** The place that is typed in, however far one scrolls from it meanwhile; null: none is. */
  hold(place: Place | null): void {
    this.#typedIn = place && pageKey(place.group, place.offset ?? 0)
  }

  /** What was mended stays: asked again, the office would no longer list it in its place. */
  #dropOldest(): void {
    if (this.#pages.size <= KEPT_PAGES) return
    const kept = new Set<string | null>([this.#typedIn])
    for (const [group, rows] of this.#mended) {
      for (const place of rows.values()) kept.add(`${group}|${Math.floor(place / PAGE_ROWS)}`)
    }
    const oldest = [...this.#pages.keys()].find((key) => !kept.has(key))
    if (oldest !== undefined) this.#pages.delete(oldest)
  }

  /** Rows are being mended; until that is answered, no others are asked for. */
  waitFor(mending: Promise<unknown>): void {
    this.#mendings++
    this.#mending = mending.catch(() => undefined)
  }

  /** Rows as they now stand, wherever they are listed. */
  put(fresh: readonly ImportRow[], groups: readonly Group[]): void {
    this.#mendings++
    const byNumber = new Map(fresh.map((row) => [row.row, row]))
    for (const [key, rows] of this.#pages) {
      const group = groups.find((one) => key.startsWith(`${one.key}|`))
      for (const [index, row] of rows.entries()) {
        const now = byNumber.get(row.row)
        if (!now) continue
        rows[index] = now
        if (group) this.#note(group, now, Number(key.slice(group.key.length + 1)) * PAGE_ROWS + index)
      }
    }
    this.#tell()
  }

  #note(group: Group, row: ImportRow, place: number): void {
    const mended = this.#mended.get(group.key) ?? new Map<number, number>()
    if (belongs(group, row)) mended.delete(row.row)
    else mended.set(row.row, place)
    this.#mended.set(group.key, mended)
  }

  #tell(): void {
    this.version++
    this.told()
  }
}

const pageKey = (group: Group, offset: number) => `${group.key}|${Math.floor(offset / PAGE_ROWS)}`

function belongs({ cause, outcome }: Group, row: ImportRow): boolean {
  if (outcome !== null) return row.outcome === outcome
  const [first] = cause?.severity === 'warning' ? row.warnings : row.errors
  return first?.code === cause?.code && (first?.column ?? null) === (cause?.column ?? null)
}
