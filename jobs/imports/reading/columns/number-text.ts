import { isCurrencySign } from './currency-signs'

/** A number as people write it, taken apart: what stands around the digits, and the digits with their separators. */
export type NumberText = {
  negative: boolean
  percent: boolean
  /** Currency signs and codes in front and behind: `$`, `EUR`. */
  signs: string[]
  /** From the first digit (or the mark before it) to the last: `1.234,56`. */
  body: string
}

export type DecimalMark = '.' | ','

/** Whatever is longer is prose; the patterns below are not made for that. */
const LONGEST_NUMBER = 80

const BLANKS = /[\u00a0\u202f\u2007\u2009]/g // no-break, narrow no-break, figure and thin space
const MINUSES = /[\u2212\u2010\u2011\u2013]/g
const APOSTROPHES = /[\u2019\u2018\u00b4]/g

/**
 * Takes `($1,234.50)`, `1 234,56- €`, `-12 %` apart; null where it is no number. Minus in front, minus behind or
 * parentheses, one of them only; a currency sign may stand on both sides.
 */
export function readNumberText(text: string): NumberText | null {
  if (text.length > LONGEST_NUMBER) return null
  const plain = text.replace(BLANKS, ' ').replace(MINUSES, '-').replace(APOSTROPHES, "'").trim()
  const match = /^(\D*?)([.,]?\d(?:[\d.,' ]*\d)?)(\D*)$/.exec(plain)
  if (!match) return null
  let [, front = '', body = '', back = ''] = match
  if (/^[.,]/.test(body) && /\p{L}$/u.test(front)) {
    front += body.charAt(0) // the point of `Rs.500` is the abbreviation's
    body = body.slice(1)
  }
  const bracketed = front.includes('(') && back.includes(')')
  if (bracketed) {
    front = front.replace('(', '')
    back = back.replace(')', '')
  }
  const minuses = (front.match(/-/g)?.length ?? 0) + (back.match(/-/g)?.length ?? 0) + (bracketed ? 1 : 0)
  if (minuses > 1) return null
  const percents = `${front}${back}`.match(/%/g)?.length ?? 0
  if (percents > 1) return null
  const signs = [front.replace(/[-%]|^\s*\+/g, ''), back.replace(/[-%]/g, '')]
    .map((sign) => sign.trim())
    .filter((sign) => sign !== '')
  if (!signs.every(isCurrencySign) || (percents && signs.length)) return null
  return { negative: minuses === 1, percent: percents === 1, signs, body }
}

/**
 * The digits as a plain decimal, if they can be read with that mark before the decimals: thousands in groups of three
 * by the other mark, a blank or an apostrophe, or the Indian way (`1,23,456.78`). Null where they cannot.
 */
export function decimalOfBody(body: string, mark: DecimalMark): string | null {
  const at = body.indexOf(mark)
  if (at !== body.lastIndexOf(mark)) return null
  const whole = at < 0 ? body : body.slice(0, at)
  const fraction = at < 0 ? '' : body.slice(at + 1)
  if (!/^\d*$/.test(fraction) || (at >= 0 && fraction === '')) return null
  const groups = [...new Set(whole.replace(/\d/g, ''))]
  const group = groups[0]
  if (groups.length > 1) return null
  if (group !== undefined && !isGrouped(whole.split(group), group)) return null
  const digits = group === undefined ? whole : whole.split(group).join('')
  return fraction ? `${digits || '0'}.${fraction}` : digits
}

function isGrouped(parts: string[], group: string): boolean {
  const [first = '', ...rest] = parts
  const last = rest.pop() ?? ''
  if (!/^[1-9]\d{0,2}$/.test(first) || last.length !== 3) return false
  if (rest.every((part) => part.length === 3)) return true
  return group === ',' && first.length <= 2 && rest.every((part) => part.length === 2)
}

/**
 * What the digits say about the decimal mark: `point` or `comma` where only one reading is possible, `neutral` where
 * both give the same number (`1234`), `either` where they differ (`1.234`), null where there is no reading.
 */
export function markOf(body: string): 'point' | 'comma' | 'neutral' | 'either' | null {
  const byPoint = decimalOfBody(body, '.')
  const byComma = decimalOfBody(body, ',')
  if (byPoint === null) return byComma === null ? null : 'comma'
  if (byComma === null) return 'point'
  return byPoint === byComma ? 'neutral' : 'either'
}
