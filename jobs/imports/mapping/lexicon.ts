import { FILLERS } from './header'
import { DE } from './lexicon/de'
import { EN } from './lexicon/en'
import { ES } from './lexicon/es'
import { FR } from './lexicon/fr'
import { HI } from './lexicon/hi'
import { PT } from './lexicon/pt'
import { wordSimilarity } from './similarity'

// What single words of headers mean. A header is then understood as the sum of its words (meaning.ts), so that a name nobody
// wrote down is known by its parts.

export const LANGUAGES = { en: EN, fr: FR, es: ES, pt: PT, de: DE, hi: HI }
export type Tongue = keyof typeof LANGUAGES

/** What a word may mean, each meaning with the languages that have it. `surety`: 1 as it stands, less where it was mistyped. */
export type Sense = { atoms: ReadonlyMap<string, ReadonlySet<Tongue>>; surety: number; isFiller: boolean }

/** Small words between others, which say nothing by themselves; some of them say something in some languages (“à”, “de”). */
const MORE_FILLERS = new Set(
  'or ou oder o u with con com mit avec al se is est es ist hai pour por para pro par per je as r dans na no dd mm yyyy yy aaaa jj jjjj tt required optional mandatory em en chez sur zum zur beim this most'.split(
    ' ',
  ),
)
/** “Saldo EUR” says its unit. */
const CURRENCY_CODES: ReadonlySet<string> = new Set(
  'eur usd gbp chf brl mxn inr ars clp cop pen uyu bob pyg crc dop gtq cad aud nzd zar kes ngn ghs tzs ugx mzn aoa xof xaf mad tnd dzd pln czk huf ron sek nok dkk jpy cny sgd aed rs'.split(
    ' ',
  ),
)

/** By word: its meanings. */
const WORDS = new Map<string, Map<string, Set<Tongue>>>()
/** By length: the words that may be mistyped, with the letters they have. */
const BY_LENGTH = new Map<number, { word: string; letters: number }[]>()
const LEAST_MISTYPED = 6

for (const [tongue, text] of Object.entries(LANGUAGES) as [Tongue, string][]) {
  for (const line of text.trim().split('\n')) {
    const [atom = '', words = ''] = line.split(': ')
    for (const word of words.split(' ')) {
      const atoms = WORDS.get(word) ?? new Map<string, Set<Tongue>>()
      atoms.set(atom, (atoms.get(atom) ?? new Set<Tongue>()).add(tongue))
      WORDS.set(word, atoms)
    }
  }
}
for (const word of WORDS.keys()) {
  if (word.length < LEAST_MISTYPED) continue
  BY_LENGTH.set(word.length, [...(BY_LENGTH.get(word.length) ?? []), { word, letters: lettersOf(word) }])
}

export const isKnown = (word: string): boolean => WORDS.has(word)
export const tonguesOf = (word: string): ReadonlySet<Tongue> =>
  new Set([...(WORDS.get(word)?.values() ?? [])].flatMap((tongues) => [...tongues]))

/** One bit for each letter. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - 97)
  return letters
}

function bits(number: number): number {
  let count = 0
  for (let left = number; left !== 0; left &= left - 1) count++
  return count
}

const AS_SPELT = 1
const INFLECTED = 0.98
const CUT_SHORT = 0.95
const OF_PARTS = 0.97

type Meant = { atoms: Sense['atoms']; surety: number }

const remembered = new Map<string, Sense[]>()
const MOST_REMEMBERED = 20_000

/** What a word of a header says: mostly one thing; a compound (“Geburtsdatum”) as many as it has parts. Unknown: no meaning. */
export function sensesOf(word: string, isShort: boolean): readonly Sense[] {
  const key = isShort ? `${word}.` : word
  let senses = remembered.get(key)
  if (senses === undefined) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    senses = read(word, isShort)
    remembered.set(key, senses)
  }
  return senses
}

function read(word: string, isShort: boolean): Sense[] {
  const isFiller = FILLERS.has(word) || MORE_FILLERS.has(word)
  const said = (atoms: Sense['atoms'], surety: number): Sense => ({ atoms, surety, isFiller })
  const exact = spelt(word)
  if (exact) return [said(exact.atoms, exact.surety)]
  if (isFiller) return [said(new Map(), AS_SPELT)]
  if (CURRENCY_CODES.has(word)) return [said(new Map([['currency', new Set<Tongue>()]]), AS_SPELT)]
  // “l’élève” and “d’inscription” are compared without the apostrophe.
  const bare = /^[dlns]([aeiouhy]\w+)$/.exec(word)?.[1]
  const elided = bare === undefined ? null : spelt(bare)
  if (elided) return [said(elided.atoms, elided.surety)]
  if (/^\d+$/.test(word)) return [said(new Map([['digits', new Set<Tongue>()]]), AS_SPELT)]
  const long = isShort ? begunBy(word) : null
  if (long) return [said(long, CUT_SHORT)]
  const parts = partsOf(word)
  if (parts) return parts.map((atoms) => said(atoms, OF_PARTS))
  const meant = mistyped(word) ?? (bare === undefined ? null : mistyped(bare))
  if (meant) return [said(meant.atoms, meant.surety)]
  const slipped = mistypedParts(word)
  if (slipped) return slipped.map(({ atoms, surety }) => said(atoms, surety * OF_PARTS))
  return [said(new Map(), 0)]
}

