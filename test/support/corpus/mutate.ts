import type { Random } from '../../clock/random'

/** A slip of the fingers in the longest word: two letters swapped, one doubled, missing or wrong. Short words stay. */
export function misspelt(header: string, random: Random): string {
  const word = [...header.matchAll(/\p{L}+/gu)].sort((a, b) => b[0].length - a[0].length)[0]
  if (!word || word[0].length < 7) return header
  const letters = [...word[0]]
  const at = random.whole(1, letters.length - 3)
  const kind = random.pick(['swapped', 'doubled', 'missing', 'wrong'])
  if (kind === 'swapped') letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
  else if (kind === 'doubled') letters.splice(at, 0, letters[at] ?? '')
  else if (kind === 'missing') letters.splice(at, 1)
  else letters[at] = letters[at] === 'e' ? 'a' : 'e'
  return header.slice(0, word.index) + letters.join('') + header.slice(word.index + word[0].length)
}

const words = (header: string): string[] =>
  header
    .replace('#', 'No')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** How one program writes all of its headers. */
export const STYLES: Record<string, (header: string, random: Random) => string> = {
  'as it is': (header) => header,
  'in capitals': (header) => header.toUpperCase(),
  'in small letters': (header) => header.toLowerCase(),
  snake_case: (header) => words(header).join('_').toLowerCase(),
  PascalCase: (header) => words(header).map(capital).join(''),
  'with a colon': (header) => `${header}:`,
  'with stars': (header, random) => (random.chance(0.4) ? `${header} *` : header),
  'with blanks': (header) => ` ${header.replace(' ', '  ')} `,
  'without accents': (header) => header.normalize('NFD').replace(/\p{M}/gu, ''),
  'on two lines': (header) => header.replace(' ', '\n'),
}

export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list]
  return list.map(() => left.splice(random.whole(0, left.length - 1), 1)[0] as T)
}
