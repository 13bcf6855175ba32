import type { Params } from '../../../values/problem'
import { type LocalDate, parseLocalDate } from '../../../values/time'
import type { ColumnReading, Parsed } from '../column-types'
import type { Cell } from '../sheet'
import { fullYear } from './century'
import { readDateText } from './date-text'

const problem = (code: string, params: Params): { problem: { code: string; params: Params } } => ({
  problem: { code, params },
})

/** A day of the years 1900 to 2199. Times of day are left out; an instant with a zone is refused, its day depends on it. */
export function parseDateCell(cell: Cell, reading: ColumnReading): Parsed {
  if (cell.kind === 'date') return parseTyped(cell, reading)
  if (cell.kind === 'number') return problem('import.number_for_date', { found: cell.text })
  const date = readDateText(cell.text)
  const found = cell.text
  if (!date)
    return problem(/^\d{4,6}([.,]\d+)?$/.test(found) ? 'import.number_for_date' : 'import.not_a_date', { found })
  if (date.form === 'zoned') return problem('import.date_with_zone', { found })
  if (date.form === 'month_only') return problem('import.date_without_day', { found })
  if (date.short && !reading.century) return problem('import.two_digit_year', { found })
  const year = date.short && reading.century ? fullYear(date.year, reading.century) : date.year
  if (date.form === 'fixed') return existing(found, year, date.month, date.day)

  const { first, second } = date
  const order = reading.dateOrder ?? onlyOrder(first, second)
  if (!order) return problem('import.date_ambiguous', { found })
  const [day, month] = order === 'day_first' ? [first, second] : [second, first]
  const isOther = month > 12 && day <= 12
  if (isOther) {
    return problem('import.date_other_order', {
      found,
      expected: order === 'day_first' ? 'day/month/year' : 'month/day/year',
    })
  }
  return existing(found, year, month, day)
}

function parseTyped(cell: Cell, reading: ColumnReading): Parsed {
  if (!cell.date) {
    const year = Number(cell.text.slice(0, 4))
    if (year > 2199) return problem('import.date_out_of_range', { found: cell.text, year })
    return problem('import.date_impossible', { found: cell.text })
  }
  if (!reading.swapTypedDates) return { value: cell.date }
  const [year = '', month = '', day = ''] = cell.date.split('-')
  const swapped = parseLocalDate(`${year}-${day}-${month}`)
  return swapped
    ? { value: swapped }
    : problem('import.date_other_order', { found: cell.text, expected: 'year-day-month' })
}

/** The order a date has by itself: one number above 12, or both the same. */
function onlyOrder(first: number, second: number): 'day_first' | 'month_first' | null {
  if (first === second || first > 12) return 'day_first'
  return second > 12 ? 'month_first' : null
}

function existing(found: string, year: number, month: number, day: number): Parsed {
  if (year < 1900 || year > 2199) return problem('import.date_out_of_range', { found, year })
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date: LocalDate | null = parseLocalDate(text)
  return date ? { value: date } : problem('import.date_impossible', { found })
}
