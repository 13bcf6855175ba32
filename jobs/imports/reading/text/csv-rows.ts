import { hasInvisible } from '../../../values/invisible'
import { Problem } from '../../../values/problem'
import { lettersOf, type RawRow, textCell } from '../cell'
import { MAX_COLUMNS, MAX_ROWS, MAX_TOKEN_CHARS, refuseOver } from '../limits'

/** A line may be of two characters: what is made of a piece takes a hundred times its size. */
const PIECE_CHARS = 64 * 1024

/** What papaparse's low-level parser answers with; its types call it `any`. */
type Parse = { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } }

export type CsvFormat = { delimiter: string; newline: '\n' | '\r' }

/**
 * Rows of delimited text (RFC 4180: quotes around cells, doubled inside, line breaks within them). Lines may end with
 * LF, CRLF or both mixed; a file that has CR only is told by its format. A quote that never closes would swallow the
 * rest of the file: a Problem that names its row.
 */
export async function* readCsv(pieces: AsyncIterable<string>, format: CsvFormat): AsyncGenerator<RawRow[]> {
  const { default: Papa } = await import('papaparse')
  const parse = (text: string, more: boolean): Parse =>
    new Papa.Parser({ delimiter: format.delimiter, newline: format.newline }).parse(text, 0, more)
  let pending = ''
  let enough = PIECE_CHARS
  let n = 0
  for await (const piece of pieces) {
    pending += piece
    if (pending.length < enough) continue
    const parsed = parse(pending, true)
    if (parsed.data.length === 0) {
      if (pending.length > MAX_TOKEN_CHARS) throw pending.includes('"') ? unclosed(n + 1, pending) : endless(n + 1)
      enough = pending.length * 2 // one row is longer than a piece: read on before trying again
      continue
    }
    const isSeen = !hasInvisible(pending)
    pending = pending.slice(parsed.meta.cursor)
    enough = PIECE_CHARS
    yield rowsOf(parsed, n, isSeen)
    n += parsed.data.length
  }
  const parsed = parse(pending, false)
  const lost = parsed.errors.find((error) => error.code === 'MissingQuotes')
  if (lost) throw unclosed(n + lost.row + 1, pending)
  yield rowsOf(parsed, n, !hasInvisible(pending))
}

/**
 * Reads the beginning of a file by any delimiter, to see which one fits. `isWhole` says that nothing follows; else the
 * last, perhaps cut, row is left out.
 */
export async function sampleReader(
  sample: string,
  newline: CsvFormat['newline'],
  isWhole: boolean,
): Promise<(delimiter: string) => RawRow[]> {
  const { default: Papa } = await import('papaparse')
  return (delimiter) => rowsOf(new Papa.Parser({ delimiter, newline }).parse(sample, 0, !isWhole), 0, false)
}

const unclosed = (row: number, text: string): Problem =>
  new Problem('import.quote_not_closed', { row, found: text.slice(Math.max(0, text.indexOf('"'))).slice(0, 40) })

const endless = (row: number): Problem =>
  new Problem('import.line_too_long', { row, limit: MAX_TOKEN_CHARS }, { kind: 'too_large' })

function rowsOf(parsed: Parse, before: number, isSeen: boolean): RawRow[] {
  refuseOver('import.too_many_rows', before + parsed.data.length, MAX_ROWS + 1)
  const broken = new Set(parsed.errors.map((error) => error.row))
  return parsed.data.map((fields, i) => rowOf(fields, before + i + 1, broken.has(i), isSeen))
}

function rowOf(fields: string[], n: number, isBroken: boolean, isSeen: boolean): RawRow {
  refuseOver('import.too_many_columns', fields.length, MAX_COLUMNS)
  const row: RawRow = { n, hidden: false, at: [], cells: [], fields: fields.length, isBroken }
  const number = String(n)
  const end = fields.length - 1
  if (fields[end]?.endsWith('\r')) fields[end] = fields[end].slice(0, -1) // of the line's CRLF
  for (let at = 0; at < fields.length; at++) {
    const raw = fields[at]
    if (!raw) continue
    const cell = textCell(raw.charCodeAt(0) === 61 ? withoutFormula(raw) : raw, lettersOf(at) + number, isSeen)
    if (!cell) continue
    row.at.push(at)
    row.cells.push(cell)
  }
  return row
}

/** `="00123"`: how exports for Excel keep the zeros in front. It is the text that Excel would show. */
const withoutFormula = (raw: string): string => /^="((?:[^"]|"")*)"$/.exec(raw)?.[1]?.replaceAll('""', '"') ?? raw

/** CR alone ends lines only where no LF stands outside of quotes; within them LF may be a cell's own line break. */
export function newlineOf(sample: string): CsvFormat['newline'] {
  if (!sample.includes('\r')) return '\n'
  return sample.includes('\n') && sample.replace(/"[^"]*"/g, '').includes('\n') ? '\n' : '\r'
}
