import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell: text, a number, a boolean, nothing, or its particulars. `style` counts the workbook's `formats` from 1. */
export type XlsxCell =
  | string
  | number
  | boolean
  | null
  | { value?: string | number; type?: string; style?: number; formula?: string; inline?: string }

export type XlsxSheet = {
  name: string
  rows?: XlsxCell[][]
  /** Row numbers (from 1) that are hidden. */
  hiddenRows?: number[]
  hidden?: boolean
  /** Stands before the data: `<cols>…</cols>`. */
  before?: string
  /** Stands behind the data: `<mergeCells>…</mergeCells>`. */
  after?: string
  /** The whole part, for hostile files; `rows` is then left out. */
  xml?: string
}

export type Xlsx = {
  sheets: XlsxSheet[]
  /** Cell styles 1, 2, …: a built-in number format or a format's code. */
  formats?: (number | string)[]
  date1904?: boolean
  /** Texts are written into the cells instead of the shared table. */
  inlineTexts?: boolean
  /** Parts to add or to replace, by name. */
  parts?: Record<string, string | Uint8Array>
  /** 0 stores, 9 packs best. */
  level?: 0 | 1 | 6 | 9
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/\r/g, '_x000D_')

/** A workbook as bytes, with the parts that Excel itself writes. */
export function buildXlsx(workbook: Xlsx): Uint8Array {
  const texts: string[] = []
  const places = new Map<string, number>()
  const shared = (text: string): number => {
    const place = places.get(text) ?? texts.length
    if (place === texts.length) {
      texts.push(text)
      places.set(text, place)
    }
    return place
  }
  const parts: Record<string, string | Uint8Array> = {}
  workbook.sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheet.xml ?? sheetXml(sheet, workbook.inlineTexts ? null : shared)
  })
  Object.assign(parts, frame(workbook), {
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${texts
      .map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`)
      .join('')}</sst>`,
    ...workbook.parts,
  })
  const files: Zippable = {}
  for (const [name, part] of Object.entries(parts)) {
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { level: workbook.level ?? 6 }]
  }
  return zipSync(files)
}

/** The simplest workbook: one sheet of rows. */
export const xlsxOf = (...rows: XlsxCell[][]): Uint8Array => buildXlsx({ sheets: [{ name: 'Sheet1', rows }] })

function sheetXml(sheet: XlsxSheet, shared: ((text: string) => number) | null): string {
  const rows = (sheet.rows ?? []).map((cells, i) => {
    const n = i + 1
    const hidden = sheet.hiddenRows?.includes(n) ? ' hidden="1"' : ''
    return `<row r="${n}"${hidden}>${cells.map((cell, at) => cellXml(cell, `${letters(at)}${n}`, shared)).join('')}</row>`
  })
  const width = Math.max(1, ...(sheet.rows ?? []).map((cells) => cells.length))
  const dimension = `<dimension ref="A1:${letters(width - 1)}${Math.max(1, rows.length)}"/>`
  const data = `<sheetData>${rows.join('')}</sheetData>`
  return `${HEAD}<worksheet xmlns="${MAIN}">${dimension}${sheet.before ?? ''}${data}${sheet.after ?? ''}</worksheet>`
}

function cellXml(cell: XlsxCell, reference: string, shared: ((text: string) => number) | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') {
    if (shared) return `<c r="${reference}" t="s"><v>${shared(cell)}</v></c>`
    return cellXml({ inline: cell }, reference, null)
  }
  const style = cell.style === undefined ? '' : ` s="${cell.style}"`
  if (cell.inline !== undefined) {
    const text = `<is><t xml:space="preserve">${escapeXml(cell.inline)}</t></is>`
    return `<c r="${reference}"${style} t="inlineStr">${text}</c>`
  }
  const type = cell.type === undefined ? '' : ` t="${cell.type}"`
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`
  const value = cell.value === undefined ? '' : `<v>${escapeXml(String(cell.value))}</v>`
  return `<c r="${reference}"${style}${type}>${formula}${value}</c>`
}

export function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26))
}

/** Everything but the sheets and their texts. */
function frame({ sheets, formats = [], date1904 }: Xlsx): Record<string, string> {
  const listed = sheets
    .map(({ name, hidden }, i) => {
      const state = hidden ? ' state="hidden"' : ''
      return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
    })
    .join('')
  const related = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const custom = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(format)}"/>` : '',
  )
  const styles = [0, ...formats.map((format, i) => (typeof format === 'string' ? 164 + i : format))]
  const types = sheets.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${related('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => related(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${related('rIdS', 'styles', 'styles.xml')}${related('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${custom.length}">${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  }
}

/** An Office container of before 2007 with streams of these names: `Workbook` for xls, `EncryptedPackage` for a password. */
export function buildCompoundFile(...streams: string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3, 0)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(0x3e, 24)
  file.writeUInt16LE(3, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(9, 30) // sectors of 512 bytes
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48) // the directory is in sector 1
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76) // the allocation table in sector 0
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(0xfffffffe, 516)
  for (const [i, name] of ['Root Entry', ...streams].slice(0, 4).entries()) {
    const at = 1024 + i * 128
    file.write(name, at, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, at + 64)
    file.writeUInt8(i === 0 ? 5 : 2, at + 66)
  }
  return file
}
