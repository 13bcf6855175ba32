import { divideRounded } from '../../values/money'
import type { ComponentRounding } from './component'

/**
 * An exact amount (numerator ÷ denominator minor units) as a component says. `unitMinor`: minor units in one unit of the
 * currency (100 for EUR, 1 for JPY). Off by half a step at most, by less than a whole one for up and down.
 */
export function roundAmount(
  numerator: bigint,
  denominator: bigint,
  rounding: ComponentRounding,
  unitMinor: bigint,
): bigint {
  if (rounding === 'to_5') return divideRounded(numerator, denominator * 5n) * 5n
  if (rounding === 'to_unit') return divideRounded(numerator, denominator * unitMinor) * unitMinor
  return divideRounded(numerator, denominator, rounding)
}

/** No more than the cap in either direction, whatever the rounding made of it. */
export function capAmount(amount: bigint, cap: bigint | null): bigint {
  if (cap === null) return amount
  return amount > cap ? cap : amount < -cap ? -cap : amount
}
