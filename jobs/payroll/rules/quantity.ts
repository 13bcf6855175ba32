/** An exact decimal: units ÷ 10^scale. */
export type Quantity = { units: bigint; scale: number }

/** Reads a plain decimal of at most six decimals (`22`, `7.5`, `-1.25`); null for anything else. */
export function parseQuantity(text: string): Quantity | null {
  const match = /^(-?\d{1,12})(?:\.(\d{1,6}))?$/.exec(text)
  if (!match) return null
  const fraction = match[2] ?? ''
  return { units: BigInt(`${match[1]}${fraction}`), scale: fraction.length }
}

export const denominatorOf = (quantity: Quantity): bigint => 10n ** BigInt(quantity.scale)

export function addQuantities(a: Quantity, b: Quantity): Quantity {
  const scale = Math.max(a.scale, b.scale)
  const widen = (one: Quantity) => one.units * 10n ** BigInt(scale - one.scale)
  return { units: widen(a) + widen(b), scale }
}

/** `7.5`, `22`; without trailing zeros. */
export function formatQuantity(quantity: Quantity): string {
  if (quantity.scale === 0) return quantity.units.toString()
  const negative = quantity.units < 0n
  const digits = (negative ? -quantity.units : quantity.units).toString().padStart(quantity.scale + 1, '0')
  const fraction = digits.slice(-quantity.scale).replace(/0+$/, '')
  return `${negative ? '-' : ''}${digits.slice(0, -quantity.scale)}${fraction ? `.${fraction}` : ''}`
}
