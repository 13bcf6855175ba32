import { divideRounded } from '../../values/money'

/** An exact value; of an amount in minor units. The denominator is above zero. */
export type Fraction = { numerator: bigint; denominator: bigint }

export const ZERO: Fraction = { numerator: 0n, denominator: 1n }

export const whole = (numerator: bigint): Fraction => ({ numerator, denominator: 1n })

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator }
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export const negate = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: -numerator, denominator })

export const multiply = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
})

/** Null where b is nothing. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  if (b.numerator === 0n) return null
  const sign = b.numerator < 0n ? -1n : 1n
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign }
}

/** Below, at or above zero as a is below, at or above b. Denominators are above zero. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** To the nearest multiple of a step, halves away from zero; null where the step is not above zero. */
export function roundToStep(value: Fraction, step: Fraction): Fraction | null {
  if (step.numerator <= 0n) return null
  const steps = divideRounded(value.numerator * step.denominator, value.denominator * step.numerator)
  return { numerator: steps * step.numerator, denominator: step.denominator }
}
