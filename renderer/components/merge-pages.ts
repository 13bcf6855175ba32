export type Answer<Row> = { items: Row[]; next: string | number | null }

/** What a list shows: its rows in order, the cursor of the page after them, and the new rows that wait above. */
export type Shown<Row> = { rows: Row[]; next: string | number | null; newer: number; isMoreNewer: boolean }

export const nothingShown = { rows: [], next: null, newer: 0, isMoreNewer: false }

type KeyOf<Row> = (row: Row) => string

/** The first page asked again goes in front of what was read before it; a hole between the two begins the list anew. */
export function withHead<Row>(shown: Shown<Row>, head: Answer<Row>, keyOf: KeyOf<Row>): Shown<Row> {
  const last = head.items.at(-1)
  const end = last === undefined ? -1 : shown.rows.findIndex((row) => keyOf(row) === keyOf(last))
  const older = head.next === null || end === -1 ? [] : shown.rows.slice(end + 1)
  return {
    rows: [...head.items, ...older],
    next: older.length > 0 ? shown.next : head.next,
    newer: 0,
    isMoreNewer: false,
  }
}

/** Nothing moves under the reader: known rows are renewed where they stand, new ones are counted and wait. */
export function renewed<Row>(shown: Shown<Row>, head: Answer<Row>, keyOf: KeyOf<Row>): Shown<Row> {
  const known = new Set(shown.rows.map(keyOf))
  const firstKnown = head.items.findIndex((row) => known.has(keyOf(row)))
  const newer = firstKnown === -1 ? head.items.length : firstKnown
  return { ...withRows(shown, head.items, keyOf), newer, isMoreNewer: firstKnown === -1 && head.next !== null }
}

/** The rows of a page asked again, each in its place. */
export function withRows<Row>(shown: Shown<Row>, items: Row[], keyOf: KeyOf<Row>): Shown<Row> {
  const fresh = new Map(items.map((row) => [keyOf(row), row]))
  return { ...shown, rows: shown.rows.map((row) => fresh.get(keyOf(row)) ?? row) }
}

/** A page asked again takes its place after the row it follows: what came into it or went from it shows. */
export function withPageAgain<Row>(shown: Shown<Row>, after: string, page: Answer<Row>, keyOf: KeyOf<Row>): Shown<Row> {
  const placeOf = (key: string) => shown.rows.findIndex((row) => keyOf(row) === key)
  const last = page.items.at(-1)
  const start = placeOf(after) + 1
  const end = last === undefined ? -1 : placeOf(keyOf(last))
  if (start === 0 || (page.next !== null && end < start)) return withRows(shown, page.items, keyOf)
  const fresh = new Set(page.items.map(keyOf))
  const others = (rows: Row[]) => rows.filter((row) => !fresh.has(keyOf(row)))
  const older = page.next === null ? [] : others(shown.rows.slice(end + 1))
  return {
    ...shown,
    rows: [...others(shown.rows.slice(0, start)), ...page.items, ...older],
    next: page.next === null ? null : shown.next,
  }
}

/** The next page at the end; a row that is there already stays where it is. */
export function withPage<Row>(shown: Shown<Row>, page: Answer<Row>, keyOf: KeyOf<Row>): Shown<Row> {
  const known = new Set(shown.rows.map(keyOf))
  return {
    ...shown,
    rows: [...shown.rows, ...page.items.filter((row) => !known.has(keyOf(row)))],
    next: page.next,
  }
}
