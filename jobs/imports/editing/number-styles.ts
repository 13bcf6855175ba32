import { type DecimalMark, decimalOfBody, readNumberText } from '../reading/columns/number-text'

/** Digits around which sign, percent and currency stay as they stand; written with the mark of their column. */
function written(text: string, decimal: string, mark: DecimalMark): string | null {
  const number = readNumberText(text)
  if (!number) return null
  const sign = number.signs[0] === undefined ? '' : `${number.signs[0]} `
  return `${number.negative ? '-' : ''}${sign}${decimal.replace('.', mark)}${number.percent ? '%' : ''}`
}

/** A number read with that mark before its decimals, as its column would write it; null where it cannot be read so. */
export function styledText(text: string, read: DecimalMark, write: DecimalMark): string | null {
  const number = readNumberText(text)
  const decimal = number && decimalOfBody(number.body, read)
  if (decimal === null) return null
  // Three decimals look like thousands; a fourth one, which says nothing, does not.
  return written(text, /\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal, write)
}

/** Rounded half up, away from zero, to so many decimals; null where it has no more than that. */
export function roundedText(text: string, mark: DecimalMark | null, decimals: number): string | null {
  const number = readNumberText(text)
  const decimal = number && decimalOfBody(number.body, mark ?? (number.body.includes(',') ? ',' : '.'))
  const [whole = '', fraction = ''] = decimal?.split('.') ?? []
  if (decimal === null || fraction.length <= decimals) return null
  const kept = BigInt(`${whole}${fraction.slice(0, decimals)}` || '0') + (Number(fraction[decimals]) >= 5 ? 1n : 0n)
  const digits = kept.toString().padStart(decimals + 1, '0')
  const rounded = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return written(text, rounded, mark ?? '.')
}

/** What multiplies is no unit: “3 k” is not 3. */
const MULTIPLIERS =
  /^(k|m|mi?o|mn|mrd|bn|mil|mille|tsd|thousand|tausend|million(s|en)?|lakhs?|crores?|dozen|hundred)(?![\p{L}/²³])/iu

/** `8 CV`, `120 km`: the number, as it is written; null where more than a word stands behind it. */
export function withoutUnit(text: string): string | null {
  const [, number, unit] = /^(-?\d(?:[\d.,]*\d)?)\s*(\p{L}[\p{L}./²³]{0,15})$/u.exec(text.trim()) ?? []
  return number === undefined || unit === undefined || MULTIPLIERS.test(unit) ? null : number
}
