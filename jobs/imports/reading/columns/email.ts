import type { Params } from '../../../values/problem'
import type { Parsed } from '../column-types'

const refuse = (code: string, params: Params): Parsed => ({ problem: { code, params } })

// Letters of other scripts that look like Latin ones; an address with one of them reaches somebody else or nobody.
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  ι: 'i',
  κ: 'k',
  υ: 'u',
  '＠': '@',
  '．': '.',
  '。': '.',
  ı: 'i',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

/**
 * One mail address, checked by its form (RFC 5321 without quoted local parts): it is never mended, because a mended
 * address may be somebody else's. Each refusal names what is wrong with it.
 */
export function parseEmail(text: string): Parsed {
  const found = text
  if (/[<>]/.test(text)) return refuse('import.email_with_name', { found })
  if (/[;,/]|\s(und|and|et|y|e|or)\s/i.test(text) && text.split('@').length > 2) {
    return refuse('import.email_several', { found })
  }
  if (text.includes(',')) return refuse('import.email_comma', { found, position: text.indexOf(',') + 1 })
  const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/.exec(text)
  if (invisible) return refuse('import.email_invisible', { found, position: invisible.index + 1 })
  if (/\s/.test(text)) return refuse('import.email_space', { found, position: text.search(/\s/) + 1 })
  for (const letter of text) {
    const meant = LOOKALIKES[letter.toLowerCase()]
    if (meant) return refuse('import.email_lookalike', { found, letter, meant, position: text.indexOf(letter) + 1 })
  }
  const parts = text.split('@')
  if (parts.length === 1) return refuse('import.email_no_at', { found })
  if (parts.length > 2) return refuse('import.email_several', { found })
  const [local = '', domain = ''] = parts
  return checkLocal(found, local) ?? checkDomain(found, domain) ?? { value: text }
}

function checkLocal(found: string, local: string): Parsed | null {
  if (local === '' || local.length > 64) return refuse('import.email_before_at', { found, part: local })
  const odd = /[^a-z0-9.!#$%&'*+\-/=?^_`{|}~]/i.exec(local)
  if (odd) return refuse('import.email_character', { found, letter: [...local.slice(odd.index)][0] ?? '' })
  if (/^\.|\.$|\.\./.test(local)) return refuse('import.email_dots', { found })
  return null
}

// A domain may have letters of a Latin alphabet (müller.de); other scripts would have to be written as xn--….
function checkDomain(found: string, domain: string): Parsed | null {
  if (domain === '') return refuse('import.email_after_at', { found, part: domain })
  const odd = /[^\p{Script=Latin}0-9.-]/u.exec(domain)
  if (odd) return refuse('import.email_character', { found, letter: [...domain.slice(odd.index)][0] ?? '' })
  if (/^\.|\.$|\.\./.test(domain)) return refuse('import.email_dots', { found })
  const labels = domain.split('.')
  const last = labels[labels.length - 1] ?? ''
  const isDomain =
    labels.length >= 2 &&
    domain.length <= 253 &&
    /^(\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(last) &&
    labels.every((label) => label.length <= 63 && !/^-|-$/.test(label))
  return isDomain ? null : refuse('import.email_after_at', { found, part: domain })
}
