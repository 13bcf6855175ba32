import { type Currency, minorDigits } from '../../../values/money'
import type { Params } from '../../../values/problem'
import type { Field, FieldType } from '../../kind'
import type { ColumnReading, Parsed } from '../column-types'
import type { Cell } from '../sheet'
import { standsFor } from './currency-signs'
import { canonicalDecimal, compareDecimals, decimalOf, scaledDecimal, shiftDecimal } from './decimal'
import { decimalOfBody, markOf, readNumberText } from './number-text'

const problem = (code: string, params: Params): { problem: { code: string; params: Params } } => ({
  problem: { code, params },
})

/** A number as it stands in the cell: `unit` says whether it counts percent, a fraction of one, or nothing was said. */
type Counted = { decimal: string; unit: 'percent' | 'fraction' | 'none' }

/** Percent in ppm has room for four decimals: 12.3456 %. */
const PERCENT_DECIMALS = 4

export function parseNumberCell(
  cell: Cell,
  type: FieldType,
  reading: ColumnReading,
  field: Pick<Field, 'decimals' | 'min' | 'max' | 'dashIsNothing'>,
): Parsed {
  if (field.dashIsNothing && DASH.test(cell.text)) return { value: null }
  const counted = readCounted(cell, type, reading)
  if ('problem' in counted) return counted
  if (type !== 'percent') {
    if (counted.unit !== 'none') return problem('import.percent_unexpected', { found: cell.text })
    return outOfRange(counted.decimal, cell, field) ?? valueByType(counted.decimal, cell, type, reading.currency, field)
  }
  const isFraction = counted.unit === 'fraction' || (counted.unit === 'none' && reading.percentScale === 'fraction')
  if (counted.unit === 'none' && reading.percentScale === null && counted.decimal !== '0') {
    return problem('import.percent_scale_unknown', { found: cell.text })
  }
  const percent = isFraction ? shiftDecimal(counted.decimal, 2) : counted.decimal
  const ppm = scaledDecimal(percent, PERCENT_DECIMALS)
  if (ppm === null) {
    return problem('import.too_many_decimals', { found: `${percent} %`, decimals: PERCENT_DECIMALS })
  }
  return outOfRange(percent, cell, field) ?? safeNumber(ppm, cell)
}

function readCounted(cell: Cell, type: FieldType, reading: ColumnReading): Counted | ReturnType<typeof problem> {
  if (cell.kind === 'number' && typeof cell.value === 'number') {
    // A cell that shows 6:00 holds a quarter of a day: neither 6 nor 0.25 is what somebody meant by it.
    if (cell.text.includes(':')) return problem('import.time_for_number', { found: cell.text })
    if (type === 'money' && cell.currency && !standsFor(cell.currency, reading.currency)) {
      return problem('import.other_currency', {
        found: `${cell.currency} ${cell.text}`,
        sign: cell.currency,
        currency: reading.currency,
      })
    }
    return { decimal: decimalOf(cell.value), unit: cell.percent ? 'fraction' : 'none' }
  }
  if (cell.kind === 'date') return problem('import.date_for_number', { found: cell.text })
  if (cell.kind === 'boolean') return problem('import.not_a_number', { found: cell.text })
  const number = readNumberText(cell.text)
  const mark = number && markOf(number.body)
  if (!number || !mark) return problem(whyNoNumber(cell.text), { found: cell.text })
  for (const sign of number.signs) {
    if (type !== 'money') return problem('import.currency_unexpected', { found: cell.text, sign })
    if (!standsFor(sign, reading.currency)) {
      return problem('import.other_currency', { found: cell.text, sign, currency: reading.currency })
    }
  }
  if (mark === 'either' && !reading.decimalMark) return problem('import.number_ambiguous', { found: cell.text })
  const decimal = decimalOfBody(number.body, reading.decimalMark ?? (mark === 'comma' ? ',' : '.'))
  if (decimal === null) {
    const expected = reading.decimalMark === ',' ? '1.234,56' : '1,234.56'
    return problem('import.number_other_style', { found: cell.text, expected })
  }
  return {
    decimal: canonicalDecimal(number.negative ? `-${decimal}` : decimal),
    unit: number.percent ? 'percent' : 'none',
  }
}

const DASH = /^[-–—]+$/

function whyNoNumber(text: string): string {
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(text)) return 'import.number_in_exponent'
  if (DASH.test(text)) return 'import.dash_for_number'
  return 'import.not_a_number'
}

function outOfRange(decimal: string, cell: Cell, field: Pick<Field, 'min' | 'max'>): Parsed | null {
  if (field.min !== undefined && compareDecimals(decimal, decimalOf(field.min)) < 0) {
    return problem('import.below_minimum', { found: cell.text, min: field.min })
  }
  if (field.max !== undefined && compareDecimals(decimal, decimalOf(field.max)) > 0) {
    return problem('import.above_maximum', { found: cell.text, max: field.max })
  }
  return null
}

function valueByType(
  decimal: string,
  cell: Cell,
  type: FieldType,
  currency: Currency,
  field: Pick<Field, 'decimals'>,
): Parsed {
  if (type === 'integer') {
    return decimal.includes('.') ? problem('import.not_whole', { found: cell.text }) : safeNumber(BigInt(decimal), cell)
  }
  if (type === 'money') {
    const digits = minorDigits(currency)
    const minor = scaledDecimal(decimal, digits)
    if (minor === null) return problem('import.half_a_cent', { found: cell.text, decimals: digits, currency })
    return isSafe(minor) ? { value: minor } : problem('import.number_too_large', { found: cell.text })
  }
  const decimals = decimal.split('.')[1]?.length ?? 0
  if (field.decimals !== undefined && decimals > field.decimals) {
    return problem('import.too_many_decimals', { found: cell.text, decimals: field.decimals })
  }
  return { value: decimal }
}

const isSafe = (value: bigint): boolean => Number.isSafeInteger(Number(value))
const safeNumber = (value: bigint, cell: Cell): Parsed =>
  isSafe(value) ? { value: Number(value) } : problem('import.number_too_large', { found: cell.text })
