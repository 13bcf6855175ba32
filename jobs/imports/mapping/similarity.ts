import type { FieldType } from '../kind'
import { type Header, meaningful } from './header'
import { apart, isMailOnly, plainWords, withoutKind, withoutQualifiers } from './vocabulary'

/** From here on a column counts as meant; below it stays unmapped. */
export const THRESHOLD = 0.8

/** Typing slips (a letter wrong, missing, added or two swapped) between two words: optimal string alignment. */
export function slips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(rows, i - 1, j - 1) + changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(rows, i - 2, j - 2) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return at(rows, a.length, b.length)
}

const at = (rows: number[][], i: number, j: number): number => rows[i]?.[j] ?? 0

/** How many slips still make the same word: "date" and "rate" are two words, "employe" and "employee" are one. */
const allowed = (length: number): number => (length <= 4 ? 0 : length <= 8 ? 1 : length <= 14 ? 2 : 3)

/** Singular and plural are one word. */
const stem = (word: string): string => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word)

/** How words of one stem end in these languages: “Comentario” and “Comentarios”, “completo” and “completa”, “hired” and “hiring”. */
const ENDINGS = new Set([
  '',
  ...'a o e s n as os es en er em et al ale aux ada ado adas ados ido ida ed ing ment ung ungen'.split(' '),
])

function isInflected(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 5 && ENDINGS.has(a.slice(same)) && ENDINGS.has(b.slice(same))
}

const digits = (text: string): string => text.replace(/\D+/g, ' ').trim()

/**
 * The same few thousand words are compared for every kind of file; forgotten when there are many. A map in a map: a key
 * made of both words would be put together and hashed anew each time, which cost more than all else.
 */
const compared = new Map<string, Map<string, number>>()
const MOST_COMPARED = 50_000
let comparedSoFar = 0

/** 0 where they are two words, else 1 less what was mistyped. Digits are never mistyped: "G1" is not "G2". */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1
  // Most pairs are told apart by their lengths and need no memory: short words are never mistyped, long ones hardly by letters.
  if (a.length <= 4 || b.length <= 4) return stem(a) === stem(b) ? 0.97 : 0
  if (Math.abs(a.length - b.length) > 3 && !beginAlike(a, b)) return 0
  const found = compared.get(a)?.get(b)
  if (found !== undefined) return found
  if (comparedSoFar++ >= MOST_COMPARED) {
    compared.clear()
    comparedSoFar = 0
  }
  const made = compareWords(a, b)
  const withA = compared.get(a) ?? new Map<string, number>()
  compared.set(a, withA.set(b, made))
  return made
}

/** In five letters; both have as many. */
function beginAlike(a: string, b: string): boolean {
  for (let at = 0; at < 5; at++) if (a[at] !== b[at]) return false
  return true
}

function compareWords(a: string, b: string): number {
  if (stem(a) === stem(b)) return 0.97
  if (isInflected(a, b)) return 0.93
  const longer = Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > allowed(longer) || digits(a) !== digits(b)) return 0
  const found = slips(a, b)
  return found > allowed(Math.min(a.length, b.length)) ? 0 : 1 - found / longer
}

/**
 * How surely a header means what a synonym says, 0 to 1. 1 is the same name. A word too many changes the meaning
 * ("Staff status no" is no staff number), so every word of either must find its partner; their order does not matter.
 */
export function headerSimilarity(header: Header, synonym: Header): number {
  if (header.joined === '' || synonym.joined === '') return 0
  if (header.joined === synonym.joined) return 1
  const ours = meaningful(header)
  const theirs = meaningful(synonym)
  // Run together only where the blanks stand differently: in long joined text a whole other word counts as a few slips.
  if (ours.length !== theirs.length && (isPartOf(ours, theirs) || isPartOf(theirs, ours))) return 0
  const alike =
    ours.length === theirs.length
      ? wordByWord(ours, theirs, header.short) * 0.97
      : wordSimilarity(header.joined, synonym.joined)
  return Math.min(0.98, alike)
}

/** “Mitarbeiter” is not “Mitarbeiter-ID” mistyped. */
const isPartOf = (few: string[], many: string[]): boolean => few.every((word) => many.includes(word))

/** What each step away from the header as it stands costs: other words of the same meaning, then words left out. */
const SAME_MEANING = 0.97
const WITHOUT_QUALIFIERS = 0.95
const WITHOUT_KIND = 0.94

const WITHOUT_SUBJECT = 0.93

const NOTHING: ReadonlySet<string> = new Set()

/**
 * The same for a field of a type: headers of programs say beside the thing which one it is ("Work Email"), whose it is
 * where the row is about them (`about`: "Student Email") and what its values are ("Mobile No."). The less has to be left
 * out, the surer. What a synonym says is only left out where its type alone already makes it clear: "employee number" must
 * not become "employee".
 */
