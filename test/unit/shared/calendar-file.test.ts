import { describe, expect, it } from 'vitest'
import { MOST_CALENDAR_BYTES, readCalendarFile } from '../../../jobs/shared/calendar-file'
import type { LocalDate } from '../../../jobs/values/time'
import { wordReason } from '../../../jobs/words'

const WINDOW = { from: '2025-01-01' as LocalDate, to: '2030-12-31' as LocalDate }
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('\r\n')}\r\nEND:VCALENDAR\r\n`
const event = (name: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `SUMMARY:${name}`, ...lines, 'END:VEVENT'].join('\r\n')
const read = (...events: string[]) => readCalendarFile(calendar(...events), WINDOW)

describe('a calendar file', () => {
  it('gives its all-day events by date, the end of an event left out', async () => {
    const { days, left } = await read(
      event('Easter closure', 'DTSTART;VALUE=DATE:20260402', 'DTEND;VALUE=DATE:20260405'),
      event('New Year’s Day', 'DTSTART;VALUE=DATE:20260101'),
    )
    expect(days.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-01-01 New Year’s Day',
      '2026-04-02 Easter closure',
      '2026-04-03 Easter closure',
      '2026-04-04 Easter closure',
    ])
    expect(left).toEqual([])
  })

  it('spells out what repeats every year within the window, by interval, count and end', async () => {
    const { days } = await read(
      event('Christmas', 'DTSTART;VALUE=DATE:20001225', 'RRULE:FREQ=YEARLY'),
      event('Twice', 'DTSTART;VALUE=DATE:20260610', 'RRULE:FREQ=YEARLY;COUNT=2'),
      event('Until', 'DTSTART;VALUE=DATE:20240501', 'RRULE:FREQ=YEARLY;UNTIL=20260501'),
      event('Leap day', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'),
      event('Other years', 'DTSTART;VALUE=DATE:20240707', 'RRULE:FREQ=YEARLY;INTERVAL=2'),
    )
    const dates = (name: string) => days.filter((day) => day.name === name).map((day) => day.date)
    expect(dates('Christmas')).toEqual([25, 26, 27, 28, 29, 30].map((year) => `20${year}-12-25`))
    expect(dates('Twice')).toEqual(['2026-06-10', '2027-06-10'])
    expect(dates('Until')).toEqual(['2025-05-01', '2026-05-01'])
    expect(dates('Leap day')).toEqual(['2028-02-29'])
    expect(dates('Other years')).toEqual(['2026-07-07', '2028-07-07', '2030-07-07'])
  })

  it('leaves out what is no day off, and says of each why', async () => {
    const { days, left } = await read(
      event('Good', 'DTSTART;VALUE=DATE:20260101'),
      event('Team meeting', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY'),
      event('Every second', 'DTSTART:20260105T090000Z', 'RRULE:FREQ=SECONDLY'),
      event('Nth day', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=YEARLY;BYDAY=1MO'),
      event('No date'),
      event('30 February', 'DTSTART;VALUE=DATE:20260230'),
      event('A sabbatical', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101'),
      event('Long ago', 'DTSTART;VALUE=DATE:19990101'),
      event('Cancelled', 'DTSTART;VALUE=DATE:20260606', 'STATUS:CANCELLED'),
    )
    expect(days.map(({ date }) => date)).toEqual(['2026-01-01'])
    expect(Object.fromEntries(left.map(({ name, why }) => [name, why]))).toEqual({
      'Team meeting': 'repeats',
      'Every second': 'repeats',
      'Nth day': 'repeats',
      'No date': 'no_date',
      '30 February': 'no_date',
      'A sabbatical': 'too_long',
      'Long ago': 'outside',
      Cancelled: 'no_date',
    })
  })

  it.each([
    ['nothing', '', 'holidays.not_a_calendar'],
    ['a page of the web', '<!doctype html><h1>404</h1>', 'holidays.not_a_calendar'],
    ['bytes of a picture', '\u0089PNG\r\n\u001a\n\0\0', 'holidays.not_a_calendar'],
    ['a calendar cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART', 'holidays.file_broken'],
    ['a calendar without events', calendar(), 'holidays.file_without_days'],
    [
      'only meetings',
      calendar(event('Daily', 'DTSTART:20260105T090000Z', 'RRULE:FREQ=DAILY')),
      'holidays.file_without_days',
    ],
    ['more than is read', calendar('X'.repeat(MOST_CALENDAR_BYTES)), 'holidays.file_too_large'],
    ['components without end', `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(9)}`, 'holidays.file_too_deep'],
    [
      'ten thousand events',
      calendar(...Array<string>(6_000).fill('BEGIN:VEVENT\r\nEND:VEVENT')),
      'holidays.file_too_many_events',
    ],
  ])('with %s is refused in words', async (_what, text, code) => {
    const refused = await readCalendarFile(text, WINDOW).catch((error) => error)
    expect(refused).toMatchObject({ code })
    expect(wordReason(refused.reason).message).not.toMatch(/[{}]/)
  })

  it('costs no more than a moment, whatever stands in it', async () => {
    const hostile = [
      calendar(event('Folds', `DESCRIPTION:${'a\r\n '.repeat(70_000)}`, 'DTSTART;VALUE=DATE:20260101')),
      calendar(
        ...Array.from({ length: 2_500 }, (_, n) =>
          event(`Year ${n}`, 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=YEARLY;COUNT=999999999'),
        ),
      ),
      calendar(event('Rule', 'DTSTART;VALUE=DATE:20260101', `RRULE:FREQ=YEARLY;BYDAY=${'MO,'.repeat(95_000)}MO`)),
      calendar(event('Parameters', `DTSTART;${'A=b;'.repeat(70_000)}VALUE=DATE:20260101`)),
      calendar(event('Steps', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;INTERVAL=0')),
    ]
    await read(event('Loads the parser', 'DTSTART;VALUE=DATE:20260101'))
    for (const text of hostile) {
      const before = process.cpuUsage()
      await readCalendarFile(text, WINDOW).catch((error) => expect(error.code).toMatch(/^holidays\./))
      const { user } = process.cpuUsage(before)
      expect(user / 1000).toBeLessThan(1_000)
    }
  })
})
