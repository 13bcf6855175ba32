export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'hi'] as const
export type Language = (typeof LANGUAGES)[number]

/** By language and concept: the headers under which programs export it. */
export type Headers = Record<Language, Map<string, string[]>>

/**
 * Half of the headers may be looked at while the importer is made; the other half is held out, and tells how it does on
 * files it was not made for. No name, word or rule may be taken from what is missed there: what is missed is counted, never
 * printed. Which half a header falls into is decided by its letters, so that nobody picks.
 */
export type Part = 'seen' | 'held out'

/** Lines `concept: header | header`. */
export function headers(text: Record<Language, string>): Headers {
  const read = (lines: string): Map<string, string[]> =>
    new Map(
      lines
        .trim()
        .split('\n')
        .map((line) => {
          const at = line.indexOf(':')
          const names = line.slice(at + 1).split(' | ')
          return [line.slice(0, at).trim(), names.map((name) => name.trim())]
        }),
    )
  return Object.fromEntries(LANGUAGES.map((language) => [language, read(text[language])])) as Headers
}

/** Those of the part. A concept without any is not in it. */
export function partOf(all: Headers, part: Part): Headers {
  const read = (concepts: Map<string, string[]>): Map<string, string[]> =>
    new Map(
      [...concepts]
        .map(([concept, names]): [string, string[]] => [
          concept,
          names.filter((name) => isHeldOut(name) === (part === 'held out')),
        ])
        .filter(([, names]) => names.length > 0),
    )
  return Object.fromEntries(LANGUAGES.map((language) => [language, read(all[language])])) as Headers
}

/** FNV-1a over its letters and digits; a seed of its own, so that the halves are of a size. */
function isHeldOut(header: string): boolean {
  let hash = 0x811c9dc5
  for (const letter of header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  return ((hash >>> 16) & 1) === 1
}