export function fieldSimilarity(
  header: Header,
  synonym: Header,
  type: FieldType,
  about: ReadonlySet<string> = NOTHING,
): number {
  const asItStands = headerSimilarity(header, synonym)
  if (asItStands >= SAME_MEANING) return asItStands
  const { short } = header
  const ours = formsOf(header, type, about)
  // “Code” and “No” alone may be anybody's.
  if (ours.plain.every((word) => word === 'number' || word === 'date')) return asItStands
  const theirs = formsOf(synonym, type, about)
  const isClear = type === 'date' || type === 'phone'
  // “Name” is not the “exam name”: only where the header says whose it is, need the synonym not say it.
  const says = ours.own.length < ours.parts.length
  const theirOwn = says ? theirs.own : theirs.apart
  const theirOwnKind = says ? theirs.ownKind : theirs.apartKind
  const mail = type === 'email' && isMailOnly(ours.own) && isMailOnly(theirs.plain) ? WITHOUT_KIND : 0
  return Math.max(
    asItStands,
    wordByWord(ours.plain, theirs.plain, short) * SAME_MEANING,
    wordByWord(ours.bare, theirs.plain, short) * WITHOUT_QUALIFIERS,
    wordByWord(ours.bareKind, isClear ? theirs.plainKind : theirs.plain, short) * WITHOUT_KIND,
    wordByWord(ours.partsKind, isClear ? theirs.apartKind : theirs.apart, short) * WITHOUT_KIND,
    wordByWord(ours.own, theirOwn, short) * WITHOUT_SUBJECT,
    wordByWord(ours.ownKind, isClear ? theirOwnKind : theirOwn, short) * WITHOUT_SUBJECT,
    mail,
  )
}

/** The words of a name, and what is left of them step by step. */
type Forms = Record<
  'plain' | 'plainKind' | 'bare' | 'bareKind' | 'apart' | 'apartKind' | 'parts' | 'partsKind' | 'own' | 'ownKind',
  string[]
>

/** Every header is compared with hundreds of names: taken to pieces once for each type and subject. */
const forms = new WeakMap<Header, { type: FieldType; about: ReadonlySet<string>; made: Forms }[]>()

function formsOf(header: Header, type: FieldType, about: ReadonlySet<string>): Forms {
  const known = forms.get(header) ?? []
  const found = known.find((one) => one.type === type && one.about === about)
  if (found) return found.made
  const plain = plainWords(meaningful(header))
  const bare = withoutQualifiers(plain, type)
  const split = apart(plain)
  const parts = withoutQualifiers(split, type)
  const own = withoutSubject(parts, about)
  const kind = (words: string[]): string[] => withoutKind(words, type)
  const made = {
    plain,
    plainKind: kind(plain),
    bare,
    bareKind: kind(bare),
    apart: split,
    apartKind: kind(split),
    parts,
    partsKind: kind(parts),
    own,
    ownKind: kind(own),
  }
  known.push({ type, about, made })
  forms.set(header, known)
  return made
}

/** What the row is about anyway, mistyped or not: a “student email” among students is the email. */
function withoutSubject(words: string[], about: ReadonlySet<string>): string[] {
  const isSubject = (word: string): boolean =>
    about.has(word) || (word.length >= 6 && [...about].some((one) => one.length >= 6 && wordSimilarity(word, one) > 0))
  const rest = words.filter((word) => !isSubject(word))
  return rest.length === 0 ? words : rest
}

/** “Fec. Nac.” is short for “Fecha de nacimiento”; “No.” and “Num.” stand for a number, and are no “Nombre” or “Nome”. */
const isShortFor = (word: string, other: string, short: ReadonlySet<string>): boolean =>
  short.has(word) &&
  word.length >= 2 &&
  other.length > word.length &&
  other.startsWith(word) &&
  (!isNumberWord(word) || isNumberWord(other))

const isNumberWord = (word: string): boolean => plainWords([word])[0] === 'number'

/** As many as there are bits; no name has more words. */
const MOST_WORDS = 30

function wordByWord(ours: string[], theirs: string[], short: ReadonlySet<string>): number {
  if (ours.length !== theirs.length || ours.length === 0 || ours.length > MOST_WORDS) return 0
  let taken = 0
  let sum = 0
  for (const word of ours) {
    let best = 0
    let bestAt = 0
    for (let at = 0; at < theirs.length; at++) {
      const other = theirs[at] ?? ''
      if (taken & (1 << at)) continue
      const alike = isShortFor(word, other, short) ? 0.95 : wordSimilarity(word, other)
      if (alike > best) {
        best = alike
        bestAt = at
      }
    }
    if (best === 0) return 0
    taken |= 1 << bestAt
    sum += best
  }
  return sum / ours.length
}
