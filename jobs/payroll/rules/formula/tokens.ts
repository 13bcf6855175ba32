import { Problem } from '../../../values/problem'

export type Token = {
  kind: 'number' | 'name' | 'sign' | 'end'
  text: string
  /** Where it begins, the first character being 1. */
  at: number
}

/** So many characters at most: a rule that is longer is two components. */
export const MOST_CHARACTERS = 1_000

const TOKEN = /\s*(?:(\d{1,12}(?:\.\d{1,6})?(?![\d.]))|([A-Za-z][A-Za-z0-9_]*)|(<=|>=|<>|[-+*/(),<>=%]))/y

/** Throws `payroll.formula_too_long`, `formula_unreadable` with the position. */
export function tokensOf(text: string): Token[] {
  if (text.length > MOST_CHARACTERS) {
    throw new Problem('payroll.formula_too_long', { length: text.length, most: MOST_CHARACTERS })
  }
  const tokens: Token[] = []
  let at = 0
  for (const end = text.trimEnd().length; at < end; ) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) throw unreadable(text, at)
    const [all, number, name, sign] = match
    const found = number ?? name ?? sign ?? ''
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
    tokens.push({ kind, text: found, at: at + all.length - found.length + 1 })
    at += all.length
  }
  tokens.push({ kind: 'end', text: '', at: text.trimEnd().length + 1 })
  return tokens
}

function unreadable(text: string, from: number): Problem {
  const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0)
  const found = /^[\d.,]+|^\S/.exec(text.slice(at))?.[0] ?? ''
  return new Problem('payroll.formula_unreadable', { at: at + 1, found: found.slice(0, 20) })
}
