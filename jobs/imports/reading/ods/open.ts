import { open } from 'node:fs/promises'
import { Problem } from '../../../values/problem'
import { chooseSheet, oddWorkbook } from '../choose-sheet'
import { readRecords } from '../records'
import type { Sheet, SheetChoices } from '../sheet'
import { oddMerges, type TallMerge } from '../xlsx/merges'
import { readPart } from '../xlsx/part'
import { readZipDirectory, type ZipDirectory } from '../xlsx/zip-directory'
import { readTableRows } from './table-rows'
import { type OdsTable, readTables } from './tables'

/**
 * Opens an OpenDocument spreadsheet: a zip of XML like a workbook of Excel, behind the same guard and read by the same
 * scanner. Unless a sheet is named, the first visible one with a table is read.
 */
export async function openOds(
  file: string,
  originalName: string,
  extension: string,
  choices: SheetChoices,
): Promise<Sheet> {
  const directory = await readDirectory(file)
  await refuseEncrypted(file, directory, originalName)
  const content = directory.get('content.xml')
  if (!content) throw new Problem('import.xlsx_damaged', { detail: 'content.xml is missing' })
  const tables = await readTables(file, content)
  const pagesOf = (one: OdsTable) => readTableRows(file, content, one)
  const mergesOf = (one: OdsTable) => Promise.resolve(one.facts.merges)
  const { worksheet, table } = await chooseSheet(tables, pagesOf, choices, mergesOf)
  const before = [...oddWorkbook(tables, worksheet), ...table.findings]
  if (extension !== 'ods' && extension !== 'ots') {
    const seems = 'an OpenDocument spreadsheet (ods)'
    before.unshift({ code: 'import.extension_differs', params: { extension, seems } })
  }
  let findings = before
  return {
    format: 'ods',
    encoding: null,
    encodingSure: true,
    delimiter: null,
    sheets: tables.map(({ name, hidden }) => ({ name, hidden, rows: null })),
    sheet: worksheet.name,
    headerRow: table.headerRow,
    epoch1904: false,
    columns: table.columns,
    rows: () => {
      const tall: TallMerge[] = []
      return readRecords(table, readTableRows(file, content, worksheet, tall), (found) => {
        findings = [...before, ...found, ...oddMerges(tall, table.headerRow)]
      })
    },
    get findings() {
      return findings
    },
  }
}

async function readDirectory(file: string): Promise<ZipDirectory> {
  const handle = await open(file, 'r')
  try {
    return await readZipDirectory(handle, (await handle.stat()).size)
  } finally {
    await handle.close()
  }
}

/** A password leaves the zip as it is: the manifest says that its parts are encrypted. */
async function refuseEncrypted(file: string, directory: ZipDirectory, originalName: string): Promise<void> {
  const manifest = directory.get('META-INF/manifest.xml')
  let isEncrypted = directory.has('encrypted-package')
  if (manifest) {
    await readPart(file, manifest, {
      wantsText: false,
      text: () => undefined,
      close: () => undefined,
      open(name) {
        if (name === 'encryption-data') isEncrypted = true
      },
    })
  }
  if (isEncrypted) throw new Problem('import.password_protected', { file: originalName })
}
