import { LANGUAGES, languageOf } from '../../jobs/values/languages'
import { words } from '../words/en'

/** A language as those who speak it call it: Português, Português (Brasil). */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const [first = '', ...rest] = name
  return first.toLocaleUpperCase(tag) + rest.join('')
}

/** What Daybook has words in, each by its own name; one that is set and is none of them stays to be chosen. */
export const languagesWith = (set: string): { value: string; label: string }[] =>
  [...new Set<string>([...LANGUAGES, set])].filter(Boolean).map((tag) => ({ value: tag, label: languageName(tag) }))

/** Its own name, and that English takes its place where Daybook has no words in it. */
export const languageName = (tag: string): string =>
  languageOf(tag) === null ? words.settings.office.notWritten(ownName(tag)) : ownName(tag)
