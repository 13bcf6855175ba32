import { type Currency, minorDigits } from '../../../values/money'
import { Problem } from '../../../values/problem'
import type { Fraction } from '../fraction'
import { type Token, tokensOf } from './tokens'

export const FUNCTIONS = ['min', 'max', 'round', 'if', 'bands', 'year'] as const
export type FunctionName = (typeof FUNCTIONS)[number]
export type Unit = 'money' | 'days' | 'none'

export type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '<>' | 'and' | 'or'

/** A formula as a tree. `at`: where it stands in the text, the first character being 1. */
export type Node =
  | { kind: 'literal'; value: Fraction; unit: Unit; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'binary'; operator: Operator; left: Node; right: Node; at: number }
  | { kind: 'negate' | 'not'; of: Node; at: number }
  | { kind: 'call'; name: FunctionName; args: Node[]; at: number }

/** Brackets, signs and calls inside one another; a formula that a person wrote has five. */
export const MOST_DEPTH = 24
/** Nodes of the tree, each computed once at most: the steps a formula takes. */
export const MOST_STEPS = 200

const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=', '=', '<>']
const A_VALUE = 'a number, a name, a function or “(”'

/** Throws `payroll.formula_*` with the position and what was expected there. */
export function parseFormula(text: string, currency: Currency): Node {
  const tokens = tokensOf(text)
  let next = 0
  let depth = 0
  let steps = 0

  const peek = (): Token => tokens[next] ?? { kind: 'end', text: '', at: text.length + 1 }
  const isNext = (...texts: string[]) => peek().kind !== 'end' && texts.includes(peek().text)
  const take = (): Token => {
    const token = peek()
    next++
    return token
  }
  const refuse = (token: Token, expected: string): never => {
    throw new Problem('payroll.formula_expected', { at: token.at, found: token.text || 'the end', expected })
  }
  const expect = (sign: string) => {
    if (!isNext(sign)) refuse(peek(), `“${sign}”`)
    take()
  }
  const made = <T extends Node>(node: T): T => {
    if (++steps > MOST_STEPS) throw new Problem('payroll.formula_too_many_steps', { at: node.at, most: MOST_STEPS })
    return node
  }
  const deeper = (read: () => Node): Node => {
    if (++depth > MOST_DEPTH) throw new Problem('payroll.formula_too_deep', { at: peek().at, most: MOST_DEPTH })
    const node = read()
    depth--
    return node
  }
  const chain = (operators: string[], part: () => Node): Node => {
    let left = part()
    while (isNext(...operators)) {
      const { text: operator, at } = take()
      left = made({ kind: 'binary', operator: operator as Operator, left, right: part(), at })
    }
    return left
  }

  const expression = (): Node => deeper(() => chain(['or'], () => chain(['and'], comparison)))
  const comparison = (): Node => {
    const left = sum()
    if (!isNext(...COMPARISONS)) return left
    const { text: operator, at } = take()
    return made({ kind: 'binary', operator: operator as Operator, left, right: sum(), at })
  }
  const sum = (): Node => chain(['+', '-'], product)
  const product = (): Node => chain(['*', '/'], signed)
  const signed = (): Node => {
    if (!isNext('-', 'not')) return atom()
    const { text: sign, at } = take()
    return made({ kind: sign === '-' ? 'negate' : 'not', of: deeper(signed), at })
  }
  const atom = (): Node => {
    const token = take()
    if (token.kind === 'number') return made(literal(token))
    if (token.kind === 'name') return isNext('(') ? call(token) : named(token)
    if (token.kind !== 'sign' || token.text !== '(') return refuse(token, A_VALUE)
    const inner = expression()
    expect(')')
    return inner
  }
  const named = (token: Token): Node => {
    if (token.text !== token.text.toUpperCase()) refuse(token, A_VALUE)
    return made({ kind: 'name', name: token.text, at: token.at })
  }
  const literal = ({ text: digits, at }: Token): Node => {
    const [units = '0', decimals = ''] = digits.split('.')
    const value = { numerator: BigInt(units + decimals), denominator: 10n ** BigInt(decimals.length) }
    if (isNext('%')) {
      take()
      return { kind: 'literal', value: { ...value, denominator: value.denominator * 100n }, unit: 'none', at }
    }
    if (isNext('day', 'days')) {
      take()
      return { kind: 'literal', value, unit: 'days', at }
    }
    if (peek().kind === 'name' && /^[A-Z]{3}$/.test(peek().text)) {
      if (peek().text !== currency) refuse(peek(), currency)
      take()
      const minor = 10n ** BigInt(minorDigits(currency))
      return { kind: 'literal', value: { ...value, numerator: value.numerator * minor }, unit: 'money', at }
    }
    return { kind: 'literal', value, unit: 'none', at }
  }
  const call = (token: Token): Node => {
    const name = token.text.toLowerCase() as FunctionName
    if (!FUNCTIONS.includes(name)) refuse(token, `one of ${FUNCTIONS.join(', ')}`)
    expect('(')
    const args = [expression()]
    while (isNext(',')) {
      take()
      args.push(expression())
    }
    expect(')')
    return made({ kind: 'call', name, args, at: token.at })
  }

  const tree = expression()
  if (peek().kind !== 'end') refuse(peek(), 'an operator or the end')
  return tree
}

/** The names a formula is computed from, each once; `year(X)` needs no X of this period. */
export function namesIn(node: Node, found = new Set<string>()): Set<string> {
  if (node.kind === 'name') found.add(node.name)
  else if (node.kind === 'binary') {
    namesIn(node.left, found)
    namesIn(node.right, found)
  } else if (node.kind === 'negate' || node.kind === 'not') namesIn(node.of, found)
  else if (node.kind === 'call' && node.name !== 'year') for (const one of node.args) namesIn(one, found)
  return found
}

/** What a formula asks the year for. */
export function yearNamesIn(node: Node, found = new Set<string>()): Set<string> {
  if (node.kind === 'binary') {
    yearNamesIn(node.left, found)
    yearNamesIn(node.right, found)
  } else if (node.kind === 'negate' || node.kind === 'not') yearNamesIn(node.of, found)
  else if (node.kind === 'call') {
    const [first] = node.args
    if (node.name === 'year' && first?.kind === 'name') found.add(first.name)
    else for (const one of node.args) yearNamesIn(one, found)
  }
  return found
}
