import path from 'node:path'
import type { Sheet, SheetChoices } from './sheet'
import { sniff } from './sniff'

export type { Ask, ColumnAnswer, ColumnReading, ColumnWitness, Decision, Parsed, Question } from './column-types'
export { decideColumn, parseCell, witnessColumn } from './column-types'
export type { Cell, CellKind, Column, Sheet, SheetChoices, SheetName, SourceRow } from './sheet'
export { readingWords } from './words'

/**
 * Opens a file as a sheet of cells: what it is is told from its content, never from its name; encoding, delimiter,
 * worksheet and header row are found unless `choices` names them. Throws a Problem `import.*` for what cannot be read.
 * The file must stay where it is while `rows()` is read.
 */
export async function openSheet(file: string, originalName: string, choices: SheetChoices = {}): Promise<Sheet> {
  const seems = await sniff(file, originalName)
  const extension = path.extname(originalName).slice(1).toLowerCase()
  if (seems === 'xlsx') {
    const { openXlsx } = await import('./xlsx/open')
    return openXlsx(file, extension, choices)
  }
  if (seems === 'ods') {
    const { openOds } = await import('./ods/open')
    return openOds(file, originalName, extension, choices)
  }
  const { openText } = await import('./text/open')
  return openText(file, originalName, extension, choices)
}