/** As it stands, in another number or gender, or with ae, oe, ue for the umlauts. */
function spelt(word: string): Meant | null {
  const exact = WORDS.get(word)
  if (exact) return { atoms: exact, surety: AS_SPELT }
  if (word.length < 4) return null
  const plain = word.replace(/([aou])e/g, '$1')
  const forms = [plain, ...inflected(word)]
  const known = forms.find((form) => form.length >= 3 && WORDS.has(form))
  return known === undefined ? null : { atoms: WORDS.get(known) ?? new Map(), surety: INFLECTED }
}

function inflected(word: string): string[] {
  const forms: string[] = []
  for (const ending of ['s', 'es', 'n', 'en', 'e', 'er', 'in', 'innen'])
    if (word.endsWith(ending)) forms.push(word.slice(0, -ending.length))
  if (/as?$/.test(word)) forms.push(word.replace(/as?$/, 'o'))
  if (/os?$/.test(word)) forms.push(word.replace(/os?$/, 'a'))
  if (/ies$/.test(word)) forms.push(word.replace(/ies$/, 'y'))
  if (/(oes|aes)$/.test(word)) forms.push(word.replace(/(oes|aes)$/, 'ao'))
  forms.push(`${word}s`)
  return forms
}

/** “Immat.” is whatever begins so. */
function begunBy(word: string): Sense['atoms'] | null {
  if (word.length < 3) return null
  const atoms = new Map<string, Set<Tongue>>()
  for (const [long, meanings] of WORDS) {
    if (!long.startsWith(word)) continue
    for (const [atom, tongues] of meanings) atoms.set(atom, new Set([...(atoms.get(atom) ?? []), ...tongues]))
  }
  return atoms.size === 0 ? null : atoms
}

/** German joins words with nothing, s, es, n, en or er between them; others run words together (“birthdate”, “empname”). */
const LINK = /^(?:es|en|er|s|n)?/
const LEAST_PART = 3
const LAST_PARTS = new Set(['nr', 'id', 'no'])

function partsOf(word: string): Sense['atoms'][] | null {
  if (word.length < 6) return null
  for (let end = word.length - LEAST_PART + 1; end >= LEAST_PART; end--) {
    const first = WORDS.get(word.slice(0, end))
    if (!first) continue
    const rest = word.slice(end)
    const link = LINK.exec(rest)?.[0] ?? ''
    for (const cut of link === '' ? [0] : [0, link.length, ...(link.length === 2 && /^s/.test(rest) ? [1] : [])]) {
      const tail = rest.slice(cut)
      const last = tail.length >= LEAST_PART || LAST_PARTS.has(tail) ? WORDS.get(tail) : undefined
      if (last) return [first, last]
      const more = partsOf(tail)
      if (more) return [first, ...more]
    }
  }
  return null
}

/** The known words that are nearest; two that mean different things leave both open. */
function mistyped(word: string): Meant | null {
  if (word.length < LEAST_MISTYPED) return null
  const letters = lettersOf(word)
  let best = 0
  let found: string[] = []
  for (let length = word.length - 2; length <= word.length + 2; length++) {
    for (const one of BY_LENGTH.get(length) ?? []) {
      if (bits(one.letters ^ letters) > 4) continue
      const alike = wordSimilarity(word, one.word)
      if (alike === 0 || alike < best) continue
      if (alike > best) found = []
      best = alike
      found.push(one.word)
    }
  }
  if (best === 0) return null
  const atoms = new Map<string, Set<Tongue>>()
  for (const one of found)
    for (const [atom, tongues] of WORDS.get(one) ?? [])
      atoms.set(atom, new Set([...(atoms.get(atom) ?? []), ...tongues]))
  return { atoms, surety: best }
}

/** “Gebrutsdatum”: one part of the two is as it should be. */
const LEAST_SURE_PART = 4

function mistypedParts(word: string): Meant[] | null {
  for (let end = LEAST_SURE_PART; end <= word.length - LEAST_SURE_PART; end++) {
    const [head, tail] = [word.slice(0, end), word.slice(end)]
    const [first, last] = [WORDS.get(head), WORDS.get(tail)]
    if (last) {
      const meant = mistyped(head) ?? mistyped(head.replace(/(?:es|en|er|s|n)$/, ''))
      if (meant) return [meant, { atoms: last, surety: AS_SPELT }]
    }
    if (first) {
      const meant = mistyped(tail) ?? mistyped(tail.replace(LINK, ''))
      if (meant) return [{ atoms: first, surety: AS_SPELT }, meant]
    }
  }
  return null
}
