import type { Reason } from './problem'

/** Letters of an IBAN by country, as the IBAN registry gives them (SWIFT, ISO 13616-2). */
const IBAN_LENGTHS = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
)

/** What an account is kept and sent as: without the blanks of the printed form, in capitals. */
export const compact = (text: string): string => text.replace(/[\s\u00a0]/g, '').toUpperCase()

/** An IBAN for the eye: groups of four. */
export const groupedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** What a list may show of an account: its country or nothing, and its last four. */
export const maskedAccount = (account: string): string => `${/^[A-Z]{2}/.exec(account)?.[0] ?? ''}…${account.slice(-4)}`

/** Why a text is no IBAN (ISO 13616: country, length, and mod 97 of ISO 7064 equal to 1); null where it is one. */
export function ibanFault(text: string): Reason | null {
  const iban = compact(text)
  const found = maskedAccount(iban)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return { code: 'bank.iban_not_one', params: { found } }
  const country = iban.slice(0, 2)
  const length = IBAN_LENGTHS[country]
  if (length === undefined) return { code: 'bank.iban_country', params: { found, country } }
  if (iban.length !== length) {
    return { code: 'bank.iban_length', params: { found, country, length: iban.length, expected: length } }
  }
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1 ? null : { code: 'bank.iban_check', params: { found } }
}

/** Letters count as 10 to 35; nine digits at a time stay exact. */
function mod97(text: string): number {
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (let at = 0; at < digits.length; at += 9) {
    const part = digits.slice(at, at + 9)
    rest = (rest * 10 ** part.length + Number(part)) % 97
  }
  return rest
}

/** Why a text is no BIC (ISO 9362, as the pain.001 schema writes it); null where it is one. */
export const bicFault = (text: string): Reason | null =>
  /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/.test(compact(text))
    ? null
    : { code: 'bank.bic_not_one', params: { found: compact(text).slice(0, 20) } }

/** Why a text is no ABA routing number (nine digits, weighted 3-7-1 they are a multiple of ten); null where it is one. */
export function abaFault(text: string): Reason | null {
  const routing = compact(text)
  if (!/^\d{9}$/.test(routing)) return { code: 'bank.aba_not_one', params: { found: routing.slice(0, 20) } }
  const sum = [...routing].reduce((total, digit, at) => total + Number(digit) * ([3, 7, 1][at % 3] ?? 0), 0)
  return sum % 10 === 0 && sum > 0 ? null : { code: 'bank.aba_check', params: { found: routing } }
}

/** Why a text is no account number of a NACHA entry: up to 17 letters, digits and hyphens. */
export const accountNumberFault = (text: string): Reason | null =>
  /^[A-Z0-9-]{1,17}$/.test(compact(text))
    ? null
    : { code: 'bank.number_not_one', params: { found: maskedAccount(compact(text)) } }
