/** The languages that Daybook writes payslips, mails and the headings of files in, by BCP 47's primary tags. */
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a tag of any region is written in; null where there are no words for it, and English takes their place. */
export const languageOf = (tag: string): Language | null =>
  LANGUAGES.find((one) => one === tag.toLowerCase().split('-')[0]) ?? null
