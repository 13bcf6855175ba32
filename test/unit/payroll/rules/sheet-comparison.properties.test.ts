import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ComparisonInput,
  cellKey,
  compareSheet,
  type Figures,
} from '../../../../jobs/payroll/rules/sheet-comparison'
import { linesOf, type SheetColumn } from '../../../../jobs/payroll/rules/sheet-lines'

const COLUMNS: SheetColumn[] = [
  { key: 'BASE', name: 'Base pay', kind: 'earning' },
  { key: 'MEALS', name: 'Meals', kind: 'earning' },
  { key: 'TAX', name: 'Income tax', kind: 'deduction' },
  { key: 'PENSION', name: 'Pension', kind: 'employer' },
  { key: 'gross', name: 'Gross', kind: 'gross' },
  { key: 'net', name: 'Net', kind: 'net' },
]
const minor = fc.integer({ min: -3, max: 900_000 })
const who = fc.constantFrom('party:1', 'party:2', 'party:3', 'party:4', 'row:7', 'row:8')
const figures = fc
  .record(Object.fromEntries(COLUMNS.map(({ key }) => [key, fc.option(minor)])))
  .map((one): Figures => new Map(Object.entries(one)))
const side = fc
  .uniqueArray(fc.tuple(who, figures), { selector: ([one]) => one, maxLength: 6 })
  .map((all) => new Map(all))
const oneByOne = (columns: readonly SheetColumn[]) =>
  linesOf(
    COLUMNS,
    columns.map(({ key, name }) => ({ key, header: name })),
  )
const inputs = fc.record({
  lines: fc.subarray(COLUMNS).map(oneByOne),
  office: side,
  sheet: side,
  accepted: fc.constant(new Map<string, number>()),
  before: fc.constant(null),
}) as fc.Arbitrary<ComparisonInput>

const total = (all: ComparisonInput['office'], key: string) =>
  [...all.values()].reduce((sum, one) => sum + (one.get(key) ?? 0), 0)

describe('a run beside a sheet', () => {
  test('the differences of a column add up to the difference of its totals, by people and by cells', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { lines, people } = compareSheet(input)
        for (const [at, column] of lines.entries()) {
          const sign = column.flipped.size > 0 ? -1 : 1
          const cells = people.reduce((sum, person) => sum + (person.cells[at]?.differenceMinor ?? 0), 0)
          expect(column.officeMinor).toBe(total(input.office, column.key))
          expect(column.sheetMinor + 0).toBe(sign * total(input.sheet, column.key) + 0)
          expect(column.differenceMinor).toBe(column.officeMinor - column.sheetMinor)
          expect(cells).toBe(column.differenceMinor)
        }
        const open = people.reduce((sum, person) => sum + person.openMinor, 0)
        expect(open).toBe(lines.reduce((sum, column) => sum + column.openMinor, 0))
      }),
    )
  })

  test('the differences of people add up to those of earnings less deductions', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { lines, people } = compareSheet(input)
        const signed = lines.reduce(
          (sum, one) =>
            sum + (one.kind === 'earning' ? one.differenceMinor : one.kind === 'deduction' ? -one.differenceMinor : 0),
          0,
        )
        expect(people.reduce((sum, person) => sum + person.differenceMinor, 0) + 0).toBe(signed + 0)
      }),
    )
  })

  test('a run beside its own figures differs nowhere', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { people, cells, openMinor } = compareSheet({ ...input, sheet: input.office })
        const flips = compareSheet({ ...input, sheet: input.office }).lines.some(({ flipped }) => flipped.size > 0)
        // What is deducted is above zero in a payslip; where it never is, a minus cannot be told from the sheet's habit.
        fc.pre(!flips)
        expect(openMinor).toBe(0)
        expect({ ...cells, same: 0 }).toEqual({ same: 0, rounding: 0, accepted: 0, follows: 0, open: 0 })
        expect(people.every((person) => person.differenceMinor === 0)).toBe(true)
      }),
    )
  })

  test('the order of rows and columns changes nothing', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        lines: fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
        office: fc.shuffledSubarray([...input.office], { minLength: input.office.size }),
        sheet: fc.shuffledSubarray([...input.sheet], { minLength: input.sheet.size }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, lines, office, sheet }) => {
        const plain = (one: ReturnType<typeof compareSheet>) => ({
          ...one,
          lines: [...one.lines].sort((a, b) => (a.key < b.key ? -1 : 1)),
          people: one.people.map((person) => ({
            ...person,
            cells: [...person.cells].sort((a, b) => (a.column < b.column ? -1 : 1)),
          })),
        })
        const other = compareSheet({ ...input, lines, office: new Map(office), sheet: new Map(sheet) })
        expect(plain(other)).toEqual(plain(compareSheet(input)))
      }),
    )
  })

  test('the largest open difference stands first, whose and of which column', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { lines, people } = compareSheet(input)
        const falls = (all: { openMinor: number }[]) =>
          all.every((one, at) => at === 0 || one.openMinor <= (all[at - 1]?.openMinor ?? 0))
        expect(falls(lines)).toBe(true)
        expect(falls(people)).toBe(true)
      }),
    )
  })

  test('what is accepted is open no more, and changes no sum', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const before = compareSheet(input)
        const accepted = new Map(
          before.people.flatMap((person) =>
            person.cells.map((cell) => [cellKey(person.who, cell.column), cell.differenceMinor] as const),
          ),
        )
        const after = compareSheet({ ...input, accepted })
        expect([after.cells.open, after.openMinor]).toEqual([0, 0])
        const sums = (one: typeof before) =>
          one.lines.map((c) => [c.key, c.officeMinor, c.sheetMinor, c.differenceMinor]).sort()
        expect(sums(after)).toEqual(sums(before))
      }),
    )
  })

  test('what went away and what is left make up what there was', () => {
    fc.assert(
      fc.property(inputs, side, (input, office) => {
        const first = compareSheet(input)
        const before = new Map(
          first.people.flatMap((person) =>
            person.cells
              .filter(({ state }) => state !== 'same' && state !== 'rounding')
              .map((cell) => [cellKey(person.who, cell.column), cell.differenceMinor] as const),
          ),
        )
        const second = compareSheet({ ...input, office, before })
        const now = new Map(
          second.people.flatMap((person) =>
            person.cells.map((cell) => [cellKey(person.who, cell.column), cell] as const),
          ),
        )
        const was = [...before].filter(([key, value]) => Math.abs(value) > 1 && now.has(key))
        const left = was.filter(([key]) => Math.abs(now.get(key)?.differenceMinor ?? 0) > 1)
        expect(second.gone).toBe(was.length - left.length)
      }),
    )
  })
})

