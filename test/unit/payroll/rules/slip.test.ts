import { describe, expect, it } from 'vitest'
import {
  amounts,
  april,
  BASE,
  component,
  item,
  january,
  NET_ROUNDING,
  period,
  STANDARD,
  segment,
  slipOf,
} from './builders'

describe('a slip without any structure', () => {
  it('pays the base as its only earning', () => {
    const slip = slipOf({})
    expect(slip.lines).toEqual([
      { code: 'BASE', kind: 'earning', quantity: '30', rate: null, baseMinor: 300_000, amountMinor: 300_000 },
    ])
    expect([slip.grossMinor, slip.netMinor, slip.error]).toEqual([300_000, 300_000, null])
  })

  it('pays a joiner from the first day of employment', () => {
    expect(amounts(slipOf({ segments: [segment('2024-04-16', null, 300_000)] }))).toEqual({ BASE: 150_000 })
  })

  it('pays a leaver to the last day of employment', () => {
    expect(amounts(slipOf({ segments: [segment('2020-01-01', '2024-04-10', 300_000)] }))).toEqual({ BASE: 100_000 })
  })

  it('pays each contract its days of the month', () => {
    const segments = [segment('2020-01-01', '2024-04-10', 300_000), segment('2024-04-11', null, 600_000)]
    expect(amounts(slipOf({ segments }))).toEqual({ BASE: 500_000 })
  })

  it('pays nobody for the days between two employments', () => {
    const segments = [segment('2020-01-01', '2024-04-03', 300_000), segment('2024-04-28', null, 300_000)]
    const slip = slipOf({ segments })
    expect([slip.employedDays, slip.grossMinor]).toEqual([6, 60_000])
  })

  it('takes unpaid days off, halves too', () => {
    const slip = slipOf({ items: [item('ABSENCE', { quantity: '1.5' })] })
    expect([slip.paidHalfDays, slip.grossMinor]).toEqual([57, 285_000])
  })
})

describe('periods that are no months', () => {
  const pays = (start: string, end: string, type: 'semimonthly' | 'weekly' | 'biweekly' | 'custom') =>
    slipOf({ segments: [segment('2020-01-01', null, 310_000)] }, { period: period(start, end, type) }).grossMinor

  it('pay half a base for half a month', () => {
    expect(pays('2024-01-01', '2024-01-15', 'semimonthly')).toBe(155_000)
    expect(pays('2024-01-16', '2024-01-31', 'semimonthly')).toBe(155_000)
  })

  it('pay each day its share of its month', () => {
    expect(pays('2024-01-08', '2024-01-14', 'weekly')).toBe(70_000)
    expect(pays('2024-01-30', '2024-02-12', 'biweekly')).toBe(Math.round(20_000 + (310_000 * 12) / 29))
    expect(pays('2024-01-01', '2024-03-31', 'custom')).toBe(930_000)
  })
})

describe('one-off items', () => {
  it('pay overtime hours at their rate and deduct what is withheld', () => {
    const items = [
      item('OVERTIME', { quantity: '7.5', rateMinor: 1_250 }),
      item('LATE', { quantity: '12', rateMinor: 15 }),
      item('TDS', { amountMinor: 20_000 }),
      item('ADVANCE', { amountMinor: 5_000 }),
      item('INCENTIVE', { amountMinor: 10_000 }),
    ]
    const slip = slipOf({ items })
    expect(amounts(slip)).toEqual({
      BASE: 300_000,
      OVERTIME: 9_375,
      INCENTIVE: 10_000,
      LATE: 180,
      TDS: 20_000,
      ADVANCE: 5_000,
    })
    expect(slip.lines.find((line) => line.code === 'OVERTIME')).toMatchObject({ quantity: '7.5', rate: 1_250 })
    expect([slip.grossMinor, slip.deductionsMinor, slip.netMinor]).toEqual([319_375, 25_180, 294_195])
  })

  it('count once where a file and the calculator say the same, and add up otherwise', () => {
    const said = (source: string) => item('INCENTIVE', { source, amountMinor: 1_000 })
    expect(amounts(slipOf({ items: [said('excel'), said('form')] })).INCENTIVE).toBe(1_000)
    expect(amounts(slipOf({ items: [said('form')] })).INCENTIVE).toBe(1_000)
    expect(amounts(slipOf({ items: [said('excel'), said('typed')] })).INCENTIVE).toBe(2_000)
  })

  it('use the component’s rate where they bring none', () => {
    const components = [...STANDARD, component({ code: 'MEALS', method: 'per_unit', oneOff: true, amountMinor: 650 })]
    expect(amounts(slipOf({ items: [item('MEALS', { quantity: '20' })] }, { components })).MEALS).toBe(13_000)
  })
})

