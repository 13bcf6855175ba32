import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REVIEW_GROUPS, type ReviewedSlip, reviewRun } from '../../../../jobs/payroll/rules/review'
import type { LocalDate } from '../../../../jobs/values/time'

const NOVEMBER = { start: '2026-11-01' as LocalDate, end: '2026-11-30' as LocalDate }
const amount = fc.integer({ min: -500_000, max: 5_000_000 })
const line = fc.record({
  code: fc.constantFrom('BASE', 'OVERTIME', 'TAX', 'MEALS'),
  name: fc.constant('Line'),
  kind: fc.constantFrom('earning', 'deduction', 'employer', 'information'),
  quantity: fc.constantFrom(null, '30', '20'),
  rate: fc.constantFrom(null, 100_000, 120_000),
  baseMinor: fc.option(amount),
  amountMinor: amount,
  oneOff: fc.boolean(),
})

/** Slips as a run leaves them: the net is the sum of the lines, one line a code. */
const slips = fc.uniqueArray(
  fc
    .record({
      partyId: fc.integer({ min: 1, max: 12 }),
      isError: fc.boolean(),
      paidDays: fc.integer({ min: 0, max: 30 }),
      totalDays: fc.constant(30),
      lines: fc.uniqueArray(line, { selector: (one) => one.code, maxLength: 4 }),
    })
    .map((slip): ReviewedSlip => {
      const sum = (kind: string) =>
        slip.lines.filter((one) => one.kind === kind).reduce((total, one) => total + one.amountMinor, 0)
      return { ...slip, netMinor: sum('earning') - sum('deduction') } as ReviewedSlip
    }),
  { selector: (slip) => slip.partyId, maxLength: 12 },
)
const day = fc.constantFrom<LocalDate | null>(null, ...(['2026-10-01', '2026-11-01', '2026-11-20'] as LocalDate[]))
const employed = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.record({ from: day, to: day }))
const cases = fc
  .record({ now: slips, last: fc.option(slips), employed })
  .map((one) => ({ ...one, employed: new Map(Object.entries(one.employed).map(([id, dates]) => [Number(id), dates])) }))

const review = ({
  now,
  last,
  employed,
}: {
  now: ReviewedSlip[]
  last: ReviewedSlip[] | null
  employed: Map<number, { from: LocalDate | null; to: LocalDate | null }>
}) => reviewRun({ period: NOVEMBER, slips: now, before: last, employed })
const total = (list: readonly ReviewedSlip[]) => list.reduce((sum, one) => (one.isError ? sum : sum + one.netMinor), 0)

test('everybody of either run stands in exactly one group', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const people = new Set([...given.now, ...(given.last ?? [])].map((one) => one.partyId))
      const rows = review(given)
      expect(rows.map((row) => row.partyId).sort((a, b) => a - b)).toEqual([...people].sort((a, b) => a - b))
      for (const row of rows) expect(REVIEW_GROUPS).toContain(row.group)
    }),
  )
})

test('the differences add up to the difference of the totals', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const sum = review(given).reduce((all, row) => all + row.differenceMinor, 0)
      expect(sum).toBe(total(given.now) - total(given.last ?? []))
    }),
  )
})

test('the causes of a person add up to the difference, where both slips are good', () => {
  fc.assert(
    fc.property(cases, (given) => {
      for (const row of review(given)) {
        if (row.beforeMinor === null || row.netMinor === null) continue
        expect(row.causes.reduce((sum, cause) => sum + cause.effectMinor, 0)).toBe(row.differenceMinor)
      }
    }),
  )
})

test('groups stand in the order in which they are looked at, each with its largest difference first', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const rows = review(given)
      rows.slice(1).forEach((row, index) => {
        const before = rows[index]
        if (!before) throw new Error('no row')
        const order = REVIEW_GROUPS.indexOf(row.group) - REVIEW_GROUPS.indexOf(before.group)
        expect(order).toBeGreaterThanOrEqual(0)
        if (order === 0) expect(Math.abs(before.differenceMinor)).toBeGreaterThanOrEqual(Math.abs(row.differenceMinor))
      })
    }),
  )
})

const base = (baseMinor: number, amountMinor = baseMinor) =>
  ({
    code: 'BASE',
    name: 'Base pay',
    kind: 'earning',
    quantity: '30',
    rate: null,
    baseMinor,
    amountMinor,
    oneOff: false,
  }) as const
const slip = (partyId: number, lines: ReviewedSlip['lines']): ReviewedSlip => ({
  partyId,
  isError: false,
  netMinor: lines.reduce((sum, one) => sum + one.amountMinor, 0),
  paidDays: 30,
  totalDays: 30,
  lines,
})
const meals = (amountMinor: number, oneOff: boolean) =>
  ({
    code: 'MEALS',
    name: 'Meals',
    kind: 'earning',
    quantity: null,
    rate: null,
    baseMinor: amountMinor,
    amountMinor,
    oneOff,
  }) as const

test('a raise by the contract or by an item of the month is explained; one by a changed component is not', () => {
  const last = [1, 2, 3, 4].map((id) => slip(id, [base(100_000), meals(1_000, id === 3)]))
  const now = [
    slip(1, [base(120_000), meals(1_000, false)]),
    slip(2, [base(100_000), meals(90_000, false)]),
    slip(3, [base(100_000), meals(90_000, true)]),
    slip(4, [base(100_500), meals(1_000, false)]),
  ]
  const rows = reviewRun({ period: NOVEMBER, slips: now, before: last, employed: new Map() })
  expect(Object.fromEntries(rows.map((row) => [row.partyId, row.group]))).toEqual({
    1: 'raises',
    2: 'unexplained',
    3: 'raises',
    4: 'rest',
  })
})

test('who was there from the first day of the office’s first run has not just joined', () => {
  const employed = new Map([
    [1, { from: NOVEMBER.start, to: null }],
    [2, { from: '2026-11-15' as LocalDate, to: null }],
  ])
  const now = [slip(1, [base(1_000)]), slip(2, [base(500)])]
  const groups = (before: ReviewedSlip[] | null) =>
    reviewRun({ period: NOVEMBER, slips: now, before, employed }).map((row) => [row.partyId, row.group])
  expect(groups(null)).toEqual([
    [2, 'joiners'],
    [1, 'rest'],
  ])
  expect(groups([])).toEqual([
    [1, 'joiners'],
    [2, 'joiners'],
  ])
})
