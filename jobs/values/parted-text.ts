/** How a text of two parts is cut: at a comma, or at its first or last blank; which part of a name stands first. */
export type SplitRule = { at: 'comma' | 'first_blank' | 'last_blank'; first: 'given_name' | 'family_name' }

/** Columns joined into one text, with what stands between them. */
export type JoinRule = { columns: string[]; between: string }

export type NameParts = { given_name: string; family_name: string }

/** The two parts of a name as it is written in one cell; a name of one word is the part that stands first. */
export function splitName(text: string, { at, first }: SplitRule): NameParts {
  const [one, other] = cut(text.trim().replace(/\s+/gu, ' '), at)
  return first === 'given_name' ? { given_name: one, family_name: other } : { given_name: other, family_name: one }
}

function cut(text: string, at: SplitRule['at']): [string, string] {
  const mark = at === 'comma' ? ',' : ' '
  const place = at === 'last_blank' ? text.lastIndexOf(mark) : text.indexOf(mark)
  return place < 0 ? [text, ''] : [text.slice(0, place).trim(), text.slice(place + 1).trim()]
}

/** The texts that are not empty, in their order. */
export const joinTexts = (texts: readonly string[], between: string): string =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(between)
