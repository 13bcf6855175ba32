/**
 * Plain decimals as text (`-1234.5`): the exact form between a cell and a value. Canonical: no leading zeros, no
 * trailing ones after the point, no `-0`.
 */

/** Brings `-0012.500` to `-12.5`. The text must be digits with at most one point. */
export function canonicalDecimal(text: string): string {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const decimals = fraction.replace(/0+$/, '')
  const plain = decimals ? `${digits}.${decimals}` : digits
  return negative && plain !== '0' ? `-${plain}` : plain
}

/**
 * A spreadsheet's number as it shows it: 15 significant digits, which is what spreadsheets keep and compare by, so that
 * a computed 0.30000000000000004 is the 0.3 that a person sees. Never in exponent form.
 */
export function decimalOf(value: number): string {
  const [mantissa = '0', exponent] = value.toPrecision(15).split('e')
  return canonicalDecimal(exponent === undefined ? mantissa : shiftDecimal(mantissa, Number(exponent)))
}

/** Moves the decimal point `places` to the right (to the left where negative): exact multiplication by a power of ten. */
export function shiftDecimal(text: string, places: number): string {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const shifted =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`
  return canonicalDecimal(negative ? `-${shifted}` : shifted)
}

/** The decimal in units of 10^-digits; null where it has more decimals than that. */
export function scaledDecimal(text: string, digits: number): bigint | null {
  const shifted = shiftDecimal(text, digits)
  return shifted.includes('.') ? null : BigInt(shifted)
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareDecimals(a: string, b: string): number {
  const digits = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0)
  const difference = (scaledDecimal(a, digits) ?? 0n) - (scaledDecimal(b, digits) ?? 0n)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
