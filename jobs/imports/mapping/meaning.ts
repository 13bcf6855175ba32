import type { FieldType } from '../kind'
import type { Header } from './header'
import { isKnown, type Sense, sensesOf, type Tongue, tonguesOf } from './lexicon'

/**
 * What a field means, as words of meaning (lexicon/): `birth date? | born`. One of the ways has to be said; of a way every
 * word, in any order, `?` may be left out, `a/b` is either, `@` is who or what the row is about.
 */
type Way = { needed: ReadonlySet<string>[]; allowed: ReadonlySet<string> }

const SUBJECT = '@'

const compiled = new Map<string, Way[]>()
function waysOf(means: string): Way[] {
  let ways = compiled.get(means)
  if (ways === undefined) {
    ways = means.split('|').map((way) => {
      const words = way.trim().split(/\s+/)
      const needed = words.filter((word) => !word.endsWith('?')).map((word) => new Set(word.split('/')))
      const allowed = new Set(words.flatMap((word) => word.replace('?', '').split('/')))
      return { needed, allowed }
    })
    compiled.set(means, ways)
  }
  return ways
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What a header may say beside it without meaning another column: which of somebody's, and what kind of value it is. */
const ALLOWED: Record<FieldType, ReadonlySet<string>> = {
  date: set('date day original current effective'),
  email: set(
    'email mail company called address number work home main private official electronic school digits first user',
  ),
  phone: set('phone company called number work home main private official fixed mobile digits first residence'),
  text: set('name full official legal called current description'),
  identifier: set('unique official internal external current'),
  money: set('amount currency'),
  decimal: set('count decimal digits'),
  integer: set('count digits'),
  percent: set('percent'),
  currency: set('number'),
}

/** How sure a header is that says all of it and nothing else, and what each word beside it costs. */
const SAID = 0.97
const WORD_BESIDE = 0.01
/** No header says more; a paragraph is none. */
const MOST_WORDS = 12
/** A meaning of another language than the other headers are in. */
const OTHER_TONGUE = 0.98

export type Meaning = {
  means: string
  type: FieldType
  /** Whether a word is for who or what the row is about. */
  isSubject: (word: string) => boolean
  subject: ReadonlySet<string>
}

/** A word of a header, with what it may mean in a file of that language; a compound is several. */
type Said = { word: string; atoms: ReadonlyMap<string, number>; isFiller: boolean }

/** How surely a header says what a field means, 0 to 1. Every word of it must have its place. */
export function saysMeaning(header: Header, meaning: Meaning, tongue: Tongue | null): number {
  const said = wordsSaid(header, tongue)
  if (
    said.length > MOST_WORDS ||
    said.some(({ word, atoms, isFiller }) => atoms.size === 0 && !isFiller && !meaning.isSubject(word))
  )
    return 0
  let best = 0
  for (const way of waysOf(meaning.means)) best = Math.max(best, saysWay(said, way, meaning))
  return best
}

function saysWay(said: readonly Said[], { needed, allowed }: Way, { type, isSubject, subject }: Meaning): number {
  const isAbout = ({ word, atoms }: Said): boolean =>
    isSubject(word) || [...atoms.keys()].some((atom) => subject.has(atom))
  const says = (one: Said, meant: ReadonlySet<string>): number => {
    let most = meant.has(SUBJECT) && isAbout(one) ? 1 : 0
    for (const [atom, surety] of one.atoms) if (surety > most && meant.has(atom)) most = surety
    return most
  }
  const beside = (one: Said): number => {
    if (one.isFiller && !one.atoms.has('number') && !one.atoms.has('not')) return 1
    const most = Math.max(says(one, allowed), says(one, ALLOWED[type]), isAbout(one) ? 1 : 0)
    return most === 0 ? 0 : most * (1 - WORD_BESIDE)
  }
  const used = new Set<number>()
  const place = (at: number): number => {
    const meant = needed[at]
    if (meant === undefined) {
      return said.reduce((surety, one, i) => (used.has(i) || surety === 0 ? surety : surety * beside(one)), SAID)
    }
    let best = 0
    said.forEach((one, i) => {
      const surety = used.has(i) ? 0 : says(one, meant)
      if (surety === 0) return
      used.add(i)
      best = Math.max(best, surety * place(at + 1))
      used.delete(i)
    })
    return best
  }
  return place(0)
}

const spoken = new WeakMap<Header, Map<Tongue | null, Said[]>>()

function wordsSaid(header: Header, tongue: Tongue | null): Said[] {
  let byTongue = spoken.get(header)
  if (!byTongue) {
    byTongue = new Map()
    spoken.set(header, byTongue)
  }
  let said = byTongue.get(tongue)
  if (!said) {
    const words = joined(header.words, header.short)
    said = words.flatMap((word, at) => {
      const isWithin = at > 0 && at < words.length - 1 && !header.short.has(word)
      return sensesOf(word, header.short.has(word)).map((sense) => ({
        word,
        atoms: word === 'no' && isWithin ? denying(tongue, sense) : inTongue(sense, tongue),
        isFiller: sense.isFiller,
      }))
    })
    byTongue.set(tongue, said)
  }
  return said
}

/** A word that the language of the file has means what it means there: “Designation” is a post in English, a name in French. */
function inTongue({ atoms, surety }: Sense, tongue: Tongue | null): Map<string, number> {
  const known = [...atoms]
  const own = tongue === null ? [] : known.filter(([, tongues]) => tongues.has(tongue))
  const english = known.filter(([, tongues]) => tongues.has('en'))
  const meant = own.length > 0 ? own : english.length > 0 ? english : known
  const isOther = tongue !== null && own.length === 0
  return new Map(meant.map(([atom]) => [atom, surety * (isOther ? OTHER_TONGUE : 1)]))
}

/** “Días no trabajados” are not worked, “faltas no mês” are those in the month; at an end of a header “No” is a number. */
function denying(tongue: Tongue | null, sense: Sense): Map<string, number> {
  if (tongue === 'pt') return new Map()
  return tongue === 'es' ? new Map([['not', sense.surety]]) : inTongue(sense, tongue)
}

/** “D.O.B.” and “e mail” are one word each; “F. alta” is two. */
function joined(words: readonly string[], short: ReadonlySet<string>): string[] {
  const result: string[] = []
  for (let at = 0; at < words.length; ) {
    const letters = words.slice(at).findIndex((word) => word.length > 1)
    const singles = letters < 0 ? words.length - at : letters
    const run = words.slice(at, at + singles).join('')
    const pair = (words[at] ?? '') + (words[at + 1] ?? '')
    if (singles > 1 && isKnown(run)) {
      result.push(run)
      at += singles
    } else if (at + 1 < words.length && words[at]?.length === 1 && isKnown(pair) && !isTwo(words, at, short)) {
      result.push(pair)
      at += 2
    } else result.push(words[at++] ?? '')
  }
  return result
}

const isTwo = (words: readonly string[], at: number, short: ReadonlySet<string>): boolean =>
  short.has(words[at] ?? '') && isKnown(words[at] ?? '') && isKnown(words[at + 1] ?? '')

/** The language that most headers of a file are in; null: none stands out. English words stand in files of every language. */
export function tongueOf(headers: readonly Header[]): Tongue | null {
  const votes = new Map<Tongue, number>()
  for (const { words } of headers) {
    for (const word of words) {
      const tongues = tonguesOf(word)
      for (const tongue of tongues) votes.set(tongue, (votes.get(tongue) ?? 0) + 1 / tongues.size)
    }
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}
