import { open } from 'node:fs/promises'
import { Problem, type Reason } from '../../../values/problem'
import type { RawRow } from '../cell'
import { chooseSheet, oddWorkbook } from '../choose-sheet'
import { readRecords } from '../records'
import type { Sheet, SheetChoices, SheetName } from '../sheet'
import { oddMerges, readMerges, type TallMerge } from './merges'
import { readRelations } from './relations'
import { readSharedTexts } from './shared-texts'
import { readSheetRows, type SheetFacts, type Workbook } from './sheet-rows'
import { readStyles } from './styles'
import { readWorkbook } from './workbook'
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip-directory'

type Worksheet = { name: string; hidden: boolean; entry: ZipEntry; facts: SheetFacts }

/**
 * Opens a workbook (Office Open XML). The guard of the zip directory has been passed before anything is unpacked. Unless
 * a worksheet is named, the first visible one with a table is read.
 */
export async function openXlsx(file: string, extension: string, choices: SheetChoices): Promise<Sheet> {
  const directory = await readDirectory(file)
  const { worksheets, workbook, missing } = await readPackage(file, directory)
  const pagesOf = (worksheet: Worksheet): AsyncGenerator<RawRow[]> =>
    readSheetRows(file, worksheet.entry, workbook, worksheet.facts)
  const mergesOf = ({ entry }: Worksheet) => readMerges(file, entry)
  const { worksheet, table } = await chooseSheet(worksheets, pagesOf, choices, mergesOf)
  const before = [...missing, ...oddWorkbook(worksheets, worksheet), ...oddName(extension), ...table.findings]
  let findings = before
  return {
    format: 'xlsx',
    encoding: null,
    encodingSure: true,
    delimiter: null,
    sheets: await Promise.all(worksheets.map((one) => nameOf(file, one, workbook))),
    sheet: worksheet.name,
    headerRow: table.headerRow,
    epoch1904: workbook.epoch1904,
    columns: table.columns,
    rows: () => {
      const tall: TallMerge[] = []
      return readRecords(table, readSheetRows(file, worksheet.entry, workbook, undefined, tall), (found) => {
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

/** From the package's root to its sheets, by its relations; the usual names where a writer left the root out. */
async function readPackage(
  file: string,
  directory: ZipDirectory,
): Promise<{ worksheets: Worksheet[]; workbook: Workbook; missing: Reason[] }> {
  const root = [...(await readRelations(file, directory, '')).values()]
  const main = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const entry = directory.get(main)
  if (!entry) throw new Problem('import.xlsx_damaged', { detail: `${main} is missing` })
  const { sheets, epoch1904 } = await readWorkbook(file, entry)
  const relations = await readRelations(file, directory, main)
  const partOf = (type: string): ZipEntry | undefined => {
    const relation = [...relations.values()].find((one) => one.type === type)
    return relation && directory.get(relation.target)
  }
  const worksheets: Worksheet[] = []
  const absent: string[] = []
  for (const { name, relation, hidden } of sheets) {
    const found = relations.get(relation)
    const sheetEntry = found?.type === 'worksheet' ? directory.get(found.target) : undefined
    if (sheetEntry) {
      worksheets.push({ name, hidden, entry: sheetEntry, facts: { hiddenColumns: [], dimensionRows: null } })
    } else if (!found || found.type === 'worksheet') absent.push(name)
  }
  const sheetNames = absent.slice(0, 10).join(', ')
  const missing = absent.length === 0 ? [] : [{ code: 'import.sheets_missing', params: { sheets: sheetNames } }]
  const workbook: Workbook = {
    epoch1904,
    styles: await readStyles(file, partOf('styles')),
    texts: await readSharedTexts(file, partOf('sharedStrings')),
  }
  return { worksheets, workbook, missing }
}

/** The rows a sheet claims to have stand in its first lines, which are read for the sheets nobody has looked at. */
async function nameOf(file: string, worksheet: Worksheet, workbook: Workbook): Promise<SheetName> {
  const { name, hidden, facts, entry } = worksheet
  if (facts.dimensionRows === null) for await (const _ of readSheetRows(file, entry, workbook, facts)) break
  return { name, hidden, rows: facts.dimensionRows }
}

const oddName = (extension: string): Reason[] =>
  /^xls[xm]$|^xlt[xm]$/.test(extension)
    ? []
    : [{ code: 'import.extension_differs', params: { extension, seems: 'an Excel workbook (xlsx)' } }]
