import { strToU8, zipSync } from 'fflate'
import { isDangerous, keptMark } from '../../values/neutralise'
import type { Table } from './table'

/**
 * A small workbook: one sheet for the table, one for an example row and one for notes. Text is written as text (inline strings), so nothing in
 * it is a formula; what looks like one is also marked as quoted, so that it stays text when somebody edits the cell.
 */
export function toXlsx({ name, headers, rows, notes = [], example = [] }: Table): Uint8Array {
  const sheets = [{ name, xml: sheetXml([headers, ...rows], true) }]
  if (example.length > 0) sheets.push({ name: 'Example', xml: sheetXml([headers, example], true) })
  if (notes.length > 0)
    sheets.push({
      name: 'Notes',
      xml: sheetXml(
        notes.map((note) => [note]),
        false,
      ),
    })
  const numbers = sheets.map((_, index) => index + 1)
  const files: Record<string, string> = {
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
  for (const [index, { xml }] of sheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = xml
  const parts = Object.entries(files).map(([path, xml]) => [path, strToU8(HEADER + xml)] as const)
  return zipSync(Object.fromEntries(parts))
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

function sheetXml(rows: readonly (readonly (string | number | null)[])[], hasHeader: boolean): string {
  const lines = rows.map((cells, index) => {
    const style = hasHeader && index === 0 ? 1 : 0
    return `<row r="${index + 1}">${cells.map((cell, at) => cellXml(cell, `${letters(at)}${index + 1}`, style)).join('')}</row>`
  })
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
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
