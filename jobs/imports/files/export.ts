import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '../../../db/open'
import { officeFacts, readSetting } from '../../shared/settings'
import { type Currency, toDecimal } from '../../values/money'
import type { Instant } from '../../values/time'
import { goOn, type Waiting } from '../../values/waiting'
import type { AnyImportKind, Field, Value } from '../kind'
import { labelOf } from './labels'
import { MEDIA_TYPES, writeTable } from './table'

const ROWS_A_TURN = 1000

/**
 * What the office holds of a kind now, as a file with the headers of the office's language. Dropped again, it changes
 * nothing: every row is unchanged. Columns that no row fills are left out; required ones stay.
 */
export async function exportOf(
  db: Db,
  kind: AnyImportKind,
  options: Record<string, unknown>,
  format: 'csv' | 'xlsx',
  now: Instant,
  waiting?: Waiting,
) {
  const office = officeFacts(db, now)
  const { language } = readSetting(db, 'office')
  const filled = new Set(kind.fields.filter(({ required }) => required).map(({ name }) => name))
  const content: (string | number | null)[][] = []
  for (const row of kind.content(db, options, office)) {
    content.push(
      kind.fields.map((field) => {
        const cell = cellOf(row[field.name] ?? null, field.type, office.currency, format)
        if (cell !== null) filled.add(field.name)
        return cell
      }),
    )
    if (content.length % ROWS_A_TURN !== 0) continue
    await turn()
    goOn(waiting, content.length, 0)
  }
  const shown = content.length === 0 ? kind.fields.map(() => true) : kind.fields.map(({ name }) => filled.has(name))
  const headers = kind.fields.map((field) => labelOf(field, language)).filter((_, at) => shown[at])
  const rows = content.map((cells) => cells.filter((_, at) => shown[at]))
  return {
    fileName: `${kind.kind}-${office.today}.${format}`,
    mediaType: MEDIA_TYPES[format],
    bytes: await writeTable({ name: kind.label, headers, rows }, format, { waiting }),
  }
}

/** Amounts and counts as numbers, days as `2025-03-31`, percentages with their sign; the rest is text. */
function cellOf(value: Value, type: Field['type'], currency: Currency, format: 'csv' | 'xlsx'): string | number | null {
  if (value === null || value === '') return null
  switch (type) {
    case 'money':
      return plainNumber(toDecimal(BigInt(value), currency), format)
    case 'percent':
      return `${unmistakable(String(Number(value) / 10_000))}%`
    case 'integer':
    case 'decimal':
      return plainNumber(String(value), format)
    default:
      return String(value)
  }
}

/** A number where a spreadsheet keeps all of it (15 digits), else its text. */
function plainNumber(decimal: string, format: 'csv' | 'xlsx'): string | number {
  if (format === 'xlsx' && decimal.replace(/\D/g, '').length <= 15) return Number(decimal)
  return unmistakable(decimal)
}

/** In text, 1.234 may be read as a thousand and more; 1.2340 may not. */
const unmistakable = (decimal: string): string => (/\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal)
