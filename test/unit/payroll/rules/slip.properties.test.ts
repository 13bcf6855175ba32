import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsPpm } from '../../../../jobs/payroll/rules/bands'
import { type Component, ROUNDINGS } from '../../../../jobs/payroll/rules/component'
import { roundAmount } from '../../../../jobs/payroll/rules/rounding'
import { addDays, lastOfMonth, type Month } from '../../../../jobs/values/time'
import { BASE, component, date, item, NET_ROUNDING, period, segment, slipOf } from './builders'

const months = fc.nat({ max: 120 }).map((n) => {
  const start = new Date(Date.UTC(2018, n, 1)).toISOString().slice(0, 10)
  return period(start, lastOfMonth(start.slice(0, 7) as Month))
})
const anyPeriod = fc.oneof(
  months,
  fc.record({ start: fc.nat({ max: 3000 }), days: fc.integer({ min: 1, max: 100 }) }).map(({ start, days }) => {
    const from = addDays(date('2018-01-01'), start)
    return period(from, addDays(from, days - 1), 'custom')
  }),
)
const pay = fc.integer({ min: 0, max: 100_000_000 })
const rounding = fc.constantFrom(...ROUNDINGS)

/** Up to twelve components, each taken of BASE, of earlier ones, or of the totals. */
const components = fc
  .array(
    fc.record({
      kind: fc.constantFrom('earning' as const, 'deduction' as const, 'employer' as const, 'information' as const),
      method: fc.constantFrom('fixed' as const, 'percent' as const),
      taxable: fc.boolean(),
      prorate: fc.boolean(),
      amountMinor: fc.nat({ max: 50_000 }),
      ratePpm: fc.nat({ max: 60_000 }),
      capMinor: fc.option(fc.nat({ max: 100_000 })),
      rounding,
      ofTotal: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list): Component[] => [
    BASE,
    ...list.map(({ ofTotal, ...one }, index) => {
      const total = one.kind === 'earning' || (one.kind === 'deduction' && one.taxable) ? 'BASE' : 'GROSS'
      return component({ code: `C${index}`, position: 200 + index, base: [ofTotal ? total : 'BASE'], ...one })
    }),
  ])

const withNetRounding = fc.option(rounding).map((one): Component[] => (one ? [{ ...NET_ROUNDING, rounding: one }] : []))

describe('every slip', () => {
  it('has totals that are the sums of its lines', () => {
    fc.assert(
      fc.property(
        components,
        withNetRounding,
        pay,
        anyPeriod,
        fc.nat({ max: 500_00 }),
        (list, net, base, on, incentive) => {
          const incentives = component({ code: 'INCENTIVE', oneOff: true, position: 150 })
          const items = [item('INCENTIVE', { amountMinor: incentive })]
          const segments = [segment('2010-01-01', null, base)]
          const slip = slipOf({ segments, items }, { components: [...list, incentives, ...net], period: on })
          const sum = (kind: string) =>
            slip.lines.reduce((total, line) => (line.kind === kind ? total + line.amountMinor : total), 0)
          expect(slip.grossMinor).toBe(sum('earning'))
          expect(slip.deductionsMinor).toBe(sum('deduction'))
          expect(slip.employerMinor).toBe(sum('employer'))
          expect(slip.netMinor).toBe(slip.grossMinor - slip.deductionsMinor)
          expect(slip.error === null).toBe(slip.netMinor >= 0)
        },
      ),
    )
  })

  it('is the same when a contract is split at any day without a change of base', () => {
    fc.assert(
      fc.property(
        components,
        pay,
        anyPeriod,
        fc.array(fc.nat({ max: 130 }), { maxLength: 5 }),
        (list, base, on, cuts) => {
          const days = [...new Set(cuts)].sort((a, b) => a - b).map((cut) => addDays(on.start, cut))
          const parts = [date('2010-01-01'), ...days].map((from, index) =>
            segment(from, index < days.length ? addDays(days[index] ?? from, -1) : null, base),
          )
          const whole = slipOf({ segments: [segment('2010-01-01', null, base)] }, { components: list, period: on })
          expect(slipOf({ segments: parts }, { components: list, period: on })).toEqual(whole)
        },
      ),
    )
  })

  it('does not depend on the order in which components are stored', () => {
    fc.assert(
      fc.property(components, pay, fc.nat(), (list, base, seed) => {
        const segments = [segment('2010-01-01', null, base)]
        const shuffled = [...list].sort((a, b) => ((a.position * seed) % 97) - ((b.position * seed) % 97))
        expect(slipOf({ segments }, { components: shuffled })).toEqual(slipOf({ segments }, { components: list }))
      }),
    )
  })

  it('pays a full month exactly the base', () => {
    fc.assert(
      fc.property(months, pay, (on, base) => {
        const segments = [segment('2010-01-01', null, base)]
        expect(slipOf({ segments }, { components: [BASE], period: on }).grossMinor).toBe(base)
        expect(slipOf({ segments }, { components: [BASE], period: { ...on, type: 'custom' } }).grossMinor).toBe(base)
      }),
    )
  })

  it('pays a joiner and the leaver before exactly what one employee would get, to half a cent each', () => {
    fc.assert(
      fc.property(months, pay, fc.integer({ min: 1, max: 27 }), (on, base, day) => {
        const joins = addDays(on.start, day)
        const gross = (from: string, to: string | null) =>
          slipOf({ segments: [segment(from, to, base)] }, { components: [BASE], period: on }).grossMinor
        const both = gross('2010-01-01', addDays(joins, -1)) + gross(joins, null)
        expect(Math.abs(both - base)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('rounding', () => {
  const fraction = fc.record({
    numerator: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    denominator: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  })

  it('never loses more than half a step, or a whole one where it says up or down', () => {
    fc.assert(
      fc.property(fraction, rounding, fc.constantFrom(1n, 100n, 1000n), ({ numerator, denominator }, how, unit) => {
        const step = how === 'to_5' ? 5n : how === 'to_unit' ? unit : 1n
        const rounded = roundAmount(numerator, denominator, how, unit)
        const off = rounded * denominator - numerator
        const distance = off < 0n ? -off : off
        if (how === 'up' || how === 'down') expect(distance < step * denominator).toBe(true)
        else expect(distance * 2n <= step * denominator).toBe(true)
        expect(rounded % step).toBe(0n)
      }),
    )
  })

  it('leaves an amount that is whole as it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (minor) => {
        for (const how of ['half_up', 'up', 'down'] as const) expect(roundAmount(minor, 1n, how, 100n)).toBe(minor)
      }),
    )
  })
})

describe('bands', () => {
  const bands = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 6 }).chain((ends) =>
    fc.array(fc.nat({ max: 500_000 }), { minLength: ends.length + 1, maxLength: ends.length + 1 }).map((rates) => {
      const sorted = [...ends].sort((a, b) => a - b)
      return rates.map((ratePpm, index) => ({ upToMinor: sorted[index] ?? null, ratePpm }))
    }),
  )

  it('charge each unit of the amount once, at the rate of its band', () => {
    fc.assert(
      fc.property(bands, fc.nat({ max: 2_000_000 }), (list, amount) => {
        let expected = 0n
        let low = 0
        for (const { upToMinor, ratePpm } of list) {
          const high = Math.min(amount, upToMinor ?? amount)
          expected += BigInt(Math.max(0, high - low)) * BigInt(ratePpm)
          low = upToMinor ?? amount
        }
        expect(bandsPpm(BigInt(amount), list)).toBe(expected)
      }),
    )
  })

  it('of parts of a minor unit are the same parts of what it is charged', () => {
    fc.assert(
      fc.property(bands, fc.nat({ max: 2_000_000 }), fc.integer({ min: 1, max: 1_000 }), (list, amount, parts) => {
        const scale = BigInt(parts)
        expect(bandsPpm(BigInt(amount) * scale, list, scale)).toBe(bandsPpm(BigInt(amount), list) * scale)
        const between = bandsPpm(BigInt(amount) * scale + 1n, list, scale)
        expect(between >= bandsPpm(BigInt(amount), list) * scale).toBe(true)
        expect(between <= bandsPpm(BigInt(amount + 1), list) * scale).toBe(true)
      }),
    )
  })

  it('charge nothing below zero, and no unit of pay less than its band', () => {
    fc.assert(
      fc.property(bands, fc.nat({ max: 2_000_000 }), (list, amount) => {
        expect(bandsPpm(BigInt(-amount), list)).toBe(0n)
        const more = bandsPpm(BigInt(amount + 1), list) - bandsPpm(BigInt(amount), list)
        expect(list.some((band) => BigInt(band.ratePpm) === more)).toBe(true)
      }),
    )
  })
})

it('base pay of all days of a year is twelve bases', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2090 }), pay, (year, base) => {
      const on = period(`${year}-01-01`, `${year}-12-31`, 'custom')
      const slip = slipOf({ segments: [segment('1980-01-01', null, base)] }, { components: [BASE], period: on })
      expect(slip.grossMinor).toBe(base * 12)
    }),
  )
})
