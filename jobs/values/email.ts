import { domainToASCII } from 'node:url'
import type { Params, Reason } from './problem'

/** The longest path of RFC 5321, 4.5.3.1.3, without its angle brackets. */
const MAX_LENGTH = 254
const MAX_LOCAL = 64
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i
const TOP_LEVEL = /\.([a-z]{2,}|xn--[a-z0-9-]+)$/i

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
 * What is wrong with a mail address, worded under `email.…`; null where nothing is. One address, no name, no blanks
 * around it. It is never mended, because a mended address may be somebody else's. Stricter than RFC 5322: quoted local
 * parts, address literals and letters beyond ASCII before the @ are refused, since they are typing errors far more often
 * than addresses. Domains may have letters of a Latin alphabet (müller.de); those of other scripts are written xn--….
 */
export function addressFault(text: string): Reason | null {
  const fault = (code: string, params: Params = {}): Reason => ({
    code: `email.${code}`,
    params: { found: shown(text), ...params },
  })
  const at = (pattern: RegExp): { letter: string; position: number } | null => {
    const match = pattern.exec(text)
    return match && { letter: match[0], position: match.index + 1 }
  }
  if (text.trim() === '') return fault('empty')
  const separator = at(/[,;]/)
  if (separator) return fault('several', separator)
  const hidden = at(/[\p{Cc}\u00ad\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060\ufeff]/u)
  if (hidden) return fault('hidden_character', { position: hidden.position })
  if (/[<>"]/.test(text)) return fault('name_in_it')
  const blank = at(/\s/)
  if (blank) return fault('blank', { position: blank.position })
  for (const letter of text) {
    const meant = LOOKALIKES[letter.toLowerCase()]
    if (meant) return fault('lookalike', { letter, meant, position: text.indexOf(letter) + 1 })
  }
  const parts = text.split('@')
  if (parts.length === 1) return fault('no_at')
  if (parts.length > 2) return fault('two_ats')
  const [local = '', domain = ''] = parts
  if (local === '') return fault('nothing_before_at')
  if (domain === '') return fault('nothing_after_at')
  if (/\.\.|^\.|\.$/.test(local) || /\.\.|^\.|\.$/.test(domain)) return fault('dots')
  const odd = /[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/u.exec(local)
  if (odd) return fault('letters', { letter: odd[0] })
  if (local.length > MAX_LOCAL || text.length > MAX_LENGTH) return fault('too_long')
  const ascii = /^[\p{Script=Latin}0-9.-]+$/u.test(domain) ? domainToASCII(domain) : ''
  if (ascii === '' || !ascii.split('.').every((label) => LABEL.test(label))) return fault('domain', { part: domain })
  if (!ascii.includes('.')) return fault('no_dot', { part: domain })
  return TOP_LEVEL.test(ascii) ? null : fault('domain', { part: domain })
}

/** The address as it goes over the wire: its domain in ASCII (IDNA), lower case. The part before the @ is left alone. */
export function wireAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
}

const shown = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
