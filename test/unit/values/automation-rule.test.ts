import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAutomationRule } from '../../../jobs/payroll/rules/automation-rule'
import {
  ANCHORS,
  type AutomationRule,
  DAYS_OFF,
  OUTCOMES,
  partsOf,
  piecesOf,
  type RuleParts,
  ruleOf,
  sentenceOf,
} from '../../../jobs/values/automation-rule'
import type { LocalDate } from '../../../jobs/values/time'

const january = { start: '2027-01-01' as LocalDate, end: '2027-01-31' as LocalDate }
const two = (n: number) => String(n).padStart(2, '0')
const days = fc.nat({ max: 30 })
const dates = fc.nat({ max: 30 }).map((n) => `2027-01-${two(n + 1)}`)
const times = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([h, m]) => `${two(h)}:${two(m)}`)
const crons = fc.constantFrom('0 2 * * *', '30 6 28 * *', '0 9 * * 1-5', '*/15 8-17 * * MON')
const mails = fc.uniqueArray(fc.constantFrom('finance@example.org', 'hr@example.org', 'a.b@c.example'))

/** Every rule that can be saved: one that says when, with whatever may stand beside it. */
const rules = fc
  .record(
    {
      days_before_end: days,
      run_on_date: dates,
      cron: crons,
      time: times,
      working_day: fc.constantFrom('unchanged', 'before', 'after'),
      outcome: fc.constantFrom('ask', 'approve'),
      notification_emails: mails,
    },
    { requiredKeys: [] },
  )
  .filter(({ days_before_end, run_on_date, cron }) =>
    [days_before_end, run_on_date, cron].some((one) => one !== undefined),
  )
  .filter(({ cron, time }) => cron === undefined || time === undefined)
  .map((given) => readAutomationRule(given, january))

/** The day that is named wins over the days before the end, so the sentence does not say these. */
const said = ({ days_before_end, notification_emails, ...rule }: AutomationRule): AutomationRule => ({
  ...rule,
  ...(days_before_end !== undefined && rule.run_on_date === undefined && { days_before_end }),
  ...(notification_emails && notification_emails.length > 0 && { notification_emails }),
})

describe('the sentence of a rule', () => {
  it('is read from every rule that can be saved, and makes the same rule again', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(readAutomationRule(ruleOf(partsOf(rule)), january)).toEqual(said(rule))
      }),
    )
  })

  it('says every part of the rule, and nothing twice', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const parts = partsOf(rule)
        const text = sentenceOf(parts, null)
        expect(text).toMatch(/^It runs .+, .+\. Then .+\.$/)
        expect(text).not.toMatch(/undefined|null|\s{2}|\s[,.]/)
        const kinds = piecesOf(parts).flatMap(({ part }) => (part === null ? [] : [part]))
        expect(new Set(kinds).size).toBe(kinds.length)
        for (const one of rule.notification_emails ?? []) expect(text).toContain(one)
        if (rule.cron !== undefined) expect(text).toContain(rule.cron)
        if (rule.run_on_date !== undefined) expect(text).toContain(rule.run_on_date)
      }),
    )
  })

  it('tells two rules apart: other rules have other sentences', () => {
    fc.assert(
      fc.property(rules, rules, (one, other) => {
        const isSame = JSON.stringify(ruleOf(partsOf(one))) === JSON.stringify(ruleOf(partsOf(other)))
        expect(sentenceOf(partsOf(one), null) === sentenceOf(partsOf(other), null)).toBe(isSame)
      }),
    )
  })

  it('keeps what was chosen when the rule is read back, whatever another choice had hidden', () => {
    const parts: fc.Arbitrary<RuleParts> = fc.record({
      anchor: fc.constantFrom(...ANCHORS),
      days: fc.integer({ min: 1, max: 30 }).map(String),
      date: dates,
      clock: fc.constantFrom('time' as const, 'cron' as const),
      time: times,
      cron: crons,
      dayOff: fc.constantFrom(...DAYS_OFF),
      outcome: fc.constantFrom(...OUTCOMES),
      mails: mails.map((list) => list.join(', ')),
    })
    fc.assert(
      fc.property(parts, (chosen) => {
        const rule = readAutomationRule(ruleOf(chosen), january)
        expect(sentenceOf(partsOf(rule), null)).toBe(sentenceOf(chosen, null))
      }),
    )
  })

  it('hands on what was mistyped, so that the office refuses it in words', () => {
    const typed = { ...partsOf({ days_before_end: 3 }), days: 'three' }
    expect(ruleOf(typed)).toEqual({ days_before_end: 'three' })
    expect(() => readAutomationRule(ruleOf(typed), january)).toThrow('payroll.days_before_end_out_of_range')
  })

  it('reads as an administrator would say it', () => {
    const read = (rule: AutomationRule, cronWords: string | null = null) => sentenceOf(partsOf(rule), cronWords)
    expect(read({ days_before_end: 3, working_day: 'before', notification_emails: ['finance@example.org'] })).toBe(
      'It runs 3 days before the end of the period at 02:00, on a day off the working day before. Then the draft waits for approval, and mail goes to finance@example.org.',
    )
    expect(read({ days_before_end: 1, cron: '0 2 * * *' }, 'At 02:00')).toBe(
      'It runs 1 day before the end of the period or later at the first time named by “At 02:00”, also on a day off. Then the draft waits for approval, and mail goes to the office’s own address.',
    )
    expect(read({ days_before_end: 0, time: '18:30', outcome: 'approve' })).toBe(
      'It runs on the last day of the period at 18:30, also on a day off. Then it is approved by itself where nothing needs a look, and mail goes to the office’s own address.',
    )
  })
})
