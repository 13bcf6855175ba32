import { domainToASCII } from 'node:url'
import type { Reason } from './problem'

/** The longest path of RFC 5321, 4.5.3.1.3, without its angle brackets. */
const MAX_LENGTH = 254
const MAX_LOCAL = 64
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

/**
 * What is wrong with a mail address, worded under `email.…`; null where nothing is. One address, no name, no blanks
 * around it. Stricter than RFC 5322: quoted local parts, address literals and letters beyond ASCII before the @ are
 * refused, since they are typing errors far more often than addresses. International domains are accepted.
 */
export function addressFault(text: string): Reason | null {
  const fault = (code: string): Reason => ({ code: `email.${code}`, params: { found: shown(text) } })
  if (text.trim() === '') return fault('empty')
  if (/[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff]/u.test(text)) return fault('hidden_character')
  if (/[,;]/.test(text)) return fault('several')
  if (/\s/.test(text)) return fault('blank')
  if (/[<>()"[\]\\]/.test(text)) return fault('name_in_it')
  const parts = text.split('@')
  if (parts.length === 1) return fault('no_at')
  if (parts.length > 2) return fault('two_ats')
  const [local = '', domain = ''] = parts
  if (local === '') return fault('nothing_before_at')
  if (domain === '') return fault('nothing_after_at')
  if (/\.\.|^\.|\.$/.test(local) || /\.\.|^\.|\.$/.test(domain)) return fault('dots')
  if (!/^[\u0020-\u007e]*$/.test(local)) return fault('letters')
  if (local.length > MAX_LOCAL || text.length > MAX_LENGTH) return fault('too_long')
  if (!LOCAL.test(local)) return fault('letters')
  const ascii = domainToASCII(domain)
  if (ascii === '' || !ascii.split('.').every((label) => LABEL.test(label))) return fault('domain')
  if (!ascii.includes('.') && ascii !== 'localhost') return fault('no_dot')
  if (/^[\d.]+$/.test(ascii)) return fault('domain')
  return null
}

/** The address as it goes over the wire: its domain in ASCII (IDNA), lower case. The part before the @ is left alone. */
export function wireAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
}

const shown = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
