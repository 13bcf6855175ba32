import { Problem } from '../../../values/problem'
import type { Node, Operator } from './parse'

/**
 * What a value is: powers of money and of days (money 1 and 0, a plain number 0 and 0, money per day 1 and −1), yes or no,
 * or the 0 that is nothing of everything.
 */
export type Type = { money: number; days: number } | 'truth' | 'zero'

export const MONEY: Type = { money: 1, days: 0 }
export const NUMBER: Type = { money: 0, days: 0 }
export const DAYS: Type = { money: 0, days: 1 }

/** What names mean; null: no such name. `isBands`: it is a rate table of bands, which stands in bands(…) only. */
export type Names = (name: string) => Type | 'bands' | null

export function wordOf(type: Type): string {
  if (type === 'truth') return 'yes or no'
  if (type === 'zero') return '0'
  const { money, days } = type
  if (money === 1 && days === 0) return 'money'
  if (money === 0 && days === 0) return 'a number'
  if (money === 0 && days === 1) return 'days'
  if (money === 1 && days === -1) return 'money per day'
  return `money^${money} days^${days}`
}

const same = (a: Type, b: Type) =>
  a !== 'truth' && b !== 'truth' && a !== 'zero' && b !== 'zero' ? a.money === b.money && a.days === b.days : a === b

/** The type both have; null: they do not fit. */
function common(a: Type, b: Type): Type | null {
  if (a === 'zero') return b === 'truth' ? null : b
  if (b === 'zero') return a === 'truth' ? null : a
  return same(a, b) ? a : null
}

const refuse = (at: number, found: string, expected: string): never => {
  throw new Problem('payroll.formula_wrong_type', { at, found, expected })
}

/** Throws where a formula mixes what cannot be mixed, or names what is not there. */
export function typeOf(node: Node, names: Names): Type {
  switch (node.kind) {
    case 'literal':
      if (node.unit === 'money') return MONEY
      if (node.unit === 'days') return DAYS
      return node.value.numerator === 0n ? 'zero' : NUMBER
    case 'name':
      return typeOfName(node.name, node.at, names)
    case 'negate':
      return measured(node.of, names)
    case 'not':
      return truth(node.of, names)
    case 'binary':
      return typeOfBinary(node.operator, node.left, node.right, names, node.at)
    case 'call':
      return typeOfCall(node, names)
  }
}

function typeOfName(name: string, at: number, names: Names): Type {
  const type = names(name)
  if (type === null) throw new Problem('payroll.formula_unknown_name', { at, name })
  if (type === 'bands') return refuse(at, `the rate table ${name}`, `bands(${name}, …)`)
  return type
}

function measured(node: Node, names: Names): Exclude<Type, 'truth'> {
  const type = typeOf(node, names)
  return type === 'truth' ? refuse(node.at, wordOf(type), 'money, a number or days') : type
}

function truth(node: Node, names: Names): Type {
  const type = typeOf(node, names)
  return type === 'truth' ? type : refuse(node.at, wordOf(type), 'a comparison')
}

function alike(first: Node, second: Node, names: Names): Type {
  const left = measured(first, names)
  const right = measured(second, names)
  return common(left, right) ?? refuse(second.at, wordOf(right), wordOf(left))
}

function typeOfBinary(operator: Operator, left: Node, right: Node, names: Names, at: number): Type {
  if (operator === 'and' || operator === 'or') {
    truth(left, names)
    return truth(right, names)
  }
  if (operator === '+' || operator === '-') return alike(left, right, names)
  if (operator !== '*' && operator !== '/') {
    alike(left, right, names)
    return 'truth'
  }
  const a = measured(left, names)
  const b = measured(right, names)
  if (a === 'zero') return 'zero'
  if (b === 'zero') return operator === '*' ? 'zero' : refuse(right.at, '0', 'something to divide by')
  const sign = operator === '*' ? 1 : -1
  const type = { money: a.money + sign * b.money, days: a.days + sign * b.days }
  if (Math.abs(type.money) > 2 || Math.abs(type.days) > 2) refuse(at, wordOf(type), 'money, a number or days')
  return type
}

function typeOfCall(node: Extract<Node, { kind: 'call' }>, names: Names): Type {
  const { name, args, at } = node
  const count = (least: number, most: number) => {
    if (args.length >= least && args.length <= most) return
    const expected = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`
    throw new Problem('payroll.formula_arguments', { at, name, found: args.length, expected })
  }
  const [first, second, third] = args
  if (!first) return refuse(at, 'nothing', 'a value')
  switch (name) {
    case 'min':
    case 'max':
      count(2, Infinity)
      return args.slice(1).reduce<Type>(
        (type, one) => {
          const own = measured(one, names)
          return common(type, own) ?? refuse(one.at, wordOf(own), wordOf(type))
        },
        measured(first, names),
      )
    case 'round':
      count(1, 2)
      return second ? alike(first, second, names) : measured(first, names)
    case 'if':
      count(3, 3)
      truth(first, names)
      return second && third ? alike(second, third, names) : refuse(at, 'nothing', 'a value')
    case 'bands': {
      count(2, 2)
      const isTable = first.kind === 'name' && names(first.name) === 'bands'
      if (!isTable || !second) return refuse(first.at, 'no rate table of bands', 'the code of one')
      const type = measured(second, names)
      return common(type, MONEY) ? MONEY : refuse(second.at, wordOf(type), 'money')
    }
    case 'year': {
      count(1, 1)
      if (first.kind !== 'name') return refuse(first.at, 'no name', 'a component, GROSS or TAXABLE')
      const type = typeOfName(first.name, first.at, names)
      return same(type, MONEY) ? MONEY : refuse(first.at, wordOf(type), 'a component, GROSS or TAXABLE')
    }
  }
}
