import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkCron, lint, preview } from '../../../../jobs/engine/scheduler'
import { explainWords } from '../../../../jobs/engine/words-explain'
import { scheduleWords } from '../../../../jobs/engine/words-schedule'
import { Problem } from '../../../../jobs/values/problem'
import { toIso, type Zone } from '../../../../jobs/values/time'
import { at } from './support/scheduler-office'

function refusal(cron: string): Problem {
  try {
    checkCron(cron)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error(`${cron} was accepted`)
}

describe('a cron expression', () => {
  it.each([
    '0 2 * * *',
    '*/15 9-17 * * 1-5',
    '0 2 L * *',
    '0 2 * jan,MAR-Jun sun',
    '0 2 * * FRI#2',
    '0 2 * * 5L',
    '0 2 LW * *',
    '0 0 29 2 *',
    '  0   2 * * *  ',
    '@daily',
    '@HOURLY',
    '0 2 * * 0-7',
  ])('“%s” is accepted', (cron) => {
    expect(() => checkCron(cron)).not.toThrow()
  })

  it.each([
    ['60 * * * *', 'minute', '60'],
    ['* 24 * * *', 'hour', '24'],
    ['* * 32 * *', 'day of month', '32'],
    ['* * 0 * *', 'day of month', '0'],
    ['* * * 13 *', 'month', '13'],
    ['* * * * 8', 'day of week', '8'],
    ['* * * FOO *', 'month', 'FOO'],
    ['0 22-2 * * *', 'hour', '22-2'],
    ['/5 * * * *', 'minute', '/5'],
    ['1,,2 * * * *', 'minute', '1,,2'],
    ['*/0 * * * *', 'minute', '*/0'],
    ['*/90 * * * *', 'minute', '*/90'],
    ['? * * * *', 'minute', '?'],
    ['0 2 13 * +5', 'day of week', '+5'],
    ['H 2 * * *', 'minute', 'H'],
    ['0 2 L-3 * *', 'day of month', 'L-3'],
    ['0 2 * * FRI#9', 'day of week', 'FRI#9'],
    ['0 2 * * —', 'day of week', '—'],
  ])('“%s” is refused with the field and what was found there', (cron, field, found) => {
    expect(refusal(cron)).toMatchObject({ code: 'schedule.cron_field', params: { field, found, expression: cron } })
  })

  it.each([
    ['0 0 2 * * *', 'schedule.cron_seconds', 6],
    ['0 0 2 * * * 2026', 'schedule.cron_seconds', 7],
    ['0 2 * *', 'schedule.cron_fields', 4],
    ['', 'schedule.cron_fields', 0],
    ['daily', 'schedule.cron_fields', 1],
    ['@fortnightly', 'schedule.cron_fields', 1],
    ['1 2 3 4 5 6 7 8', 'schedule.cron_fields', 8],
  ])('“%s” is refused for its number of fields', (cron, code, count) => {
    expect(refusal(cron)).toMatchObject({ code, params: { count } })
  })

  it('that names an event instead of a time is refused', () => {
    expect(refusal('@reboot').code).toBe('schedule.cron_reboot')
  })

  it.each(['0 2 30 2 *', '0 2 31 4,6,9,11 *', '0 2 30,31 FEB *'])('“%s” is refused because it never fires', (cron) => {
    expect(refusal(cron)).toMatchObject({ code: 'schedule.cron_never_fires', params: { expression: cron } })
  })
})

describe('the warnings beside a rule', () => {
  const codes = (cron: string) => lint(cron).map((reason) => reason.code.replace('schedule.', ''))

  it.each([
    '0 2 * * *',
    '*/15 * * * *',
    '0 */6 * * *',
    '0 2 L * *',
    '0 2 1 * *',
    '0 2 28 * *',
    '0 9 * * 1-5',
    '0 0 1 */3 *',
    '@weekly',
  ])('“%s” needs none', (cron) => {
    expect(codes(cron)).toEqual([])
  })

  it('name the months that are skipped', () => {
    expect(lint('0 2 31 * *')).toEqual([
      { code: 'schedule.warning_skips_months', params: { months: 'February, April, June, September, November' } },
    ])
    expect(lint('0 2 30 * *')).toEqual([{ code: 'schedule.warning_skips_months', params: { months: 'February' } }])
    expect(codes('0 2 31 1,3 *')).toEqual([])
  })

  it('say where a month is skipped in some years only', () => {
    expect(lint('0 2 29 * *')).toEqual([
      { code: 'schedule.warning_skips_months_some_years', params: { months: 'February' } },
    ])
    expect(codes('0 2 * * 5#5')).toEqual(['warning_skips_months_some_years'])
  })

  it('say that steps which do not divide evenly are uneven', () => {
    expect(lint('0 2 */2 * *')).toEqual([
      { code: 'schedule.warning_uneven_steps', params: { field: 'day of month', found: '*/2', step: 2 } },
    ])
    expect(codes('*/45 * * * *')).toEqual(['warning_uneven_steps'])
    expect(codes('0 */5 * * *')).toEqual(['warning_uneven_steps'])
  })

  it('say that two restricted days are an “or”', () => {
    expect(lint('0 2 13 * 5')).toEqual([
      { code: 'schedule.warning_either_day', params: { day_of_month: '13', day_of_week: '5' } },
    ])
  })

  it('say that it never fires', () => {
    expect(codes('0 2 30 2 *')).toEqual(['cron_never_fires'])
  })
})

describe('the preview of a rule', () => {
  const LISBON = 'Europe/Lisbon' as Zone

  it('is a sentence and the next instants', async () => {
    const shown = await preview('0 2 * * 1-5', LISBON, at('2026-07-03T12:00:00Z'), 3)
    expect(shown.sentence).toBe('At 02:00, Monday through Friday')
    expect(shown.next.map(toIso)).toEqual([
      '2026-07-06T01:00:00.000Z',
      '2026-07-07T01:00:00.000Z',
      '2026-07-08T01:00:00.000Z',
    ])
    expect(shown.warnings).toEqual([])
  })

  it('warns of a time that a change of the clock moves', async () => {
    const shown = await preview('30 1 * * *', LISBON, at('2026-03-27T12:00:00Z'), 5)
    expect(shown.warnings).toEqual([
      { code: 'schedule.warning_moved', params: { runs_at: '2026-03-29 02:00 Europe/Lisbon' } },
    ])
  })

  it('does not warn where the time after the gap is meant anyway', async () => {
    const shown = await preview('0 2 * * *', LISBON, at('2026-03-27T12:00:00Z'), 5)
    expect(shown.warnings).toEqual([])
  })

  it('of a rule that never fires says so instead of refusing', async () => {
    const shown = await preview('0 2 30 2 *', LISBON, at('2026-03-27T12:00:00Z'), 5)
    expect(shown.next).toEqual([])
    expect(shown.warnings.map((warning) => warning.code)).toEqual(['schedule.cron_never_fires'])
  })

  it('spells out nicknames, whatever their case', async () => {
    expect((await preview('@Daily', LISBON, at('2026-03-27T12:00:00Z'), 1)).sentence).toBe('At 00:00')
  })

  it('knows a sentence for everything croner reads', async () => {
    for (const cron of [
      '0 2 LW * *',
      '0 2 15W * *',
      '0 2 * * FRI#2',
      '0 2 * * 5L',
      '0 2 13 * 5',
      '5,10-20/3 * * * *',
      '0 0 * * 7',
    ])
      expect((await preview(cron, LISBON, at('2026-03-27T12:00:00Z'), 1)).sentence.length).toBeGreaterThan(5)
  })

  it('refuses what cannot be read', async () => {
    await expect(preview('0 0 2 * * *', LISBON, at('2026-03-27T12:00:00Z'), 1)).rejects.toMatchObject({
      code: 'schedule.cron_seconds',
    })
  })
})

describe('the words of schedules', () => {
  it('are there for every code that a schedule gives, and for no other', () => {
    const sources = ['jobs/engine/scheduler', 'jobs/api/handlers'].flatMap((folder) =>
      fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), 'utf8')),
    )
    const used = sources.flatMap((text) => [...text.matchAll(/'(schedule\.[a-z_]+)'/g)].map((match) => match[1] ?? ''))
    const actions = [
      'added',
      'changed',
      'deleted',
      'run_by_hand',
      'followed',
      'retired',
      'fired',
      'fired_before_commit',
    ]
    const codes = new Set(used.filter((code) => !actions.includes(code.replace('schedule.', ''))))
    for (const owner of ['built_in', 'rule']) codes.add(`schedule.${owner}_stays`)
    expect([...codes].sort()).toEqual(Object.keys({ ...scheduleWords, ...explainWords }).sort())
  })

  it('fill every place of a sentence with a parameter that its reason carries', () => {
    const { message, fix } = scheduleWords['schedule.cron_field'] ?? { message: '', fix: '' }
    const named = [...`${message}${fix}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const given = Object.keys(refusal('60 * * * *').params)
    expect(named.every((name) => given.includes(name ?? ''))).toBe(true)
    expect(named.length).toBeGreaterThan(0)
  })
})
