export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'hi'] as const
export type Language = (typeof LANGUAGES)[number]

/** By language and concept: the headers under which programs export it. */
export type Headers = Record<Language, Map<string, string[]>>

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