const one = (office: Record<string, number>, sheet: Record<string, number | null>, columns = COLUMNS) => {
  const { people, lines: sums } = compareSheet({
    lines: oneByOne(columns.filter(({ key }) => key in sheet)),
    office: new Map([['party:1', new Map(Object.entries(office))]]),
    sheet: new Map([['party:1', new Map(Object.entries(sheet))]]),
    accepted: new Map([[cellKey('party:1', 'MEALS'), 500]]),
    before: null,
  })
  const states = Object.fromEntries(people[0]?.cells.map((cell) => [cell.column, cell.state]) ?? [])
  return { states, cells: people[0]?.cells ?? [], sums }
}

test('a minor unit is rounding; a sum whose parts differ as much follows them; a part that is not compared leaves it open', () => {
  const office = { BASE: 200_000, MEALS: 5_500, TAX: 30_001, gross: 205_500, net: 175_499 }
  expect(one(office, { BASE: 190_000, TAX: 30_000, gross: 195_500, net: 165_500 }).states).toEqual({
    BASE: 'open',
    TAX: 'rounding',
    gross: 'follows',
    net: 'follows',
  })
  expect(one(office, { BASE: 200_000, gross: 200_000 }).states).toEqual({ BASE: 'same', gross: 'open' })
})

test('an acceptance holds for its amount alone', () => {
  expect(one({ MEALS: 1_500 }, { MEALS: 1_000 }).states.MEALS).toBe('accepted')
  expect(one({ MEALS: 1_501 }, { MEALS: 1_000 }).states.MEALS).toBe('open')
})

test('what is deducted may be written with a minus throughout; an empty cell is nothing', () => {
  const { states, sums } = one({ TAX: 300, BASE: 0 }, { TAX: -300, BASE: null })
  expect(states).toEqual({ TAX: 'same', BASE: 'same' })
  expect(sums.find(({ key }) => key === 'TAX')).toMatchObject({ flipped: new Set(['TAX']), sheetMinor: 300 })
})
