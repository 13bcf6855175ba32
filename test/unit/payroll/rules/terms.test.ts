import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Loan } from '../../../../jobs/payroll/rules/slip'
import { addDays } from '../../../../jobs/values/time'
import {
  amounts,
  april,
  BASE,
  component,
  date,
  item,
  NET_ROUNDING,
  period,
  STANDARD,
  segment,
  slipOf,
} from './builders'

const LOAN = component({ code: 'LOAN', kind: 'deduction', oneOff: true, position: 810, carryOver: true })
const HELD = component({ code: 'HELD', kind: 'deduction', method: 'held_pay', position: 980 })
const TAX = component({
  code: 'TAX',
  kind: 'deduction',
  method: 'percent',
  ratePpm: 200_000,
  base: ['GROSS'],
  position: 600,
})
const FINE = component({ code: 'FINE', kind: 'deduction', amountMinor: 50_000, position: 650, carryOver: true })
const WORKING = { dayRules: [{ structureId: 1, dayCount: 'working' as const, excludeHolidays: true }] }
const workweek = (...holidays: string[]) => ({
  ...WORKING,
  calendar: { workdays: [1, 2, 3, 4, 5], holidays: holidays.map(date) },
})
const pays = (baseMinor: number, structureId: number | null = null) => [
  segment('2020-01-01', null, baseMinor, structureId),
]

describe('paid days', () => {
  const unpaid = (from: string, to: string, halfDay = false) => [{ from: date(from), to: date(to), halfDay }]

  it('are less by unpaid leave, as far as it lies in the period', () => {
    const slip = slipOf({ segments: pays(300_000), unpaid: unpaid('2024-03-28', '2024-04-03') })
    expect([slip.employedDays, slip.paidHalfDays, slip.grossMinor]).toEqual([30, 54, 270_000])
  })

  it('are less by half of each half day', () => {
    expect(slipOf({ segments: pays(300_000), unpaid: unpaid('2024-04-01', '2024-04-03', true) }).grossMinor).toBe(
      285_000,
    )
  })

  it('are taken at the base of the part of the contract they lie in', () => {
    const segments = [segment('2020-01-01', '2024-04-15', 300_000), segment('2024-04-16', null, 600_000)]
    const early = slipOf({ segments, unpaid: unpaid('2024-04-01', '2024-04-03') })
    const late = slipOf({ segments, unpaid: unpaid('2024-04-28', '2024-04-30') })
    expect([early.grossMinor, late.grossMinor]).toEqual([420_000, 390_000])
  })

  it('are working days without holidays where the structure says so; all of them are the whole base', () => {
    // April 2024 has 22 weekdays; the 25th is a holiday (Thursday).
    const rules = workweek('2024-04-25')
    const whole = slipOf({ segments: pays(210_000, 1) }, { rules })
    expect([whole.totalDays, whole.employedDays, whole.grossMinor]).toEqual([21, 21, 210_000])
    const joiner = slipOf({ segments: [segment('2024-04-22', null, 210_000, 1)] }, { rules })
    expect([joiner.employedDays, joiner.grossMinor]).toEqual([6, 60_000])
    // A week off that holds the holiday and a weekend takes four days.
    const off = slipOf({ segments: pays(210_000, 1), unpaid: unpaid('2024-04-22', '2024-04-28') }, { rules })
    expect(off.grossMinor).toBe(170_000)
  })

  it('of a period in which no day counts pay nothing', () => {
    const on = period('2024-04-06', '2024-04-07', 'custom')
    expect(slipOf({ segments: pays(210_000, 1) }, { rules: workweek(), period: on })).toMatchObject({
      error: null,
      grossMinor: 0,
    })
  })

  it('of all segments and the leave between them add up to the whole month', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 500_000 }),
        fc.nat({ max: 28 }),
        fc.nat({ max: 28 }),
        fc.boolean(),
        (base, a, b, working) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)].map((day) => addDays(april.start, day))
          if (!from || !to) return
          const structure = working ? 1 : null
          const rules = workweek('2024-04-01')
          const gross = (...dates: [string, string][]) =>
            dates.reduce((sum, [first, last]) => {
              const segments = [segment(first, last, base * 1_000, structure)]
              return sum + slipOf({ segments }, { rules, components: [{ ...BASE, rounding: 'down' }] }).grossMinor
            }, 0)
          const away = slipOf(
            { segments: pays(base * 1_000, structure), unpaid: [{ from, to, halfDay: false }] },
            { rules, components: [{ ...BASE, rounding: 'down' }] },
          ).grossMinor
          const whole = gross([april.start, april.end])
          expect(Math.abs(whole - away - gross([from, to]))).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('what would make the net negative', () => {
  it('waits for the next period where the component may be carried over', () => {
    const slip = slipOf({ segments: pays(40_000) }, { components: [BASE, TAX, FINE] })
    expect(amounts(slip)).toEqual({ BASE: 40_000, TAX: 8_000, FINE: 32_000 })
    expect(slip).toMatchObject({ error: null, netMinor: 0 })
    expect(slip.entries).toEqual([{ kind: 'carried', code: 'FINE', ref: 0, amountMinor: 18_000 }])
    const next = slipOf({ segments: pays(400_000), carried: { FINE: 18_000 } }, { components: [BASE, TAX, FINE] })
    expect(amounts(next).FINE).toBe(68_000)
    expect(next.entries).toEqual([{ kind: 'brought', code: 'FINE', ref: 0, amountMinor: -18_000 }])
  })

  it('is taken later as far as the cap of its component leaves room, and waits on with the rest', () => {
    const components = [BASE, { ...FINE, capMinor: 60_000 }]
    const slip = slipOf({ carried: { FINE: 18_000 } }, { components })
    expect(amounts(slip).FINE).toBe(60_000)
    expect(slip.entries).toEqual([{ kind: 'brought', code: 'FINE', ref: 0, amountMinor: -10_000 }])
    const full = slipOf({ carried: { FINE: 8_000 } }, { components: [BASE, { ...FINE, capMinor: 50_000 }] })
    expect([amounts(full).FINE, full.entries]).toEqual([50_000, []])
  })

  it('stands on the slip with nothing taken where nothing could be', () => {
    const slip = slipOf({ segments: pays(0) }, { components: [BASE, FINE] })
    expect(amounts(slip)).toEqual({ BASE: 0, FINE: 0 })
    expect(slip.entries).toEqual([{ kind: 'carried', code: 'FINE', ref: 0, amountMinor: 50_000 }])
  })

  it('blocks the slip where it may not', () => {
    const slip = slipOf({ segments: pays(40_000) }, { components: [BASE, { ...FINE, carryOver: false }] })
    expect([slip.error?.code, slip.netMinor]).toEqual(['payroll.negative_net', -10_000])
  })

  it('leaves a loan higher instead of carrying its instalment', () => {
    const loans: Loan[] = [{ id: 7, code: 'LOAN', instalmentMinor: 30_000, balanceMinor: 90_000 }]
    const slip = slipOf({ segments: pays(20_000), loans }, { components: [BASE, LOAN] })
    expect(amounts(slip).LOAN).toBe(20_000)
    expect(slip.entries).toEqual([{ kind: 'loan', code: 'LOAN', ref: 7, amountMinor: 20_000 }])
  })
})