describe('components', () => {
  const hra = component({ code: 'HRA', method: 'percent', base: ['BASE'], ratePpm: 400_000, taxable: true })
  const tax = component({ code: 'TAX', kind: 'deduction', method: 'percent', base: ['TAXABLE'], ratePpm: 100_000 })
  const pension = component({
    code: 'PENSION',
    kind: 'deduction',
    method: 'percent',
    base: ['GROSS'],
    ratePpm: 50_000,
    taxable: true,
    position: 550,
  })
  const social = component({ code: 'SOCIAL', kind: 'employer', method: 'percent', base: ['GROSS'], ratePpm: 237_500 })

  it('are taken of each other, of the gross and of what is taxable', () => {
    const slip = slipOf({}, { components: [tax, social, pension, hra, BASE] })
    expect(amounts(slip)).toEqual({ BASE: 300_000, HRA: 120_000, PENSION: 21_000, SOCIAL: 99_750, TAX: 39_900 })
    expect([slip.grossMinor, slip.netMinor, slip.employerMinor]).toEqual([420_000, 359_100, 99_750])
  })

  it('stand on the slip in their order', () => {
    const slip = slipOf({}, { components: [{ ...hra, position: 50 }, BASE] })
    expect(slip.lines.map((line) => line.code)).toEqual(['HRA', 'BASE'])
  })

  it('keep to their cap', () => {
    const capped = { ...hra, capMinor: 50_001, rounding: 'to_5' as const }
    expect(amounts(slipOf({}, { components: [BASE, capped] })).HRA).toBe(50_001)
  })

  it('of a fixed amount are prorated where they say so', () => {
    const meal = component({ code: 'MEAL', amountMinor: 9_000, prorate: true })
    const phone = component({ code: 'PHONE', amountMinor: 2_000 })
    const segments = [segment('2024-04-16', null, 300_000)]
    expect(amounts(slipOf({ segments }, { components: [BASE, meal, phone] }))).toEqual({
      BASE: 150_000,
      MEAL: 4_500,
      PHONE: 2_000,
    })
  })

  it('of bands charge each band its rate', () => {
    const bands = [
      { upToMinor: 100_000, ratePpm: 0 },
      { upToMinor: 250_000, ratePpm: 100_000 },
      { upToMinor: null, ratePpm: 200_000 },
    ]
    const banded = component({ code: 'TAX', kind: 'deduction', method: 'bands', base: ['GROSS'], bands })
    expect(amounts(slipOf({}, { components: [BASE, banded] })).TAX).toBe(15_000 + 10_000)
  })

  it('of a structure are paid by its contracts only', () => {
    const bonus = component({ code: 'BONUS', amountMinor: 1_000, structureIds: [7] })
    const paid = (structureId: number | null) =>
      amounts(slipOf({ segments: [segment('2020-01-01', null, 300_000, structureId)] }, { components: [BASE, bonus] }))
    expect(paid(7).BONUS).toBe(1_000)
    expect(paid(null).BONUS).toBeUndefined()
    expect(paid(8).BONUS).toBeUndefined()
  })

  it('that only inform count nowhere', () => {
    const info = component({ code: 'CAR', kind: 'information', amountMinor: 40_000 })
    const slip = slipOf({}, { components: [BASE, info] })
    expect([slip.grossMinor, slip.netMinor, slip.lines.length]).toEqual([300_000, 300_000, 2])
  })

  it.each([
    ['half_up', 333_333, 33_333],
    ['up', 333_331, 33_334],
    ['down', 333_339, 33_333],
    ['to_5', 333_333, 33_335],
    ['to_unit', 333_333, 33_300],
  ] as const)('round %s', (rounding, base, expected) => {
    const tenth = component({ code: 'TENTH', method: 'percent', base: ['BASE'], ratePpm: 100_000, rounding })
    const segments = [segment('2020-01-01', null, base)]
    expect(amounts(slipOf({ segments }, { components: [BASE, tenth] })).TENTH).toBe(expected)
  })
})

