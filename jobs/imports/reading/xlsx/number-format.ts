import { isCurrencySign } from '../columns/currency-signs'

/** What a number format says about the number below it. */
export type NumberFormat = {
  /** `date` has days or months in it, `time` a time of day only, `elapsed` hours that run past 24. */
  kind: 'number' | 'date' | 'time' | 'elapsed'
  percent: boolean
  currency: string | null
  /** `00000`: shown with so many digits at least; 0 for others. */
  zeros: number
}

const plain = (kind: NumberFormat['kind'], percent = false): NumberFormat => ({
  kind,
  percent,
  currency: null,
  zeros: 0,
})

export const GENERAL: NumberFormat = plain('number')

/**
 * The formats that a file names by number alone (ECMA-376, 18.8.30). Those of currencies (5–8, 41–44) show the currency
 * of whoever opens the file, so they say nothing.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return plain('number', true)
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return plain('date')
  if (id >= 18 && id <= 21) return plain('time')
  if (id >= 45 && id <= 47) return plain('elapsed')
  return GENERAL
}

/** Reads a format's code: of its sections only the first, that of positive numbers. */
export function readFormat(code: string): NumberFormat {
  const section = firstSection(code)
  const currency = currencyOf(section)
  const letters = section
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/General|AM\/PM|A\/P/gi, '')
  if (/\[[hms]+\]/i.test(letters)) return plain('elapsed')
  const isTime = /[hs]/i.test(letters)
  if (/[yd]/i.test(letters) || (!isTime && /m/i.test(letters))) return plain('date')
  if (isTime) return plain('time')
  const digits = letters.replace(/[-\s()/]/g, '') // 000-00-0000
  const zeros = /^0{2,}$/.test(digits) ? digits.length : 0
  return { kind: 'number', percent: letters.includes('%'), currency, zeros }
}

/** Up to the first semicolon that is neither quoted nor escaped. */
function firstSection(code: string): string {
  return /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/.exec(code)?.[0] ?? code
}

/** `[$€-407]`, `"EUR"`, `€`: the sign itself; null for a locale alone (`[$-409]`) or none. */
function currencyOf(section: string): string | null {
  const marked = /\[\$([^\]-]+)(-[^\]]*)?\]/.exec(section)?.[1]
  if (marked && isCurrencySign(marked)) return marked.trim()
  for (const [, literal = ''] of section.matchAll(/"([^"]*)"/g)) {
    const sign = literal.trim()
    if ((/\p{Sc}/u.test(sign) || sign.length === 3) && isCurrencySign(sign)) return sign
  }
  return /\p{Sc}/u.exec(section.replace(/\[[^\]]*\]/g, ''))?.[0] ?? null
}
