import { setImmediate as nextTurn } from 'node:timers/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { isDangerous, keptMark } from '../../values/neutralise'
import { goOn, type Waiting } from '../../values/waiting'
import { pagesOf, ROWS_A_TURN, type Table } from './table'

/**
 * A small workbook: one sheet for the table, one for an example row and one for notes. Text is written as text (inline strings), so nothing in
 * it is a formula; what looks like one is also marked as quoted, so that it stays text when somebody edits the cell.
 */
export async function writeXlsx(table: Table, waiting?: Waiting): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  const { length } = table.rows
  let written = 0
  for (const [path, xml] of partsOf(table)) {
    const part = new ZipDeflate(path)
    zip.add(part)
    part.push(strToU8(HEADER))
    for (const piece of xml) {
      part.push(strToU8(piece))
      await nextTurn()
      if (path === FIRST_SHEET) written += ROWS_A_TURN
      goOn(waiting, Math.min(written, length), length)
    }
    part.push(new Uint8Array(0), true)
  }
  zip.end()
  return new Uint8Array(Buffer.concat(pieces))
}

const FIRST_SHEET = 'xl/worksheets/sheet1.xml'

type Cells = readonly (string | number | null)[]

/** The files of the workbook, each in pieces. */
function partsOf({ name, headers, rows, notes = [], example = [] }: Table): [path: string, xml: Iterable<string>][] {
  const sheets = [{ name, xml: sheetXml(headers, rows) }]
  if (example.length > 0) sheets.push({ name: 'Example', xml: sheetXml(headers, [example]) })
  if (notes.length > 0) {
    sheets.push({
      name: 'Notes',
      xml: sheetXml(
        null,
        notes.map((note) => [note]),
      ),
    })
  }
  const numbers = sheets.map((_, index) => index + 1)
  const files = {
    '[Content_Types].xml':
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
      numbers
        .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`)
        .join('') +
      `</Types>`,
    '_rels/.rels':
      `<Relationships xmlns="${RELATIONSHIPS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      sheets
        .map((sheet, i) => `<sheet name="${sheetName(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('') +
      `</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${RELATIONSHIPS}">` +
      numbers
        .map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
        .join('') +
      `<Relationship Id="rId${numbers.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  }
  return [
    ...Object.entries(files).map(([path, xml]): [string, Iterable<string>] => [path, [xml]]),
    ...sheets.map(({ xml }, index): [string, Iterable<string>] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
  ]
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Styles by number: 0 plain, 1 bold, 2 text that is marked as quoted. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
  `<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" quotePrefix="1"/></cellXfs></styleSheet>`

/** A sheet in pieces; null: it has no headers. */
function* sheetXml(headers: Cells | null, rows: readonly Cells[]): Generator<string> {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`
  let n = 0
  const line = (cells: Cells, style: number): string => {
    n++
    return `<row r="${n}">${cells.map((cell, at) => cellXml(cell, `${letters(at)}${n}`, style)).join('')}</row>`
  }
  if (headers) yield line(headers, 1)
  for (const page of pagesOf(rows)) yield page.map((cells) => line(cells, 0)).join('')
  yield '</sheetData></worksheet>'
}

function cellXml(cell: string | number | null, address: string, style: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${address}" s="${style}"><v>${cell}</v></c>`
  const styled = isDangerous(cell) ? 2 : style
  return `<c r="${address}" s="${styled}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(keptMark(cell))}</t></is></c>`
}

/** A, B, … Z, AA, … of a column counted from 0. */
function letters(position: number): string {
  const rest = Math.floor(position / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (position % 26))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 has no way to write
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const escapeXml = (text: string): string =>
  text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

/** Excel allows 31 characters and none of these. */
const sheetName = (name: string): string => escapeXml(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)) || 'Sheet1'
