import type { FieldType } from '../kind'
import { type Header, meaningful } from './header'
import { isMailOnly, plainWords, withoutKind, withoutQualifiers } from './vocabulary'

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

const digits = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** 0 where they are two words, else 1 less what was mistyped. Digits are never mistyped: "G1" is not "G2". */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1
  if (stem(a) === stem(b)) return 0.97
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
    ours.length === theirs.length ? wordByWord(ours, theirs) * 0.97 : wordSimilarity(header.joined, synonym.joined)
  return Math.min(0.98, alike)
}

/** “Mitarbeiter” is not “Mitarbeiter-ID” mistyped. */
const isPartOf = (few: string[], many: string[]): boolean => few.every((word) => many.includes(word))

/** What each step away from the header as it stands costs: other words of the same meaning, then words left out. */
const SAME_MEANING = 0.97
const WITHOUT_QUALIFIERS = 0.95
const WITHOUT_KIND = 0.94

/**
 * The same for a field of a type: headers of programs say beside the thing which one it is ("Work Email") and what its
 * values are ("Mobile No."). The less has to be left out, the surer. What a synonym says is only left out where its type
 * alone already makes it clear: "employee number" must not become "employee".
 */
export function fieldSimilarity(header: Header, synonym: Header, type: FieldType): number {
  const asItStands = headerSimilarity(header, synonym)
  if (asItStands >= SAME_MEANING) return asItStands
  const ours = plainWords(meaningful(header))
  // “Code” and “No” alone may be anybody's.
  if (ours.every((word) => word === 'number' || word === 'date')) return asItStands
  const theirs = plainWords(meaningful(synonym))
  const bare = withoutQualifiers(ours, type)
  const bareSynonym = type === 'date' || type === 'phone' ? withoutKind(theirs, type) : theirs
  const mail = type === 'email' && isMailOnly(bare) && isMailOnly(theirs) ? WITHOUT_KIND : 0
  return Math.max(
    asItStands,
    wordByWord(ours, theirs) * SAME_MEANING,
    wordByWord(bare, theirs) * WITHOUT_QUALIFIERS,
    wordByWord(withoutKind(bare, type), bareSynonym) * WITHOUT_KIND,
    mail,
  )
}

function wordByWord(ours: string[], theirs: string[]): number {
  if (ours.length !== theirs.length || ours.length === 0) return 0
  const left = [...theirs]
  let sum = 0
  for (const word of ours) {
    const scores = left.map((other) => wordSimilarity(word, other))
    const best = Math.max(...scores)
    if (best === 0) return 0
    left.splice(scores.indexOf(best), 1)
    sum += best
  }
  return sum / ours.length
}
