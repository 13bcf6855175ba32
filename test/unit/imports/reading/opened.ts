import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Cell, openSheet, type Sheet, type SheetChoices, type SourceRow } from '../../../../jobs/imports/reading'
import { Problem, type Reason } from '../../../../jobs/values/problem'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-reading-'))
process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))

/** Writes the bytes to a file; its name on the disk says nothing about its kind. */
export function fileOf(content: string | Uint8Array): string {
  const file = path.join(folder, randomUUID())
  fs.writeFileSync(file, content)
  return file
}

export const open = (content: string | Uint8Array, name = 'list.csv', choices: SheetChoices = {}): Promise<Sheet> =>
  openSheet(fileOf(content), name, choices)

export async function rowsOf(sheet: Sheet): Promise<SourceRow[]> {
  const rows: SourceRow[] = []
  for await (const page of sheet.rows()) rows.push(...page)
  return rows
}

/** Headers and the texts of all cells: what a person would see. */
export async function textsOf(sheet: Sheet): Promise<string[][]> {
  const rows = await rowsOf(sheet)
  return [sheet.columns.map((column) => column.header), ...rows.map((row) => row.cells.map((cell) => cell.text))]
}

/** The problem that opening or reading the file ends with. */
export async function refusal(opening: Promise<Sheet>): Promise<Reason> {
  try {
    await rowsOf(await opening)
  } catch (error) {
    if (error instanceof Problem) return error.reason
    throw error
  }
  throw new Error('the file was read')
}

export const cell = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  raw: text,
  value: null,
  date: null,
  percent: false,
  currency: null,
  kind: text === '' ? 'empty' : 'text',
  address: 'A2',
  ...more,
})

export const codes = (sheet: Sheet): string[] => sheet.findings.map((finding) => finding.code)
export const finding = (sheet: Sheet, code: string): Reason['params'] | undefined =>
  sheet.findings.find((one) => one.code === code)?.params
