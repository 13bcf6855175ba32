import type { Random } from '../../clock/random'
import { writeNumber } from './locales'
import type { CorpusTable, OutCell, OutColumn } from './table'

/** A line of the file: of cells as they stand, by column; `record` is the place of the record it holds. */
export type Line = { cells: (OutCell | string | null)[]; record: number | null; hidden: boolean }

export type Layout = { lines: Line[]; headerLine: number; spans: { line: number; at: number; columns: number }[] }

const TOTALS = {
  en: ['Total', 'Grand Total', 'Totals'],
  fr: ['Total', 'Total général', 'Totaux'],
  es: ['Total', 'Total general', 'Suma'],
  pt: ['Total', 'Total geral', 'Soma'],
  de: ['Summe', 'Gesamtsumme', 'Gesamt'],
  hi: ['Kul', 'Kul Yog', 'Total'],
}

const TITLES = ['Muster & Söhne', 'Northwind Office', 'Relatório mensal', 'Employee List', 'Liste', 'Export 31/03/2025']

const line = (cells: Line['cells'], record: number | null = null, hidden = false): Line => ({ cells, record, hidden })

/** The table among what stands around it in real files: titles, groups of headers, blank lines, hidden ones, a total. */
export function layOut(table: CorpusTable, random: Random, inWorkbook: boolean): Layout {
  const { columns, records, traits } = table
  const lines: Line[] = []
  const spans: Layout['spans'] = []
  if (random.chance(0.35)) {
    for (let i = random.whole(1, 3); i > 0; i--) {
      lines.push(line([random.pick(TITLES), ...(random.chance(0.3) ? [null, '2025-03-31'] : [])]))
      if (random.chance(0.4)) lines.push(line([]))
    }
    traits.push('titles above')
  }
  const headers = columns.map(({ header }) => header)
  const isGrouped = inWorkbook && columns.length >= 6 && random.chance(0.15)
  if (isGrouped) lines.push(...grouped(headers, lines.length, spans, random, traits))
  else lines.push(line(headers))
  const headerLine = lines.length - 1
  const hasBlanks = random.chance(0.1)
  const hasHidden = inWorkbook && random.chance(0.1)
  records.forEach((_, place) => {
    if (hasBlanks && random.chance(0.1)) lines.push(line([]))
    const cells = columns.map((column) => column.cells[place] ?? null)
    lines.push(line(cells, place, hasHidden && random.chance(0.2)))
  })
  if (hasHidden) traits.push('hidden rows')
  const sums = columns.map((column, at) => (column.isMoney && at > 0 ? sumOf(column, table) : null))
  if (table.hasTotals && sums.some((sum) => sum !== null) && random.chance(0.3)) {
    if (random.chance(0.3)) lines.push(line([]))
    lines.push(line([random.pick(TOTALS[table.locale.language]), ...sums.slice(1)]))
    traits.push('total below')
    if (random.chance(0.3))
      lines.push(line([random.pick(['Printed by the office', '© Payroll Suite 2025', '* provisional'])]))
  }
  return { lines, headerLine, spans }
}

/** What the column adds up to, written as it writes its amounts. */
function sumOf({ concept }: OutColumn, { records, locale }: CorpusTable): OutCell {
  const cents = records.reduce((sum, record) => sum + Math.round(Number(record[concept]?.value ?? 0) * 100), 0)
  return {
    text: writeNumber((cents / 100).toFixed(2), locale.groups[0] ?? '', locale.mark),
    typed: cents / 100,
    dirty: false,
  }
}

/** Two lines of headers: groups over all of them, or groups over some and the others beside the groups. */
function grouped(headers: string[], at: number, spans: Layout['spans'], random: Random, traits: string[]): Line[] {
  const middle = random.whole(2, headers.length - 3)
  if (random.chance(0.5)) {
    traits.push('a line of groups above the headers')
    spans.push({ line: at, at: 0, columns: middle }, { line: at, at: middle, columns: headers.length - middle })
    const groups = headers.map((_, i) => (i === 0 ? 'General' : i === middle ? 'Details' : null))
    return [line(groups), line(headers)]
  }
  traits.push('some headers below a group')
  spans.push({ line: at, at: middle, columns: 2 })
  const inGroup = (i: number): boolean => i === middle || i === middle + 1
  return [
    line(headers.map((header, i) => (i === middle ? 'Group' : inGroup(i) ? null : header))),
    line(headers.map((header, i) => (inGroup(i) ? header : null))),
  ]
}