describe('the rounding of the net', () => {
  it('is a line of its own that leaves the gross alone', () => {
    const segments = [segment('2020-01-01', null, 300_049)]
    const slip = slipOf({ segments }, { components: [BASE, NET_ROUNDING] })
    expect(amounts(slip)).toEqual({ BASE: 300_049, NET_ROUNDING: 49 })
    expect([slip.grossMinor, slip.netMinor]).toEqual([300_049, 300_000])
  })

  it('may give as well as take', () => {
    const segments = [segment('2020-01-01', null, 300_050)]
    expect(slipOf({ segments }, { components: [BASE, NET_ROUNDING] }).netMinor).toBe(300_100)
  })

  it('has nothing to round in a currency without minor units', () => {
    const segments = [segment('2020-01-01', null, 300_049)]
    expect(slipOf({ segments }, { components: [BASE, NET_ROUNDING], currency: 'JPY' }).lines).toHaveLength(1)
  })
})

describe('an employee whose data is wrong gets an error slip', () => {
  const code = (slip: ReturnType<typeof slipOf>) => slip.error?.code

  it('without a salary', () => {
    const slip = slipOf({ segments: [segment('2020-01-01', null, null)] })
    expect([code(slip), slip.lines, slip.netMinor]).toEqual(['payroll.no_base_pay', [], 0])
  })

  it('without a salary for part of the period', () => {
    const segments = [segment('2020-01-01', '2024-04-10', 300_000), segment('2024-04-11', null, null)]
    expect(code(slipOf({ segments }))).toBe('payroll.no_base_pay')
  })

  it('without a contract', () => expect(code(slipOf({ segments: [] }))).toBe('payroll.no_contract'))

  it('with items after the employment', () => {
    const segments = [segment('2020-01-01', '2024-03-31', 300_000)]
    const items = [item('INCENTIVE', { amountMinor: 1 })]
    expect(code(slipOf({ segments, items }))).toBe('payroll.items_without_employment')
  })

  it('with more deductions than earnings, and shows its lines', () => {
    const slip = slipOf({ items: [item('ADVANCE', { amountMinor: 300_001 })] })
    expect(slip.error).toEqual({
      code: 'payroll.negative_net',
      params: { net: '-0.01 EUR', gross: '3000.00 EUR', deductions: '3000.01 EUR' },
    })
    expect(slip.lines).toHaveLength(2)
  })

  it('with a base pay below zero', () => {
    expect(code(slipOf({ segments: [segment('2020-01-01', null, -1)] }))).toBe('payroll.negative_base_pay')
  })

  it('with hours that nothing is paid for', () => {
    expect(code(slipOf({ items: [item('OVERTIME', { quantity: '3' })] }))).toBe('payroll.item_without_rate')
  })

  it('with an item of a component that is gone', () => {
    expect(code(slipOf({ items: [item('GONE', { amountMinor: 3 })] }))).toBe('payroll.item_without_component')
  })

  it('with more absence than days', () => {
    const slip = slipOf({ items: [item('ABSENCE', { quantity: '31' })] })
    expect(code(slip)).toBe('payroll.absence_exceeds_employment')
  })

  it('with amounts beyond what can be counted', () => {
    const items = [item('OVERTIME', { quantity: '999999999999', rateMinor: 999_999_999 })]
    const slip = slipOf({ items })
    expect([code(slip), slip.lines, slip.grossMinor]).toEqual(['payroll.amount_out_of_range', [], 0])
  })
})

it('pays a full month the same whatever its length', () => {
  for (const month of [january, april]) expect(slipOf({}, { period: month }).grossMinor).toBe(300_000)
})
