/**
 * What is looked at before a bulk mail goes out: addresses that more than one person has, and domains that look like a
 * well-known one misspelt. Pure; both are reasons to ask, not errors.
 */

const WELL_KNOWN = [
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.in',
  'hotmail.com',
  'outlook.com',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'proton.me',
  'protonmail.com',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'sapo.pt',
  'libero.it',
  'rediffmail.com',
  'zoho.com',
]

/** The domain that was probably meant; null where the domain is well known itself or resembles none. */
export function probablyMeant(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  if (WELL_KNOWN.includes(domain)) return null
  // A short domain is one typing error away from many: me.com from we.com.
  return WELL_KNOWN.find((known) => known.length >= 7 && isOneTypingErrorAway(domain, known)) ?? null
}

/** One letter too many, too few, wrong, or two neighbours swapped. */
function isOneTypingErrorAway(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at++
  const rest = (text: string, skip: number) => text.slice(at + skip)
  if (typed.length > meant.length) return rest(typed, 1) === rest(meant, 0)
  if (typed.length < meant.length) return rest(typed, 0) === rest(meant, 1)
  const isSwap = typed[at] === meant[at + 1] && typed[at + 1] === meant[at]
  return rest(typed, 1) === rest(meant, 1) || (isSwap && rest(typed, 2) === rest(meant, 2))
}

/** Groups of more than one that share an address, whatever its capitals. */
export function sharedAddresses<T extends { address: string }>(people: T[]): T[][] {
  const byAddress = new Map<string, T[]>()
  for (const one of people) {
    const key = one.address.toLowerCase()
    byAddress.set(key, [...(byAddress.get(key) ?? []), one])
  }
  return [...byAddress.values()].filter((group) => group.length > 1)
}
