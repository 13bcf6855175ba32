import { expect, test } from 'vitest'
import { dayInWords, periodInWords } from '../../../jobs/values/date-words'
import type { LocalDate } from '../../../jobs/values/time'

const words = (start: string, end: string) => periodInWords(start as LocalDate, end as LocalDate)

test('a period that is a whole month is called by it', () => {
  expect(words('2026-10-01', '2026-10-31')).toBe('October 2026')
  expect(words('2024-02-01', '2024-02-29')).toBe('February 2024')
})

test('any other period is told by its first and last day', () => {
  expect(words('2024-02-01', '2024-02-28')).toBe('1 Feb 2024 – 28 Feb 2024')
  expect(words('2026-08-26', '2026-09-25')).toBe('26 Aug 2026 – 25 Sep 2026')
  expect(words('2025-10-01', '2026-10-31')).toBe('1 Oct 2025 – 31 Oct 2026')
})

test('a day on a document has its month in letters', () => {
  expect(dayInWords('2019-01-29' as LocalDate)).toBe('29 January 2019')
})
