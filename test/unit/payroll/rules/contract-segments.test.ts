import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeEmployment, changeTerms, type Segment } from '../../../../jobs/payroll/rules/contract-segments'
import { Problem } from '../../../../jobs/values/problem'
import { addDays, type LocalDate } from '../../../../jobs/values/time'

const date = (text: string) => text as LocalDate
const segment = (from: string, to: string | null, baseMinor: number | null, id: number | null = 1): Segment => ({
  id,
  from: date(from),
  to: to === null ? null : date(to),
  baseMinor,
  structureId: null,
  schedule: null,
})
const shown = (segments: Segment[] | null) =>
  segments?.map((one) => `${one.from}..${one.to ?? ''} ${one.baseMinor}`) ?? null

describe('a change of base pay', () => {
  it('begins the employment where there was none', () => {
    expect(shown(changeTerms([], date('2024-02-10'), { baseMinor: 100 }))).toEqual(['2024-02-10.. 100'])
  })

  it('splits the contract at its day', () => {
    const found = changeTerms([segment('2020-01-01', null, 100)], date('2024-02-10'), { baseMinor: 200 })
    expect(shown(found)).toEqual(['2020-01-01..2024-02-09 100', '2024-02-10.. 200'])
  })

  it('replaces the base where the contract begins that very day', () => {
    const found = changeTerms([segment('2020-01-01', null, null)], date('2020-01-01'), { baseMinor: 200 })
    expect(shown(found)).toEqual(['2020-01-01.. 200'])
  })

  it('changes nothing where the base is the same', () => {
    expect(shown(changeTerms([segment('2020-01-01', null, 100)], date('2024-02-10'), { baseMinor: 100 }))).toEqual([
      '2020-01-01.. 100',
    ])
  })

  it('holds until a day from which the old base goes on, and reaches over no later change', () => {
    const known = [segment('2024-06-15', '2025-02-28', 1), segment('2025-03-01', null, 4, 2)]
    const january = changeTerms(known, date('2025-01-01'), { baseMinor: 4 }, date('2025-02-01'))
    expect(shown(january)).toEqual([
      '2024-06-15..2024-12-31 1',
      '2025-01-01..2025-01-31 4',
      '2025-02-01..2025-02-28 1',
      '2025-03-01.. 4',
    ])
    const whole = changeTerms(known, date('2024-06-15'), { baseMinor: 2 }, date('2025-03-01'))
    expect(shown(whole)).toEqual(['2024-06-15..2025-02-28 2', '2025-03-01.. 4'])
  })

  it('holds until the next change', () => {
    const known = [segment('2020-01-01', '2024-02-29', 100, 1), segment('2024-03-01', null, 300, 2)]
    expect(shown(changeTerms(known, date('2024-02-01'), { baseMinor: 200 }))).toEqual([
      '2020-01-01..2024-01-31 100',
      '2024-02-01..2024-02-29 200',
      '2024-03-01.. 300',
    ])
  })

  it('lets the employment begin earlier where its day lies before it', () => {
    const known = [segment('2024-03-01', null, 300)]
    expect(shown(changeTerms(known, date('2024-02-01'), { baseMinor: 200 }))).toEqual([
      '2024-02-01..2024-02-29 200',
      '2024-03-01.. 300',
    ])
    expect(shown(changeTerms(known, date('2024-02-01'), { baseMinor: 300 }))).toEqual(['2024-02-01.. 300'])
  })

  it('hires nobody again who has left', () => {
    expect(changeTerms([segment('2020-01-01', '2023-12-31', 100)], date('2024-02-01'), { baseMinor: 200 })).toBeNull()
  })
})

describe('an employment', () => {
  it('without a known salary is a contract all the same', () => {
    expect(shown(changeEmployment([], date('2020-01-01'), null))).toEqual(['2020-01-01.. null'])
  })

  it('ends the open contract', () => {
    const known = [segment('2020-01-01', '2024-01-31', 100, 1), segment('2024-02-01', null, 200, 2)]
    expect(shown(changeEmployment(known, date('2020-01-01'), date('2024-02-15')))).toEqual([
      '2020-01-01..2024-01-31 100',
      '2024-02-01..2024-02-15 200',
    ])
    expect(shown(changeEmployment(known, date('2020-01-01'), date('2023-02-15')))).toEqual([
      '2020-01-01..2023-02-15 100',
    ])
  })

  it('stretches to an earlier first day and a later last one', () => {
    const known = [segment('2024-01-01', '2024-06-30', 100)]
    expect(shown(changeEmployment(known, date('2015-03-30'), null))).toEqual(['2015-03-30.. 100'])
  })

  it('leaves an earlier employment with days between alone', () => {
    const known = [segment('2010-01-01', '2012-12-31', 50, 1), segment('2020-01-01', null, 100, 2)]
    expect(shown(changeEmployment(known, date('2020-02-01'), null))).toEqual([
      '2010-01-01..2012-12-31 50',
      '2020-02-01.. 100',
    ])
  })

  it('cannot end before it begins', () => {
    expect(() => changeEmployment([], date('2024-02-01'), date('2024-01-31'))).toThrow(Problem)
  })
})

describe('whatever is changed in whatever order', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays(date('2024-01-01'), n))
  const step = fc.oneof(
    fc.record({ kind: fc.constant('terms' as const), from: day, baseMinor: fc.constantFrom(100, 200, null) }),
    fc.record({ kind: fc.constant('employment' as const), from: day, days: fc.option(fc.nat({ max: 40 })) }),
  )

  it('segments never overlap, and neighbours differ', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let segments: Segment[] = []
        for (const one of steps) {
          segments =
            one.kind === 'terms'
              ? (changeTerms(segments, one.from, { baseMinor: one.baseMinor }) ?? segments)
              : changeEmployment(segments, one.from, one.days === null ? null : addDays(one.from, one.days))
        }
        for (const [index, one] of segments.entries()) {
          expect(one.to === null || one.to >= one.from).toBe(true)
          const next = segments[index + 1]
          if (next) expect(one.to !== null && one.to < next.from).toBe(true)
        }
      }),
    )
  })

  it('the base asked for is the base of that day', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), day, (steps, on) => {
        let segments: Segment[] = []
        for (const one of steps) {
          if (one.kind === 'terms') segments = changeTerms(segments, one.from, { baseMinor: one.baseMinor }) ?? segments
        }
        const after = changeTerms(segments, on, { baseMinor: 777 })
        const covering = after?.find((one) => one.from <= on && (one.to === null || one.to >= on))
        if (after) expect(covering?.baseMinor).toBe(777)
      }),
    )
  })
})