describe('loans', () => {
  const loan = (given: Partial<Loan>): Loan => ({
    id: 1,
    code: 'LOAN',
    instalmentMinor: 10_000,
    balanceMinor: 25_000,
    ...given,
  })

  it('stop at their balance, and take nothing after it', () => {
    const taken: (number | undefined)[] = []
    let balanceMinor = 25_000
    for (let month = 0; month < 4; month++) {
      const slip = slipOf({ loans: [loan({ balanceMinor })] }, { components: [BASE, LOAN] })
      taken.push(amounts(slip).LOAN)
      balanceMinor -= slip.entries.reduce((sum, one) => sum + one.amountMinor, 0)
    }
    expect(taken).toEqual([10_000, 10_000, 5_000, undefined])
    expect(balanceMinor).toBe(0)
  })

  it('of one component share a line, beside what the month brings of it', () => {
    const loans = [loan({ id: 1 }), loan({ id: 2, instalmentMinor: 4_000 }), loan({ id: 3, code: 'ADVANCE' })]
    const items = [item('ADVANCE', { amountMinor: 500 })]
    const slip = slipOf({ loans, items }, { components: [...STANDARD, LOAN] })
    expect([amounts(slip).LOAN, amounts(slip).ADVANCE]).toEqual([14_000, 10_500])
    expect(slip.entries.map((one) => [one.ref, one.amountMinor])).toEqual([
      [1, 10_000],
      [2, 4_000],
      [3, 10_000],
    ])
  })
})

