import { Random } from '../../clock/random'
import { letters } from '../xlsx'
import type { Part } from './header-list'
import { layOut } from './layout'
import { PAPERS } from './papers'
import type { CorpusRecord } from './records/meant'
import { type CorpusTable, makeTable } from './table'
import { FORMATS, writeOds, writeText, writeXlsx } from './write'

/** A file as a program somewhere exports it, with what is in it: the label. */
export type CorpusFile = {
  seed: number
  name: string
  bytes: Uint8Array
  table: CorpusTable
  encoding: string | null
  headerRow: number
  /** By the letter of the column: the field it is, null where it is none of the kind's. */
  columns: { letter: string; header: string; concept: string; field: string | null }[]
  /** By the number of the row. `dirty` names the concepts no value may be read from. */
  records: Map<number, { meant: CorpusRecord; dirty: string[] }>
}

/** The file of a seed, with headers of that part. */
export function corpusFile(seed: number, part: Part): CorpusFile {
  const random = new Random(seed + 1)
  const table = makeTable(seed, random, PAPERS, part)
  const format = random.pick(FORMATS)
  const layout = layOut(table, random, format === 'xlsx' || format === 'ods')
  const written =
    format === 'xlsx'
      ? writeXlsx(table, layout, random)
      : format === 'ods'
        ? writeOds(table, layout, random)
        : writeText(table, layout, format, random)
  const records: CorpusFile['records'] = new Map()
  layout.lines.forEach(({ record }, i) => {
    if (record === null) return
    const dirty = table.columns.filter(({ cells }) => cells[record]?.dirty).map(({ concept }) => concept)
    records.set(written.firstRow + i, { meant: table.records[record] ?? {}, dirty })
  })
  const columns = table.columns.map(({ header, concept }, i) => ({
    letter: letters(written.firstColumn + i),
    header,
    concept,
    field: concept.startsWith('-') || table.fieldless.includes(concept) ? null : concept,
  }))
  return {
    seed,
    name: `list-${seed}.${format}`,
    bytes: written.bytes,
    table,
    encoding: written.encoding,
    headerRow: written.firstRow + layout.headerLine,
    columns,
    records,
  }
}
