import { type Currency, isCurrency } from '../../../values/money'

// A sign is shared by many currencies: `$` in an office in Mexico is the peso. It is accepted where the office's currency
// is among those it can stand for, and refused where it cannot.
const SIGNS: Record<string, string> = {
  $: 'USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP BSD BBD BZD BMD FJD GYD JMD KYD LRD NAD SRD TTD XCD SBD CUP BND MOP NIO BOB CVE',
  US$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD NIO',
  CA$: 'CAD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  NT$: 'TWD',
  MX$: 'MXN',
  R$: 'BRL',
  RD$: 'DOP',
  J$: 'JMD',
  N$: 'NAD',
  '€': 'EUR',
  '£': 'GBP EGP FKP GIP SHP SDG SSP SYP LBP',
  '¥': 'JPY CNY',
  '￥': 'JPY CNY',
  元: 'CNY TWD HKD',
  円: 'JPY',
  '₹': 'INR',
  RS: 'INR PKR LKR NPR MUR SCR',
  '₨': 'INR PKR LKR NPR MUR SCR',
  KR: 'SEK NOK DKK ISK',
  SFR: 'CHF',
  FR: 'CHF XAF XOF XPF',
  F: 'XAF XOF XPF CHF',
  FCFA: 'XAF XOF',
  R: 'ZAR',
  ZŁ: 'PLN',
  ZL: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  LEI: 'RON MDL',
  ЛВ: 'BGN',
  '₺': 'TRY',
  TL: 'TRY',
  '₽': 'RUB',
  РУБ: 'RUB BYN',
  '₴': 'UAH',
  '₪': 'ILS',
  '₩': 'KRW KPW',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₵': 'GHS',
  'GH₵': 'GHS',
  KSH: 'KES',
  TSH: 'TZS',
  USH: 'UGX',
  '₸': 'KZT',
  '৳': 'BDT',
  RP: 'IDR',
  RM: 'MYR',
  'S/': 'PEN',
  BS: 'BOB VES',
  '₡': 'CRC SVC',
  '₲': 'PYG',
  Q: 'GTQ',
  L: 'HNL ALL MDL',
}

/**
 * The currencies a sign or code can stand for; null where it is neither. Codes are ISO 4217, in any case. A point
 * belongs to an abbreviation (`Rs.`), never to a sign: in `3€.` it may be the mark of a number that was cut.
 */
export function currenciesOf(sign: string): readonly string[] | null {
  const plain = sign
    .trim()
    .toUpperCase()
    .replace(/(?<=\p{L})\.$/u, '')
  const listed = SIGNS[plain]
  if (listed) return listed.split(' ')
  return isCurrency(plain) ? [plain] : null
}

export const isCurrencySign = (text: string): boolean => currenciesOf(text) !== null
export const standsFor = (sign: string, currency: Currency): boolean => currenciesOf(sign)?.includes(currency) ?? false
