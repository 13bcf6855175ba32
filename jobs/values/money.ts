/** ISO 4217 code, upper case. */
export type Currency = string & { readonly __brand: 'Currency' }

/** An amount in the currency's minor unit (cents; none for JPY, three decimals for KWD). Never a float. */
export type Money = { minor: bigint; currency: Currency }

/** Parts per million: 100 % is 1_000_000. */
export type Ppm = number & { readonly __brand: 'Ppm' }

export type Rounding = 'half_up' | 'up' | 'down' | 'half_even'

const MINOR_UNITS: Record<string, number> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** Decimals of a currency's minor unit (ISO 4217): 0, 2 or 3. */
export const minorDigits = (currency: Currency): number => MINOR_UNITS[currency] ?? 2

let currencies: ReadonlySet<string> | undefined

/** The list is made once: every reading of the office's setting asks, and Intl makes it anew each time. */
export function isCurrency(text: string): text is Currency {
  currencies ??= new Set(Intl.supportedValuesOf('currency'))
  return currencies.has(text)
}

/** Divides and rounds; away from zero on halves ('half_up'), away from zero ('up'), towards zero ('down'), to even. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding = 'half_up'): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const whole = n / d
  const rest = n % d
  const away =
    rest !== 0n &&
    (rounding === 'up' ||
      (rounding === 'half_up' && rest * 2n >= d) ||
      (rounding === 'half_even' && (rest * 2n > d || (rest * 2n === d && whole % 2n === 1n))))
  const magnitude = away ? whole + 1n : whole
  return negative ? -magnitude : magnitude
}

/** minor × rate, rounded once. */
export const applyPpm = (minor: bigint, ppm: bigint, rounding: Rounding = 'half_up'): bigint =>
  divideRounded(minor * ppm, 1_000_000n, rounding)

/** The decimal text of an amount without its currency: `1234.50`, `-0.05`, `120` for JPY. */
export function toDecimal(minor: bigint, currency: Currency): string {
  const digits = minorDigits(currency)
  const sign = minor < 0n ? '-' : ''
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Reads a plain decimal (`-1234.5`). Null where it is none or has more decimals than the currency. */
export function fromDecimal(text: string, currency: Currency): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  const digits = minorDigits(currency)
  const fraction = match?.[3] ?? ''
  if (!match || fraction.replace(/0+$/, '').length > digits) return null
  const minor = BigInt((match[2] ?? '') + fraction.slice(0, digits).padEnd(digits, '0'))
  return match[1] ? -minor : minor
}

/** Amounts cross SQLite and JSON as integers; beyond 2^53 they would lose cents, so they are refused. */
export function toSafeNumber(minor: bigint): number {
  const number = Number(minor)
  if (!Number.isSafeInteger(number)) throw new RangeError(`amount out of range: ${minor}`)
  return number
}
