import { monthByName } from './month-names'

/**
 * A date as people write it. `fixed` says day and month itself; `numeric` has two numbers whose order the column must
 * decide. A year of two digits is kept as it stands (`short`).
 */
export type DateText =
  | { form: 'fixed'; year: number; short: boolean; month: number; day: number }
  | { form: 'numeric'; year: number; short: boolean; first: number; second: number }
  | { form: 'zoned' }
  | { form: 'month_only' }

/** Whatever is longer is prose; the patterns below are not made for that. */
const LONGEST_DATE = 80

const TIME = /[T,]?\s*\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

/** Takes a written date apart; null where it is none. A time of day behind it is passed over, one with a zone is `zoned`. */
export function readDateText(text: string): DateText | null {
  if (text.length > LONGEST_DATE) return null
  const time = TIME.exec(text)
  if (time?.[4] && time.index > 0) return { form: 'zoned' }
  const day = (time && time.index > 0 ? text.slice(0, time.index) : text).trim()
  return readYearFirst(day) ?? readNumeric(day) ?? readNamed(day)
}

function readYearFirst(text: string): DateText | null {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20|21)\d\d)()(\d\d)(\d\d)$/.exec(text)
  if (match) {
    return { form: 'fixed', year: Number(match[1]), short: false, month: Number(match[3]), day: Number(match[4]) }
  }
  return /^\d{4}[-/.]\d{1,2}$|^\d{1,2}[-/.]\d{4}$/.test(text) ? { form: 'month_only' } : null
}

function readNumeric(text: string): DateText | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (!match) return null
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const short = match[4]?.length === 2
  // Points between the numbers are written by those who put the day first.
  if (match[2] === '.') return { form: 'fixed', year, short, month: second, day: first }
  return { form: 'numeric', year, short, first, second }
}

const JOINT = String.raw`(?:[-/.,\s]|\bde\b|\bdel\b|\bof\b)+`
const NAME = String.raw`([\p{L}\p{M}]+\.?)`
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th|er|º|°)?${JOINT}${NAME}${JOINT}(\d{4}|\d{2})$`, 'iu')
const MONTH_FIRST = new RegExp(String.raw`^${NAME}${JOINT}(\d{1,2})(?:st|nd|rd|th)?${JOINT}(\d{4})$`, 'iu')
const MONTH_ONLY = new RegExp(String.raw`^${NAME}${JOINT}(\d{4}|\d{2})$`, 'iu')

/** `3-Apr-2025`, `3. April 2025`, `3 de abril de 2025`, `April 3rd, 2025`. */
function readNamed(text: string): DateText | null {
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return fixedBy(dayFirst[1], dayFirst[2], dayFirst[3])
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return fixedBy(monthFirst[2], monthFirst[1], monthFirst[3])
  const monthOnly = MONTH_ONLY.exec(text)
  return monthOnly && monthByName(monthOnly[1] ?? '') ? { form: 'month_only' } : null
}

function fixedBy(day = '', name = '', year = ''): DateText | null {
  const month = monthByName(name)
  if (!month) return null
  return { form: 'fixed', year: Number(year), short: year.length === 2, month, day: Number(day) }
}
