import { createHash } from 'node:crypto'

/** A header as it is compared: its words, and the words run together. `short`: those that a point cuts short. */
export type Header = { words: string[]; joined: string; short: ReadonlySet<string> }

/** Letters that do not decompose into a base letter and an accent. */
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' }
const SYMBOLS: Record<string, string> = { '%': ' percent ', '#': ' number ', '№': ' number ', '&': ' and ' }

/** Words that carry no meaning of their own in a header. */
export const FILLERS: ReadonlySet<string> = new Set(
  'the a an of in on at for to de del des du da do dos das la le les el los der die das den von zu im am et y e und and ka ki ke'.split(
    ' ',
  ),
)

/** A unit or a remark in brackets: a currency, hours, "required", a date pattern. Other brackets are part of the name. */
const BRACKETS = /[([{]\s*([^)\]}\s][^)\]}]{0,19}?)\s*[)\]}]/gu
const REMARK =
  /^(?:R\$|Rs\.?|[$€£¥₹]|\*|required|optional|mandatory|pflichtfeld|obligatoire|[dmyjat]{1,4}[-/. ][dmyjat]{1,4}[-/. ][dmyjat]{1,4}|[a-z]\/[a-z](?:\/[a-z])?|h|hrs?|hours|horas|heures|stunden|std|decimal|dezimal|days|jours|tage|d[ií]as|years|ans|jahre|a[ñn]os|anos|utc|cvf?|ps|hp)$/iu
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const isRemark = (text: string): boolean => REMARK.test(text) || CURRENCIES.has(text.toUpperCase())

/**
 * Case, accents, blanks, punctuation, underscores and camelCase fall away: "StaffNo", "staff_no" and " Staff No.* " are one.
 * Letters of other scripts stay as they are.
 */
export function normaliseHeader(text: string): Header {
  const plain = text
    .replace(BRACKETS, (whole, inner: string) => (isRemark(inner) ? ' ' : whole))
    .replace(/\((?:e?s|e?n|e)\)/giu, '') // “Forename(s)”
    .replace(/[%#№&]/g, (symbol) => SYMBOLS[symbol] ?? ' ')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(\p{L})['’](s\b)?/gu, '$1')
  const words = withoutCurrency(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))
  const short = new Set([...plain.matchAll(/(?<!\p{L})(\p{L}{1,8})\./gu)].map(([, word = '']) => word))
  return { words, joined: words.join(''), short }
}

/** “Betrag in EUR” is “Betrag”. */
const withoutCurrency = (words: string[]): string[] =>
  words.length > 2 && /^(in|en|em)$/.test(words.at(-2) ?? '') && CURRENCIES.has(words.at(-1)?.toUpperCase() ?? '')
    ? words.slice(0, -2)
    : words

/** Every header is compared with thousands of names. */
const meant = new WeakMap<Header, string[]>()

/**
 * The words that say what a header means, for comparing word by word. Within a header a bare “no” is no number: “Días no
 * trabajados” are not days worked.
 */
export function meaningful(header: Header): string[] {
  const known = meant.get(header)
  if (known) return known
  const { words, short } = header
  const found = words
    .map((word, at) => (word === 'no' && at > 0 && at < words.length - 1 && !short.has(word) ? 'not' : word))
    .filter((word) => !FILLERS.has(word))
  meant.set(header, found)
  return found
}

/** What the error file adds to the original columns. Dropped again, they say nothing about a row but its number. */
export const OWN_COLUMNS = ['_row', '_column', '_reason', '_suggestion'] as const

export const isOwnColumn = (header: string): boolean => OWN_COLUMNS.some((one) => one === header)

/** What a column is called that is made of others: the name of its source and what it is. */
export const madeName = (source: string, label: string): string => `${source}: ${label}`

/** In an error file: a column with what was typed over one that was made of others. */
function isMadeOf(header: string, headers: readonly string[]): boolean {
  const end = header.lastIndexOf(madeName('', ''))
  if (end < 0) return false
  const source = header.slice(0, end)
  return headers.includes(source.replace(/ \([A-Z]+\)$/, '')) || /^Column [A-Z]+$/.test(source)
}

/** The set of headers of a file, in whatever order they stand, as one text; the same for its error file. */
export function fingerprintOf(headers: readonly string[]): string {
  const isErrorFile = headers.includes(OWN_COLUMNS[0])
  const original = headers.filter((header) => !isOwnColumn(header) && !(isErrorFile && isMadeOf(header, headers)))
  const names = original.map((header) => normaliseHeader(header).joined).sort()
  return createHash('sha256').update(names.join('\n')).digest('hex')
}
