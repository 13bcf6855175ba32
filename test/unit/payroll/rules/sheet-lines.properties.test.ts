import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareSheet, type Figures } from '../../../../jobs/payroll/rules/sheet-comparison'
import {
  effectOn,
  linesOf,
  notCompared,
  roundingOf,
  type SheetColumn,
} from '../../../../jobs/payroll/rules/sheet-lines'
import { nameOfAdded } from '../../../../jobs/values/added-fields'

const KNOWN: SheetColumn[] = [
  { key: 'BASE', name: 'Base pay', kind: 'earning' },
  { key: 'MEALS', name: 'Meals', kind: 'earning' },
  { key: 'TAX', name: 'Income tax', kind: 'deduction' },
  { key: 'PENSION', name: 'Pension', kind: 'deduction' },
  { key: 'SICKNESS', name: 'Sickness', kind: 'deduction' },
  { key: 'EMPLOYER', name: 'Pension of the employer', kind: 'employer' },
  { key: 'gross', name: 'Gross', kind: 'gross' },
  { key: 'net', name: 'Net', kind: 'net' },
]
const COMPONENTS = KNOWN.slice(0, 6).map(({ key }) => key)
/** A sheet in which every column stands for some components or for one sum, as somebody may say it. */
const columns = fc
  .array(
    fc.oneof(
      fc.uniqueArray(fc.constantFrom(...COMPONENTS), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(['gross'], ['net']),
    ),
    { maxLength: 7 },
  )
  .map((all) => {
    const taken = new Set<string>()
    return all.map((fields, at) => {
      const key = nameOfAdded(fields, taken)
      taken.add(key)
      return { key, header: `Heading ${at}` }
    })
  })
const minor = fc.integer({ min: 0, max: 900_000 })
const figuresOf = (keys: readonly string[]) =>
  fc
    .record(Object.fromEntries(keys.map((key) => [key, fc.option(minor)])))
    .map((one): Figures => new Map(Object.entries(one)))
const sides = columns.chain((read) =>
  fc.record({
    read: fc.constant(read),
    office: fc.array(figuresOf(KNOWN.map(({ key }) => key)), { maxLength: 4 }),
    sheet: fc.array(figuresOf(read.map(({ key }) => key)), { maxLength: 4 }),
  }),
)
const people = (all: readonly Figures[]) => new Map(all.map((figures, at) => [`party:${at}`, figures]))
type Sides = { read: { key: string; header: string }[]; office: Figures[]; sheet: Figures[] }
const compared = ({ read, office, sheet }: Sides) =>
  compareSheet({
    lines: linesOf(KNOWN, read),
    office: people(office),
    sheet: people(sheet),
    accepted: new Map(),
    before: null,
  })
const total = (all: readonly Figures[], key: string) => all.reduce((sum, one) => sum + (one.get(key) ?? 0), 0)

test('what is compared is the sum of the columns beside the sum of the components they stand for', () => {
  fc.assert(
    fc.property(sides, ({ read, office, sheet }) => {
      for (const line of compared({ read, office, sheet }).lines) {
        const ours = line.components.reduce((sum, { key, sign }) => sum + sign * total(office, key), 0)
        const theirs = line.columns.reduce((sum, { key }) => sum + total(sheet, key), 0)
        expect([line.officeMinor, line.sheetMinor, line.differenceMinor]).toEqual([ours, theirs, ours - theirs])
      }
    }),
  )
})

test('over all lines together, every mapped component and every column is counted once', () => {
  fc.assert(
    fc.property(sides, ({ read, office, sheet }) => {
      const lines = linesOf(KNOWN, read)
      const components = lines.flatMap((line) => line.components.map(({ key }) => key))
      const own = lines.flatMap((line) => line.columns.map(({ key }) => key))
      expect(new Set(components).size).toBe(components.length)
      expect([...own].sort()).toEqual(read.map(({ key }) => key).sort())
      // What is left is said to be in no column: together they are all there is.
      const left = notCompared(KNOWN, lines).map(({ key }) => key)
      expect([...components, ...left].sort()).toEqual(KNOWN.map(({ key }) => key).sort())
      const sum = compared({ read, office, sheet }).lines.reduce((all, line) => all + line.sheetMinor, 0)
      expect(sum).toBe(read.reduce((all, { key }) => all + total(sheet, key), 0))
    }),
  )
})

test('the parts of every cell, and of every column, add up to it', () => {
  fc.assert(
    fc.property(sides, (given) => {
      const { lines, people: all } = compared(given)
      const sum = (parts: (number | null)[] | undefined) => (parts ?? []).reduce<number>((n, one) => n + (one ?? 0), 0)
      for (const [at, line] of lines.entries()) {
        const hasParts = line.components.length > 1 || line.columns.length > 1
        expect(line.parts !== null).toBe(hasParts)
        if (hasParts)
          expect([sum(line.parts?.office), sum(line.parts?.sheet)]).toEqual([line.officeMinor, line.sheetMinor])
        for (const { cells } of all) {
          const cell = cells[at]
          expect(cell?.parts != null).toBe(hasParts)
          if (cell?.parts)
            expect([sum(cell.parts.office), sum(cell.parts.sheet)]).toEqual([
              cell.officeMinor ?? 0,
              cell.sheetMinor ?? 0,
            ])
        }
      }
    }),
  )
})

test('the order in which the columns stand changes no line', () => {
  const shuffled = columns.chain((read) =>
    fc.tuple(fc.constant(read), fc.shuffledSubarray(read, { minLength: read.length })),
  )
  fc.assert(
    fc.property(shuffled, ([read, other]) => {
      const plain = (all: typeof read) =>
        linesOf(KNOWN, all).map(({ key, kind, components, columns: own }) => [
          key,
          kind,
          components,
          own.map((c) => c.key).sort(),
        ])
      expect(plain(other)).toEqual(plain(read))
    }),
  )
})

const line = (...stands: string[]) => {
  const [first] = linesOf(
    KNOWN,
    stands.map((key, at) => ({ key, header: ['Social', 'Church tax'][at] ?? null })),
  )
  if (!first) throw new Error('no line')
  return first
}

test('a column of several is called as the sheet calls it, one component as the office does', () => {
  expect(line('PENSION+SICKNESS')).toMatchObject({ key: 'PENSION+SICKNESS', name: 'Social', kind: 'deduction' })
  expect(line('TAX', 'TAX#2')).toMatchObject({ key: 'TAX', name: 'Income tax', kind: 'deduction' })
  expect(line('PENSION+TAX', 'TAX+SICKNESS')).toMatchObject({
    key: 'PENSION+SICKNESS+TAX',
    name: 'Social + Church tax',
  })
})

test('beside what is paid, what is deducted is taken off; deductions and contributions are added', () => {
  expect(line('MEALS+TAX').components.map(({ key, sign }) => [key, sign])).toEqual([
    ['MEALS', 1],
    ['TAX', -1],
  ])
  expect(line('PENSION+EMPLOYER').components.map(({ sign }) => sign)).toEqual([1, 1])
})

test('a difference does to a sum of the payslip what its components do, and nothing where only some of them would', () => {
  expect([effectOn('net', line('PENSION+SICKNESS')), effectOn('deductions', line('PENSION+SICKNESS'))]).toEqual([-1, 1])
  expect([effectOn('net', line('MEALS+TAX')), effectOn('gross', line('MEALS+TAX'))]).toEqual([1, 0])
  expect(effectOn('net', line('PENSION+EMPLOYER'))).toBe(0)
})

test('three figures that were rounded beside one may differ by two minor units, one beside one by one', () => {
  expect([roundingOf(line('PENSION+SICKNESS+TAX')), roundingOf(line('TAX'))]).toEqual([2, 1])
})

test('a component that is known no more keeps its figures, beside nothing', () => {
  expect(line('GONE+TAX').components.map(({ key, kind }) => [key, kind])).toEqual([
    ['TAX', 'deduction'],
    ['GONE', 'information'],
  ])
})
