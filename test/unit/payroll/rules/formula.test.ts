import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, FUNCTIONS, MOST_CHARACTERS, readFormula } from '../../../../jobs/payroll/rules/formula'
import type { TableKind } from '../../../../jobs/payroll/rules/rate-table'
import type { Currency } from '../../../../jobs/values/money'
import { Problem } from '../../../../jobs/values/problem'
import { wordReason } from '../../../../jobs/words'

const FACTS = {
  currency: 'EUR' as Currency,
  codes: new Set(['BASE', 'HRA', 'MEAL']),
  tables: new Map<string, TableKind>([
    ['RATE', 'rate'],
    ['CEILING', 'amount'],
    ['TAX', 'bands'],
  ]),
}
const read = (text: string) => readFormula(text, FACTS)
const refusal = (text: string) => {
  try {
    read(text)
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const NAMED: Record<string, [bigint, bigint]> = {
  BASE: [300_000n, 1n],
  HRA: [50_001n, 1n],
  MEAL: [0n, 1n],
  GROSS: [350_001n, 1n],
  TAXABLE: [350_001n, 1n],
  BASE_PAY: [300_000n, 1n],
  DAYS: [41n, 2n],
  TOTAL_DAYS: [30n, 1n],
  EMPLOYED_DAYS: [30n, 1n],
  UNPAID_DAYS: [19n, 2n],
  UNITS: [15n, 2n],
  RATE: [93_500n, 1_000_000n],
  CEILING: [320_000n, 1n],
}
const values = {
  of: (name: string) => {
    const [numerator, denominator] = NAMED[name] ?? []
    return numerator === undefined || denominator === undefined ? null : { numerator, denominator }
  },
  year: () => 1_000_000n,
  bands: (_: string, amount: { numerator: bigint; denominator: bigint }) => amount,
}
const minor = (text: string): number | string => {
  const found = evaluate(read(text).tree, values)
  if ('problem' in found) return found.problem.code
  return Number(found.value.numerator) / Number(found.value.denominator)
}

describe('a formula', () => {
  it.each([
    ['BASE * 12.5 %', 37_500],
    ['min(GROSS, CEILING) * RATE', 29_920],
    ['BASE_PAY * DAYS / TOTAL_DAYS', 205_000],
    ['BASE_PAY / 160 * 1.5 * UNITS', 21_093.75],
    ['if(DAYS < 10 days, 0, 50 EUR)', 5_000],
    ['if(MEAL = 0 or GROSS > 1 EUR and not (BASE > GROSS), 1 EUR, 2 EUR)', 100],
    ['round(HRA / 3, 5 EUR)', 16_500],
    ['round(HRA / 3)', 16_667],
    ['-BASE + 2 * (HRA - 1.50 EUR)', -200_298],
    ['max(0, CEILING - year(GROSS))', 0],
    ['(year(BASE) + BASE) / 12', 108_333.333_333],
    ['bands(TAX, GROSS / 2) * 2', 350_001],
    ['0', 0],
    ['IF(BASE / MEAL > 1, BASE, HRA)', 'payroll.formula_division_by_zero'],
    ['if(MEAL > 0, BASE / MEAL * 1 EUR, HRA)', 50_001],
    ['round(BASE, MEAL)', 'payroll.formula_step_not_above_zero'],
  ])('%s comes to %s', (text, expected) => {
    const found = minor(text)
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toBeCloseTo(expected, 5)
  })

  it.each([
    ['BASE +', 'payroll.formula_expected', 7, 'a number, a name, a function or “(”'],
    ['(BASE', 'payroll.formula_expected', 6, '“)”'],
    ['BASE HRA', 'payroll.formula_expected', 6, 'an operator or the end'],
    ['1,5 * BASE', 'payroll.formula_expected', 2, 'an operator or the end'],
    ['BASE * 5 USD', 'payroll.formula_expected', 10, 'EUR'],
    ['sqrt(BASE)', 'payroll.formula_expected', 1, 'one of min, max, round, if, bands, year'],
    ['base', 'payroll.formula_expected', 1, 'a number, a name, a function or “(”'],
    ['BASE + 5', 'payroll.formula_wrong_type', 8, 'money'],
    ['DAYS', 'payroll.formula_wrong_type', 1, 'money'],
    ['BASE * HRA', 'payroll.formula_wrong_type', 1, 'money'],
    ['BASE > 5', 'payroll.formula_wrong_type', 8, 'money'],
    ['BASE > HRA', 'payroll.formula_wrong_type', 1, 'money'],
    ['if(BASE, BASE, BASE)', 'payroll.formula_wrong_type', 4, 'a comparison'],
    ['BASE and HRA', 'payroll.formula_wrong_type', 1, 'a comparison'],
    ['BASE / 0', 'payroll.formula_wrong_type', 8, 'something to divide by'],
    ['TAX', 'payroll.formula_wrong_type', 1, 'bands(TAX, …)'],
    ['bands(BASE, GROSS)', 'payroll.formula_wrong_type', 7, 'the code of one'],
    ['year(DAYS)', 'payroll.formula_wrong_type', 6, 'a component, GROSS or TAXABLE'],
    ['year(CEILING)', 'payroll.formula_wrong_type', 6, 'a component, GROSS or TAXABLE'],
    ['min(BASE)', 'payroll.formula_arguments', 1, '2 or more'],
    ['round(BASE, 1 EUR, 1 EUR)', 'payroll.formula_arguments', 1, '1 to 2'],
  ])('%s is refused with %s at %i', (text, code, at, expected) => {
    const problem = refusal(text)
    expect([problem?.code, problem?.params.at, problem?.params.expected]).toEqual([code, at, expected])
  })

  it.each([
    ['NOTHING', 'payroll.formula_unknown_name'],
    ['BASE # HRA', 'payroll.formula_unreadable'],
    ['BASE * 1.2.3', 'payroll.formula_unreadable'],
    ['constructor', 'payroll.formula_expected'],
    ['BASE.constructor', 'payroll.formula_unreadable'],
    ['', 'payroll.formula_expected'],
    ['BASE'.padEnd(MOST_CHARACTERS + 1), 'payroll.formula_too_long'],
    [`${'('.repeat(100)}BASE${')'.repeat(100)}`, 'payroll.formula_too_deep'],
    [`${'-'.repeat(100)}BASE`, 'payroll.formula_too_deep'],
    [Array(150).fill('BASE').join('+'), 'payroll.formula_too_many_steps'],
  ])('%s is refused with %s', (text, code) => expect(refusal(text)?.code).toBe(code))

  it('names what it needs of the period and of the year', () => {
    const { needs, year } = read('min(GROSS, CEILING) * RATE - year(HRA) + BASE_PAY + MEAL')
    expect(needs.sort()).toEqual(['GROSS', 'MEAL'])
    expect(year).toEqual(['HRA'])
  })
})

const words = [
  ...Object.keys(NAMED),
  ...FUNCTIONS.map((name) => `${name}(`),
  ...[
    'TAX',
    '(',
    ')',
    ',',
    '+',
    '-',
    '*',
    '/',
    '<',
    '>=',
    '<>',
    '=',
    'and',
    'or',
    'not',
    '0',
    '5',
    '2.5 EUR',
    '3 days',
    '7 %',
  ],
]

/** Trees that are mostly well typed, as text. */
const money: fc.Arbitrary<string> = fc.letrec<{ money: string; number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('2', '0.5', '12 %', 'RATE', 'UNITS'),
    fc.tuple(tie('money'), tie('money')).map(([a, b]) => `(${a}) / (${b})`),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map((parts) => parts.join(' ')),
  ),
  money: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('BASE', 'HRA', 'MEAL', 'GROSS', '5 EUR', 'CEILING', 'year(BASE)', '0 EUR'),
    fc.tuple(tie('money'), fc.constantFrom('+', '-'), tie('money')).map(([a, o, b]) => `(${a}) ${o} (${b})`),
    fc.tuple(tie('money'), tie('number')).map(([a, b]) => `(${a}) * (${b})`),
    fc.tuple(tie('money'), tie('number')).map(([a, b]) => `(${a}) / (${b})`),
    fc.tuple(tie('money'), tie('money')).map(([a, b]) => `round(${a}, ${b})`),
    fc.tuple(tie('money'), tie('money'), tie('money')).map(([a, b, c]) => `if(${a} < ${b}, ${b}, max(${a}, ${c}))`),
    tie('money').map((a) => `bands(TAX, ${a})`),
  ),
})).money

describe('whatever is typed', () => {
  const totally = (text: string): 'value' | 'worded' => {
    const problem = refusal(text)
    if (problem) {
      expect(wordReason({ code: problem.code, params: { ...problem.params, component: 'X' } }).message).not.toMatch(
        /\{\w+\}/,
      )
      return 'worded'
    }
    const found = evaluate(read(text).tree, values)
    if ('value' in found) {
      expect(found.value.denominator > 0n).toBe(true)
      return 'value'
    }
    expect(wordReason(found.problem).message).not.toBe('')
    return 'worded'
  }

  it('is refused in words or has a value: any characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => void totally(text)),
      { numRuns: 500 },
    )
  })

  it('is refused in words or has a value: the language’s own words in any order', () => {
    const text = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, (one) => void totally(one)),
      { numRuns: 2_000 },
    )
  })

  it('is refused in words or has a value: formulas of the right types, which mostly have one', () => {
    let worth = 0
    fc.assert(
      fc.property(money, (text) => {
        if (totally(text) === 'value') worth++
      }),
      { numRuns: 1_000, seed: 6 },
    )
    expect(worth).toBeGreaterThan(300)
  })
})
