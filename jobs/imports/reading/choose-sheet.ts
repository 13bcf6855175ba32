import { Problem, type Reason } from '../../values/problem'
import type { RawRow } from './cell'
import { leaveGaps, type Merge } from './header'
import type { SheetChoices } from './sheet'
import { findTable, sampleRows, type Table } from './table'

/** A sheet of a workbook of any format. What is hidden in it is known once its first rows were read. */
export type Worksheet = { name: string; hidden: boolean; facts: { hiddenColumns: string[] } }

/**
 * The sheet that was named, else the first visible one with a table, and the table in it. Lines of one column are a cover
 * sheet's words as long as another sheet has more. `mergesOf` is asked where headers leave gaps.
 */
export async function chooseSheet<S extends Worksheet>(
  worksheets: readonly S[],
  pagesOf: (worksheet: S) => AsyncGenerator<RawRow[]>,
  choices: SheetChoices,
  mergesOf: (worksheet: S) => Promise<Merge[]> = () => Promise.resolve([]),
): Promise<{ worksheet: S; table: Table }> {
  if (worksheets.length === 0) throw new Problem('import.no_worksheet', {})
  const tableOf = async (worksheet: S) => {
    const rows = await sampleRows(pagesOf(worksheet), choices.headerRow)
    const found = foundTable(rows, choices.headerRow)
    const merges = leaveGaps(rows, found.table?.headerRow ?? null) ? await mergesOf(worksheet) : []
    if (merges.length > 0) return { worksheet, table: findTable(rows, choices.headerRow, merges) }
    if (found.table === null) throw found.refusal
    return { worksheet, table: found.table }
  }
  if (choices.sheet !== undefined) {
    const named = worksheets.find((worksheet) => worksheet.name === choices.sheet)
    const names = worksheets.map((worksheet) => worksheet.name).join(', ')
    if (!named) throw new Problem('import.unknown_sheet', { sheet: choices.sheet, sheets: names })
    return tableOf(named)
  }
  let words: { worksheet: S; table: Table } | null = null
  let first: unknown = null
  for (const worksheet of [...worksheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))) {
    try {
      const found = await tableOf(worksheet)
      if (found.table.columns.length > 1) return found
      words ??= found
    } catch (error) {
      const isWithoutTable = error instanceof Problem && /no_header|no_rows|header_row_empty/.test(error.code)
      if (!isWithoutTable) throw error
      if (!first || (first instanceof Problem && first.code === 'import.no_rows')) first = error
    }
  }
  if (words) return words
  throw first
}

type Found = { table: Table; refusal: null } | { table: null; refusal: Problem }

function foundTable(rows: RawRow[], headerRow: number | undefined): Found {
  try {
    return { table: findTable(rows, headerRow), refusal: null }
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    return { table: null, refusal }
  }
}

/** What is odd about the workbook around the sheet that is read. */
export function oddWorkbook(worksheets: readonly Worksheet[], read: Worksheet): Reason[] {
  const reasons: Reason[] = []
  const others = worksheets.filter((one) => one !== read && !one.hidden).map((one) => one.name)
  if (others.length) {
    const params = { sheet: read.name, others: others.slice(0, 10).join(', ') }
    reasons.push({ code: 'import.several_sheets', params })
  }
  if (read.hidden) reasons.push({ code: 'import.hidden_sheet', params: { sheet: read.name } })
  const columns = read.facts.hiddenColumns
  if (columns.length)
    reasons.push({ code: 'import.hidden_columns', params: { columns: columns.slice(0, 20).join(', ') } })
  return reasons
}
