import { Readable } from 'node:stream'
import { csvLines, MEDIA_TYPES } from '../../imports'
import { dateIn } from '../../values/time'
import type { FileAnswer } from '../method'
import type { Office } from '../office'

export type Cell = string | number | null

type ListFile<Row> = {
  /** What the file is called: `tasks`, with the day behind it. */
  name: string
  headers: readonly string[]
  pages: AsyncIterable<readonly Row[]>
  cells: (row: Row) => Cell[]
}

/** A list's file has no limit but the disk. */
const MOST_BYTES = Number.MAX_SAFE_INTEGER

/**
 * Writes a list into a file, page by page, so that neither memory nor one turn holds all of it. No row links the file:
 * once it has been fetched it is collected after a day, as an upload is of which nothing was made.
 */
export async function listFile<Row>(
  office: Office,
  { name, headers, pages, cells }: ListFile<Row>,
): Promise<FileAnswer> {
  async function* text() {
    yield `\uFEFF${csvLines([headers], ',')}` // the mark without which Excel misreads accents
    for await (const rows of pages) yield csvLines(rows.map(cells), ',')
  }
  const fileName = `${name}-${dateIn(office.clock.now(), office.engine.zone())}.csv`
  const { sha256 } = await office.files.putStream(Readable.from(text()), MEDIA_TYPES.csv, fileName, MOST_BYTES)
  return { fileName, mediaType: MEDIA_TYPES.csv, sha256 }
}

type Page<Row, Cursor> = { items: readonly Row[]; next: Cursor | null }

/** All pages of a list, each asked for by the `next` of the one before. */
export async function* pagesOf<Row, Cursor>(
  ask: (cursor: Cursor | undefined) => Page<Row, Cursor> | Promise<Page<Row, Cursor>>,
): AsyncGenerator<readonly Row[]> {
  for (let cursor: Cursor | undefined; ; ) {
    const page = await ask(cursor)
    yield page.items
    if (page.next === null) return
    cursor = page.next
  }
}
