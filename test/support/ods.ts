import { strToU8, type Zippable, zipSync } from 'fflate'
import { escapeXml } from './xlsx'

/** A cell: text, a number, a boolean, nothing, or the element itself with its attributes. */
export type OdsCell =
  | string
  | number
  | boolean
  | null
  | {
      type?: 'float' | 'percentage' | 'currency' | 'date' | 'time' | 'boolean' | 'string'
      value?: string | number
      currency?: string
      formula?: string
      /** What LibreOffice adds where a formula failed. */
      isError?: boolean
      /** What the cell shows, a paragraph each. */
      shown?: string[]
      repeat?: number
      span?: number
      rowsSpan?: number
      /** Stands within the cell: `<office:annotation>…`. */
      more?: string
    }

export type OdsSheet = {
  name: string
  rows: OdsCell[][]
  /** Attributes of rows, by number from 1: `table:visibility="collapse"`. */
  rowAttributes?: Record<number, string>
  /** Stands before the rows: `<table:table-column …/>`. */
  before?: string
  hidden?: boolean
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMES = ['office', 'table', 'text', 'style', 'number', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(' ')

/** A paragraph as LibreOffice writes it: blanks at its ends and doubled ones are elements, as are tabs and line breaks. */
const paragraph = (text: string): string =>
  `<text:p>${escapeXml(text)
    .replace(/ {2,}|^ | $/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
    .replace(/\t/g, '<text:tab/>')
    .replace(/\r/g, '')}</text:p>`

const paragraphs = (text: string): string => text.split('\n').map(paragraph).join('')

export function odsCellXml(cell: OdsCell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'string')
    return `<table:table-cell office:value-type="string" calcext:value-type="string">${paragraphs(cell)}</table:table-cell>`
  if (typeof cell === 'number') return odsCellXml({ type: 'float', value: cell })
  if (typeof cell === 'boolean') return odsCellXml({ type: 'boolean', value: String(cell) })
  const { type, value, currency, formula, repeat, span, rowsSpan = 1 } = cell
  const named = { date: 'date-value', time: 'time-value', boolean: 'boolean-value', string: 'string-value' } as const
  const attributes = [
    formula === undefined ? '' : ` table:formula="of:=${escapeXml(formula)}"`,
    span === undefined && rowsSpan === 1
      ? ''
      : ` table:number-columns-spanned="${span ?? 1}" table:number-rows-spanned="${rowsSpan}"`,
    repeat === undefined ? '' : ` table:number-columns-repeated="${repeat}"`,
    type === undefined ? '' : ` office:value-type="${type}"`,
    currency === undefined ? '' : ` office:currency="${currency}"`,
    value === undefined ? '' : ` office:${named[type as keyof typeof named] ?? 'value'}="${escapeXml(String(value))}"`,
    cell.isError ? ' calcext:value-type="error"' : '',
  ].join('')
  const covered =
    span === undefined || span < 2 ? '' : `<table:covered-table-cell table:number-columns-repeated="${span - 1}"/>`
  const shown = cell.shown ?? (value === undefined ? [] : [String(value)])
  return `<table:table-cell${attributes}>${cell.more ?? ''}${shown.map(paragraphs).join('')}</table:table-cell>${covered}`
}

/** An OpenDocument spreadsheet as bytes, with the parts and the blank tail that LibreOffice writes. */
export function buildOds(sheets: OdsSheet[], parts: Record<string, string> = {}): Uint8Array {
  const tables = sheets.map(({ name, rows, rowAttributes, before, hidden }) => {
    const lines = rows.map((cells, i) => {
      const attributes = rowAttributes?.[i + 1] ? ` ${rowAttributes[i + 1]}` : ''
      const tail = `<table:table-cell table:number-columns-repeated="${1024 - cells.length}"/>`
      return `<table:table-row${attributes}>${cells.map(odsCellXml).join('')}${tail}</table:table-row>`
    })
    const blank = `<table:table-row table:number-rows-repeated="${1_048_576 - rows.length}"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`
    const style = hidden ? 'ta2' : 'ta1'
    return `<table:table table:name="${escapeXml(name)}" table:style-name="${style}">${before ?? '<table:table-column table:number-columns-repeated="1024"/>'}${lines.join('')}${blank}</table:table>`
  })
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>' +
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const content = `${HEAD}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`
  const manifest = `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>`
  const files: Zippable = { mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }
  for (const [name, part] of Object.entries({ 'content.xml': content, 'META-INF/manifest.xml': manifest, ...parts })) {
    files[name] = strToU8(part)
  }
  return zipSync(files)
}

/** The simplest document: one sheet of rows. */
export const odsOf = (...rows: OdsCell[][]): Uint8Array => buildOds([{ name: 'Sheet1', rows }])
