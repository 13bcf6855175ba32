import type { Currency } from '../../../values/money'
import { Problem } from '../../../values/problem'
import { GROSS, TAXABLE } from '../component'
import type { TableKind } from '../rate-table'
import { type Node, namesIn, parseFormula, yearNamesIn } from './parse'
import { DAYS, MONEY, type Names, NUMBER, type Type, typeOf, wordOf } from './types'

export { type Evaluated, evaluate, type Values } from './evaluate'
export { FUNCTIONS, MOST_DEPTH, MOST_STEPS, type Node } from './parse'
export { MOST_CHARACTERS } from './tokens'

/** Named quantities beside the components' codes and the rate tables. */
export const QUANTITIES: Readonly<Record<string, Type>> = {
  [GROSS]: MONEY,
  [TAXABLE]: MONEY,
  BASE_PAY: MONEY,
  DAYS,
  TOTAL_DAYS: DAYS,
  EMPLOYED_DAYS: DAYS,
  UNPAID_DAYS: DAYS,
  UNITS: NUMBER,
}

export type Formula = {
  tree: Node
  /** The components (and GROSS, TAXABLE) of this period that it needs. */
  needs: string[]
  /** What it asks the year to date for. */
  year: string[]
}

/**
 * Reads and checks a formula: amounts of the office's currency are written `500 EUR`, days `20 days`, rates `12.5 %`.
 * `codes`: the components it may name; `tables`: rate tables by code. Throws `payroll.formula_*` in words, with the
 * position and what was expected there.
 */
export function readFormula(
  text: string,
  given: { currency: Currency; codes: ReadonlySet<string>; tables: ReadonlyMap<string, TableKind> },
): Formula {
  const { currency, codes, tables } = given
  const tree = parseFormula(text, currency)
  const type = typeOf(tree, namesOf(codes, tables))
  const isMoney = type === 'zero' || (type !== 'truth' && type.money === 1 && type.days === 0)
  if (!isMoney) throw new Problem('payroll.formula_wrong_type', { at: 1, found: wordOf(type), expected: 'money' })
  const isComponent = (name: string) => codes.has(name) || name === GROSS || name === TAXABLE
  const year = [...yearNamesIn(tree)]
  const other = year.find((name) => !isComponent(name))
  if (other !== undefined) {
    const expected = 'a component, GROSS or TAXABLE'
    throw new Problem('payroll.formula_wrong_type', { at: text.indexOf(other) + 1, found: other, expected })
  }
  return { tree, needs: [...namesIn(tree)].filter(isComponent), year }
}

/** Every name in a formula that was saved (rate tables too), and those whose year to date it asks for. */
export function namesOfFormula(text: string, currency: Currency): { all: string[]; year: string[] } {
  const tree = parseFormula(text, currency)
  return { all: [...namesIn(tree)], year: [...yearNamesIn(tree)] }
}

const namesOf =
  (codes: ReadonlySet<string>, tables: ReadonlyMap<string, TableKind>): Names =>
  (name) => {
    const own = Object.hasOwn(QUANTITIES, name) ? QUANTITIES[name] : undefined
    if (own) return own
    if (codes.has(name)) return MONEY
    const kind = tables.get(name)
    if (kind === undefined) return null
    return kind === 'bands' ? 'bands' : kind === 'rate' ? NUMBER : MONEY
  }