describe('what goes off a loan', () => {
  const loan = (id: number, instalmentMinor: number): Loan => ({
    id,
    code: 'LOAN',
    instalmentMinor,
    balanceMinor: 60_000,
  })
  const taken = (slip: ReturnType<typeof slipOf>) => slip.entries.map((one) => [one.ref, one.amountMinor])

  it('is what was deducted where the component is capped', () => {
    const loans = [loan(1, 15_000), loan(2, 15_000)]
    const slip = slipOf({ loans }, { components: [BASE, { ...LOAN, capMinor: 20_000 }] })
    expect(amounts(slip).LOAN).toBe(20_000)
    expect(taken(slip)).toEqual([
      [1, 5_000],
      [2, 15_000],
    ])
  })

  it('is to the minor unit where the component is rounded', () => {
    const items = [item('LOAN', { amountMinor: 249 })]
    for (const [rounding, amount] of [
      ['to_unit', 3_533],
      ['to_5', 3_583],
    ] as const) {
      const slip = slipOf({ loans: [loan(1, 3_333)], items }, { components: [BASE, { ...LOAN, rounding }] })
      expect([amounts(slip).LOAN, taken(slip)]).toEqual([amount, [[1, 3_333]]])
    }
  })

  it('is always its line, whatever is capped, rounded or waits', () => {
    const minor = fc.integer({ min: 1, max: 50_000 })
    const cap = fc.option(fc.nat({ max: 40_000 }))
    const rounding = fc.constantFrom('half_up' as const, 'up' as const, 'to_5' as const, 'to_unit' as const)
    fc.assert(
      fc.property(minor, minor, cap, rounding, fc.nat({ max: 60_000 }), (one, two, capMinor, rounded, base) => {
        const LENT = { ...LOAN, capMinor, rounding: rounded }
        const slip = slipOf({ segments: pays(base), loans: [loan(1, one), loan(2, two)] }, { components: [BASE, LENT] })
        const sum = slip.entries.reduce((total, entry) => total + entry.amountMinor, 0)
        expect(sum).toBe(amounts(slip).LOAN ?? 0)
        expect(slip.error).toBe(null)
      }),
    )
  })
})

describe('held pay', () => {
  const hold = (balanceMinor: number, isHeld: boolean, mostMinor: number | null = null) => ({
    balanceMinor,
    isHeld,
    mostMinor,
  })
  const components = [BASE, TAX, HELD]

  it('is computed in full and not paid', () => {
    const slip = slipOf({ hold: hold(0, true) }, { components })
    expect(amounts(slip)).toEqual({ BASE: 300_000, TAX: 60_000, HELD: 240_000 })
    expect([slip.grossMinor, slip.netMinor, slip.entries[0]?.kind]).toEqual([300_000, 0, 'held'])
  })

  it('can be a part, and the rest is rounded', () => {
    const slip = slipOf(
      { segments: pays(300_040), hold: hold(0, true, 100_000) },
      { components: [BASE, HELD, NET_ROUNDING] },
    )
    expect(amounts(slip)).toMatchObject({ HELD: 100_000, NET_ROUNDING: 40 })
    expect(slip.netMinor).toBe(200_000)
  })

  it('is paid when it is released', () => {
    const slip = slipOf({ hold: hold(240_000, false) }, { components })
    expect([amounts(slip).HELD, slip.netMinor]).toEqual([-240_000, 480_000])
    expect(slip.entries).toEqual([{ kind: 'released', code: 'HELD', ref: 0, amountMinor: -240_000 }])
  })
})

describe('a thirteenth month', () => {
  const BONUS = component({ code: 'XIII', method: 'formula', formula: '(year(BASE) + BASE) / 12', months: [12] })
  const of = (month: string, last: string, year: Record<string, number>) =>
    amounts(
      slipOf({ segments: pays(120_000), year }, { components: [BASE, BONUS], period: period(`${month}-01`, last) }),
    ).XIII

  it('is paid with the period that holds the last day of its month, in proportion to what was earned', () => {
    expect(of('2024-11', '2024-11-30', { BASE: 1_200_000 })).toBeUndefined()
    expect(of('2024-12', '2024-12-31', { BASE: 1_320_000 })).toBe(120_000)
    expect(of('2024-12', '2024-12-31', { BASE: 360_000 })).toBe(40_000)
  })
})

describe('overtime by formula', () => {
  const OVERTIME = component({ code: 'OT', method: 'formula', formula: 'BASE_PAY / 160 * 150 % * UNITS', oneOff: true })

  it('takes its hours from the month, and an amount where the month brings one', () => {
    const given = { components: [BASE, OVERTIME] }
    const slip = slipOf(
      {
        segments: pays(320_000),
        items: [item('OT', { quantity: '2.5' }), item('OT', { quantity: '1', source: 'form', month: '2024-03' })],
      },
      given,
    )
    expect(slip.lines.find((one) => one.code === 'OT')).toMatchObject({ quantity: '3.5', amountMinor: 10_500 })
    expect(amounts(slipOf({ items: [item('OT', { amountMinor: 777 })] }, given)).OT).toBe(777)
  })
})
