import { Problem } from '../../../values/problem'
import { emptyCell, textCell, trimmed } from '../cell'
import { decimalOf, shiftDecimal } from '../columns/decimal'
import type { Cell } from '../sheet'
import { GENERAL, type NumberFormat } from './number-format'
import { dateOfSerial, timeOfSerial } from './serial-date'
import { resolveOfficeEscapes } from './xml'

/** A cell as the worksheet writes it (ECMA-376, 18.3.1.4), and what it must be read with. */
export type CellSource = {
  type: string
  style: number
  raw: string
  formula: string | null
  address: string
  part: string
  texts: string[]
  styles: NumberFormat[]
  epoch1904: boolean
}

/** The cell with its type; null where it holds nothing. A formula counts by the value that was saved with it. */
export function cellOf(source: CellSource): Cell | null {
  const { type, raw, formula, address } = source
  if (formula !== null && isBlank(raw) && type !== 'str') {
    return {
      ...emptyCell(address),
      kind: 'formula_without_value',
      raw: `=${formula}`,
      text: `=${formula}`.slice(0, 200),
    }
  }
  switch (type) {
    case 's': {
      if (isBlank(raw)) return null
      const text = source.texts[Number(raw)]
      if (text === undefined) {
        throw new Problem('import.xlsx_damaged', { detail: `${source.part}: ${address} refers to no text` })
      }
      return textCell(text, address)
    }
    case 'str':
    case 'inlineStr':
      return textCell(resolveOfficeEscapes(raw), address)
    case 'b': {
      if (isBlank(raw)) return null
      const value = raw === '1' || raw === 'true'
      if (!value && raw !== '0' && raw !== 'false') throw damaged(source, 'yes or no')
      return { ...emptyCell(address), kind: 'boolean', value, raw, text: value ? 'TRUE' : 'FALSE' }
    }
    case 'e':
      return { ...emptyCell(address), kind: 'error', raw, text: trimmed(raw) }
    case 'd': {
      const written = textCell(raw, address)
      return written && { ...written, text: written.text.replace(/T00:00:00(\.0+)?$/, '').replace('T', ' ') }
    }
    default:
      return isBlank(raw) ? null : numberCell(source)
  }
}

/** To JavaScript a blank is the number 0, and so the first of the shared texts; to a workbook it is nothing. */
const isBlank = (raw: string): boolean => !(raw.charCodeAt(0) > 32) && raw.trim() === ''

/** JavaScript would take `0x1F` for a number too. */
const NUMERAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i

const damaged = ({ part, address, raw }: CellSource, as: string): Problem =>
  new Problem('import.xlsx_damaged', { detail: `${part}: ${address} holds ${raw.slice(0, 40)} as ${as}` })

function numberCell(source: CellSource): Cell {
  const { raw, style, styles, address, epoch1904 } = source
  const value = Number(raw)
  const isPlain = isShort(raw)
  if (!Number.isFinite(value) || (!isPlain && !NUMERAL.test(raw))) throw damaged(source, 'a number')
  const format = styles[style] ?? GENERAL
  if (format.kind === 'elapsed' || (format.kind === 'time' && value < 1)) {
    return numeric(raw, value, timeOfSerial(value), format, address)
  }
  if (format.kind !== 'number') {
    const { date, text } = dateOfSerial(value, epoch1904)
    return { text, raw, value, date, percent: false, currency: null, kind: 'date', address }
  }
  const plain = isPlain ? raw : decimalOf(value)
  if (format.percent) return numeric(raw, value, `${shiftDecimal(plain, 2)}%`, format, address)
  return numeric(raw, value, format.zeros ? padded(plain, format.zeros) : plain, format, address)
}

const numeric = (raw: string, value: number, text: string, format: NumberFormat, address: string): Cell => ({
  text,
  raw,
  value,
  date: null,
  percent: format.percent,
  currency: format.currency,
  kind: 'number',
  address,
})

/** Most numbers already stand there as a person would write them. */
function isShort(raw: string): boolean {
  if (raw.length > 15) return false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code < 48 || code > 57) return /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(raw)
  }
  return raw.charCodeAt(0) !== 48 || raw.length === 1
}

/** `02148` where the format is `00000`: the zeros that a person sees are part of a postcode or a number of staff. */
function padded(text: string, zeros: number): string {
  if (text.includes('.')) return text
  return text.startsWith('-') ? `-${text.slice(1).padStart(zeros, '0')}` : text.padStart(zeros, '0')
}
