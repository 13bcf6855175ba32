import type { Random } from '../../clock/random'
import { buildOds, type OdsCell } from '../ods'
import { buildXlsx, letters, type XlsxCell } from '../xlsx'
import type { Layout, Line } from './layout'
import type { CorpusTable, OutCell } from './table'

export const FORMATS = ['csv', 'tsv', 'xlsx', 'ods'] as const
export type Format = (typeof FORMATS)[number]

/** The bytes of a file; line 0 of the layout stands in row `firstRow`, its first column under the letter at `firstColumn`. */
export type Written = { bytes: Uint8Array; firstRow: number; firstColumn: number; encoding: string | null }

const textOf = (cell: OutCell | string | null | undefined): string =>
  typeof cell === 'string' ? cell : (cell?.text ?? '')

const ENCODINGS = ['utf-8', 'utf-8 with mark', 'utf-16le', 'windows-1252', 'macintosh']

export function writeText(table: CorpusTable, layout: Layout, format: Format, random: Random): Written {
  const delimiter = format === 'tsv' ? '\t' : table.locale.mark === ',' ? ';' : random.pick([',', ',', ';', '|'])
  const quoteAll = random.chance(0.2)
  const isPadded = random.chance(0.6)
  const newline = random.pick(['\n', '\r\n', '\r\n', '\r'])
  const width = table.columns.length
  const quote = (text: string): string =>
    quoteAll || text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const written = layout.lines.map(({ cells, record }) => {
    const texts = cells.map(textOf)
    while (texts.length < width && (isPadded || record !== null)) texts.push('')
    return texts.every((text) => text === '') && !isPadded ? '' : texts.map(quote).join(delimiter)
  })
  const mark = format === 'csv' && random.chance(0.04) ? `sep=${delimiter}${newline}` : ''
  const text = mark + written.join(newline) + newline
  const wanted = random.pick(ENCODINGS)
  const encoded = encode(text, wanted)
  table.traits.push(`${encoded ? wanted : 'utf-8'}, ${JSON.stringify(delimiter)}, ${JSON.stringify(newline)}`)
  return { bytes: encoded ?? Buffer.from(text), firstRow: 1, firstColumn: 0, encoding: encoded ? wanted : 'utf-8' }
}

/** Null where the encoding has no such letter. */
function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  const made = [...text].map((letter) => bytes.get(letter))
  return made.every((byte) => byte !== undefined) ? Uint8Array.from(made) : null
}

const DAY = 86_400_000
const serialOf = (date: string, date1904: boolean): number =>
  (Date.parse(date) - Date.UTC(1899, 11, 30)) / DAY - (date1904 ? 1462 : 0)

type Frame = { rows: number; columns: number }
const frameOf = (random: Random, traits: string[]): Frame => {
  if (!random.chance(0.1)) return { rows: 0, columns: 0 }
  traits.push('begins in B3')
  return { rows: 2, columns: 1 }
}

export function writeXlsx(table: CorpusTable, { lines, spans }: Layout, random: Random): Written {
  const frame = frameOf(random, table.traits)
  const date1904 = random.chance(0.15)
  if (date1904) table.traits.push('1904')
  const money = random.pick(['#,##0.00', '0.00', `[$${table.locale.currency}] #,##0.00`])
  const hasFormulas = random.chance(0.15)
  const cellOf = (cell: Line['cells'][number], at: number): XlsxCell => {
    if (cell === null || typeof cell === 'string') return cell
    const column = table.columns[at]
    if (cell.dirty && cell.text.startsWith('#')) return { type: 'e', value: cell.text }
    if (!column?.isTyped || cell.typed === null) return cell.text
    if (typeof cell.typed === 'object') return { value: serialOf(cell.typed.date, date1904), style: 1 }
    const style = column.isMoney ? { style: 2 } : {}
    return { value: cell.typed, ...style, ...(hasFormulas && column.isMoney ? { formula: 'ROUND(Z1,2)' } : {}) }
  }
  const before = Array.from({ length: frame.rows }, (): XlsxCell[] => [])
  const indent = Array.from({ length: frame.columns }, (): XlsxCell => null)
  const rows = [...before, ...lines.map(({ cells }) => [...indent, ...cells.map(cellOf)])]
  const hiddenRows = lines.flatMap(({ hidden }, i) => (hidden ? [frame.rows + i + 1] : []))
  const merged = spans.map(({ line, at, columns }) => {
    const [first, last] = [letters(frame.columns + at), letters(frame.columns + at + columns - 1)]
    return `<mergeCell ref="${first}${frame.rows + line + 1}:${last}${frame.rows + line + 1}"/>`
  })
  const after = merged.length ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : ''
  const list = { name: 'List', rows, hiddenRows, after }
  const notes = { name: 'Notes', rows: [['Prepared by the office'], ['Ask before you change it']] }
  const sheets = random.chance(0.15) ? [notes, list] : random.chance(0.15) ? [list, notes] : [list]
  const bytes = buildXlsx({ sheets, formats: [random.pick([14, 'dd/mm/yyyy', 'yyyy-mm-dd']), money], date1904 })
  return { bytes, firstRow: frame.rows + 1, firstColumn: frame.columns, encoding: null }
}

export function writeOds(table: CorpusTable, { lines, spans }: Layout, random: Random): Written {
  const frame = frameOf(random, table.traits)
  const cellOf = (cell: Line['cells'][number], at: number, line: number): OdsCell => {
    const span = spans.find((one) => one.line === line && one.at === at)
    if (span && cell !== null) return { type: 'string', shown: [textOf(cell)], span: span.columns }
    if (cell === null || typeof cell === 'string') return cell
    const column = table.columns[at]
    if (cell.dirty && cell.text.startsWith('#')) {
      return { type: 'string', value: '', formula: '1/0', isError: true, shown: [cell.text] }
    }
    if (!column?.isTyped || cell.typed === null) return cell.text
    if (typeof cell.typed === 'object') return { type: 'date', value: cell.typed.date, shown: [cell.text] }
    if (!column.isMoney) return { type: 'float', value: cell.typed, shown: [String(cell.typed)] }
    return { type: 'currency', value: cell.typed, currency: table.locale.currency, shown: [cell.text] }
  }
  const isCovered = (line: number, at: number): boolean =>
    spans.some((one) => one.line === line && at > one.at && at < one.at + one.columns)
  const rows = lines.map(({ cells }, line) => [
    ...Array.from({ length: frame.columns }, (): OdsCell => null),
    ...cells
      .map((cell, at) => (isCovered(line, at) ? undefined : cellOf(cell, at, line)))
      .filter((c) => c !== undefined),
  ])
  const before = Array.from({ length: frame.rows }, (): OdsCell[] => [])
  const rowAttributes = Object.fromEntries(
    lines.flatMap(({ hidden }, i) => (hidden ? [[frame.rows + i + 1, 'table:visibility="collapse"']] : [])),
  )
  const bytes = buildOds([{ name: 'List', rows: [...before, ...rows], rowAttributes }])
  return { bytes, firstRow: frame.rows + 1, firstColumn: frame.columns, encoding: null }
}
