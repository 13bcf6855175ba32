import { Problem, type Reason } from '../../../values/problem'
import { add, compare, divide, type Fraction, multiply, negate, roundToStep, whole, ZERO } from '../fraction'
import type { Node } from './parse'

/** Where a formula's names get their values: money in minor units. */
export type Values = {
  of(name: string): Fraction | null
  /** Year to date before this period, in minor units. */
  year(name: string): bigint
  /** Bands of an amount in minor units. */
  bands(table: string, amount: Fraction): Fraction | null
}

export type Evaluated = { value: Fraction } | { problem: Reason }

const ONE = whole(1n)

/** A checked formula's value in minor units, exact; or in words why there is none. Never throws. */
export function evaluate(node: Node, values: Values): Evaluated {
  try {
    return { value: worth(node, values) }
  } catch (error) {
    if (error instanceof Problem) return { problem: error.reason }
    if (error instanceof RangeError) return { problem: { code: 'payroll.amount_out_of_range', params: {} } }
    throw error
  }
}

function worth(node: Node, values: Values): Fraction {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'name':
      return known(values.of(node.name), node.name, node.at)
    case 'negate':
      return negate(worth(node.of, values))
    case 'not':
      return isTrue(node.of, values) ? ZERO : ONE
    case 'binary':
      return valueOfBinary(node, values)
    case 'call':
      return valueOfCall(node, values)
  }
}

const isTrue = (node: Node, values: Values): boolean => worth(node, values).numerator !== 0n

function known(value: Fraction | null, name: string, at: number): Fraction {
  if (value === null) throw new Problem('payroll.formula_unknown_name', { at, name })
  return value
}

function valueOfBinary(node: Extract<Node, { kind: 'binary' }>, values: Values): Fraction {
  const { operator, left, right } = node
  const yes = (is: boolean) => (is ? ONE : ZERO)
  if (operator === 'and') return yes(isTrue(left, values) && isTrue(right, values))
  if (operator === 'or') return yes(isTrue(left, values) || isTrue(right, values))
  const a = worth(left, values)
  const b = worth(right, values)
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return add(a, negate(b))
    case '*':
      return multiply(a, b)
    case '/': {
      const quotient = divide(a, b)
      if (!quotient) throw new Problem('payroll.formula_division_by_zero', { at: node.at })
      return quotient
    }
    case '<':
      return yes(compare(a, b) < 0)
    case '<=':
      return yes(compare(a, b) <= 0)
    case '>':
      return yes(compare(a, b) > 0)
    case '>=':
      return yes(compare(a, b) >= 0)
    case '=':
      return yes(compare(a, b) === 0)
    case '<>':
      return yes(compare(a, b) !== 0)
  }
}

function valueOfCall(node: Extract<Node, { kind: 'call' }>, values: Values): Fraction {
  const [first, second, third] = node.args
  const missing = () =>
    new Problem('payroll.formula_arguments', { at: node.at, name: node.name, found: 0, expected: '1' })
  if (!first) throw missing()
  switch (node.name) {
    case 'min':
    case 'max': {
      const sign = node.name === 'min' ? -1 : 1
      return node.args
        .slice(1)
        .map((one) => worth(one, values))
        .reduce((best, one) => (compare(one, best) * sign > 0 ? one : best), worth(first, values))
    }
    case 'round': {
      const rounded = roundToStep(worth(first, values), second ? worth(second, values) : ONE)
      if (!rounded) throw new Problem('payroll.formula_step_not_above_zero', { at: second?.at ?? node.at })
      return rounded
    }
    case 'if': {
      const chosen = isTrue(first, values) ? second : third
      if (!chosen) throw missing()
      return worth(chosen, values)
    }
    case 'bands': {
      if (first.kind !== 'name' || !second) throw missing()
      return known(values.bands(first.name, worth(second, values)), first.name, first.at)
    }
    case 'year':
      if (first.kind !== 'name') throw missing()
      return whole(values.year(first.name))
  }
}
