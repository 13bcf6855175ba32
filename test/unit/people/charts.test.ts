import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aggregate, type ChartFact, chooseFacts, median } from '../../../jobs/people/rules/charts'

const fact = (change: Partial<ChartFact>): ChartFact => ({
  partyId: 1,
  source: 'excel',
  departmentId: 1,
  currency: 'EUR',
  basicMinor: 0,
  grossMinor: 0,
  netMinor: 0,
  overtimeMinor: 0,
  lateMinor: 0,
  tdsMinor: 0,
  advanceMinor: 0,
  incentiveMinor: 0,
  presentHalves: null,
  absentHalves: null,
  employed: true,
  ...change,
})

const minor = fc.integer({ min: -1_000_000, max: 100_000_000 })
const halves = fc.option(fc.integer({ min: 0, max: 62 }))
const anyFact: fc.Arbitrary<ChartFact> = fc.record({
  partyId: fc.integer({ min: 1, max: 30 }),
  source: fc.constantFrom('payroll', 'excel', 'form'),
  departmentId: fc.option(fc.integer({ min: 1, max: 4 })),
  currency: fc.constantFrom('EUR', 'USD'),
  basicMinor: minor,
  grossMinor: minor,
  netMinor: minor,
  overtimeMinor: minor,
  lateMinor: minor,
  tdsMinor: minor,
  advanceMinor: minor,
  incentiveMinor: minor,
  presentHalves: halves,
  absentHalves: halves,
  employed: fc.boolean(),
})

const ADDITIVE = [
  'headcount',
  'basicMinor',
  'grossMinor',
  'netMinor',
  'overtimeMinor',
  'lateMinor',
  'tdsMinor',
  'advanceMinor',
  'incentiveMinor',
  'presentHalves',
  'workingHalves',
] as const

test('departments add up to the total, in every currency and every figure', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 60 }), (facts) => {
      const rows = aggregate(chooseFacts(facts).counted)
      for (const total of rows.filter((row) => row.level === 'total')) {
        const parts = rows.filter((row) => row.level === 'department' && row.currency === total.currency)
        for (const figure of ADDITIVE) {
          expect(parts.reduce((sum, row) => sum + row[figure], 0)).toBe(total[figure])
        }
      }
    }),
  )
})

test('each employee is counted once at most, by the strongest source that speaks of them', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 60 }), (facts) => {
      const { counted, notEmployed } = chooseFacts(facts)
      expect(new Set(counted.map(({ partyId }) => partyId)).size).toBe(counted.length)
      expect(counted.length + notEmployed).toBe(new Set(facts.map(({ partyId }) => partyId)).size)
      for (const one of counted) {
        const others = facts.filter(({ partyId }) => partyId === one.partyId).map(({ source }) => source)
        const strongest = (['payroll', 'excel', 'form'] as const).find((source) => others.includes(source))
        expect(one.source).toBe(strongest)
      }
    }),
  )
})

test('approved payroll wins over the file, the file over the form, and they are never added together', () => {
  const facts = [
    fact({ source: 'form', grossMinor: 1 }),
    fact({ grossMinor: 20 }),
    fact({ source: 'payroll', grossMinor: 300 }),
  ]
  const total = (some: ChartFact[]) => aggregate(chooseFacts(some).counted)[0]?.grossMinor
  expect(total(facts)).toBe(300)
  expect(total(facts.slice(0, 2))).toBe(20)
  expect(total(facts.slice(0, 1))).toBe(1)
})

test('a file’s salary of somebody who is not employed that month does not count, a pay run’s does', () => {
  const left = fact({ employed: false, grossMinor: 500 })
  expect(chooseFacts([left])).toMatchObject({ counted: [], notEmployed: 1 })
  expect(chooseFacts([{ ...left, source: 'payroll' }]).counted).toHaveLength(1)
})

test('attendance is days present over days due, not a mean of percentages', () => {
  const [total] = aggregate([
    fact({ partyId: 1, presentHalves: 10, absentHalves: 10 }),
    fact({ partyId: 2, presentHalves: 40, absentHalves: 0 }),
    fact({ partyId: 3, presentHalves: 40 }),
  ])
  expect(total).toMatchObject({ presentHalves: 50, workingHalves: 60, attendancePpm: 833_333 })
  expect(aggregate([fact({})])[0]?.attendancePpm).toBeNull()
})

test('average and median are of the gross, half-up', () => {
  const of = (...gross: number[]) => aggregate(gross.map((grossMinor, partyId) => fact({ partyId, grossMinor })))[0]
  expect(of(1, 2)).toMatchObject({ averageGrossMinor: 2, medianGrossMinor: 2 })
  expect(of(100, 300, 1_000)).toMatchObject({ averageGrossMinor: 467, medianGrossMinor: 300 })
  expect(of(9, 1, 5, 3)?.medianGrossMinor).toBe(4)
})

test('half of the values lie on either side of the median', () => {
  fc.assert(
    fc.property(fc.array(minor, { minLength: 1, maxLength: 40 }), (values) => {
      const middle = median(values)
      expect(values.filter((one) => one < middle - 1).length * 2).toBeLessThanOrEqual(values.length)
      expect(values.filter((one) => one > middle).length * 2).toBeLessThanOrEqual(values.length)
    }),
  )
})
