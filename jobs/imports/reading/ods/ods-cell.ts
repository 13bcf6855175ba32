import { parseLocalDate } from '../../../values/time'
import { emptyCell, isErrorText, textCell } from '../cell'
import { isCurrencySign } from '../columns/currency-signs'
import type { Cell } from '../sheet'
import { GENERAL, type NumberFormat } from '../xlsx/number-format'
import { type CellSource, cellOf } from '../xlsx/typed-cell'

/** A cell as the document writes it (OpenDocument 1.3, part 3, 9.1.4): its attributes, and the text it shows. */
export type OdsCell = {
  type: string
  value: string
  currency: string | null
  formula: string | null
  isError: boolean
  shown: string
}

/** The cell with its type, by the rules of every workbook; null where it holds nothing. */
export function cellOfOds(source: OdsCell, address: string): Cell | null {
  const { type, value, formula, shown } = source
  if (source.isError || isErrorText(shown)) return typed('e', shown, GENERAL, address)
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency':
      if (value === '') return textCell(shown, address) // a writer that gave only what is seen
      return typed('n', value, formatOf(source), address)
    case 'boolean':
      return typed('b', value, GENERAL, address)
    case 'date':
      return dateCell(value, address)
    case 'time':
      return typed('n', String(daysOf(value)), { ...GENERAL, kind: 'elapsed' }, address)
    case 'string':
      return textCell(value || shown, address)
    default:
      if (formula === null) return textCell(shown, address)
      return typed('n', '', GENERAL, address, formula.replace(/^\w+:=?|^=/, ''))
  }
}

function typed(
  type: string,
  raw: string,
  format: NumberFormat,
  address: string,
  formula: string | null = null,
): Cell | null {
  const source: CellSource = {
    type,
    style: 0,
    raw,
    formula,
    address,
    part: 'content.xml',
    texts: [],
    styles: [format],
    epoch1904: false,
  }
  return cellOf(source)
}

/** The style is not asked: what the cell shows says whether its zeros in front count (`02148`). */
function formatOf({ type, currency, shown }: OdsCell): NumberFormat {
  const zeros = /^0\d+$/.test(shown) ? shown.length : 0
  const sign = currency !== null && isCurrencySign(currency) ? currency : null
  return { kind: 'number', percent: type === 'percentage', currency: sign, zeros }
}

/** `2025-04-03` or `2025-04-03T09:30:00`: the document holds days, so there is no epoch to go by. */
function dateCell(value: string, address: string): Cell {
  const [day = '', time = ''] = value.split('T')
  const clock = time.replace(/^(\d\d:\d\d)(:00(\.0*)?)?$/, '$1').replace(/^00:00$/, '')
  const text = clock === '' ? day : `${day} ${clock}`
  return { ...emptyCell(address), kind: 'date', text, raw: value, date: parseLocalDate(day) }
}

/** `PT09H30M00S` in days. */
function daysOf(duration: string): number {
  const found = /^(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration)
  const [days, hours, minutes, seconds] = [2, 3, 4, 5].map((at) => Number(found?.[at] ?? 0))
  const sum = (days ?? 0) + ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86_400
  return found?.[1] ? -sum : sum
}
