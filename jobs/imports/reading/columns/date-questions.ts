import type { ColumnReading, Question } from '../column-types'
import { type Century, fullYear } from './century'
import type { DateEvidence } from './date-column'
import { readDateText } from './date-text'

// What is asked about a column of dates, with one of its own values under each answer.

export function askForOrder(evidence: DateEvidence, language: string): Question {
  const example = (text: string | null, order: 'day_first' | 'month_first'): string => {
    const date = text === null ? null : readDateText(text)
    if (date?.form !== 'numeric') return ''
    const [day, month] = order === 'day_first' ? [date.first, date.second] : [date.second, date.first]
    return `${text} = ${spelledOut(date.short ? null : date.year, month, day, language)}`
  }
  return {
    ask: 'date_order',
    choices: [
      { answer: 'day_first', example: example(evidence.eitherExample ?? evidence.dayFirstExample, 'day_first') },
      {
        answer: 'month_first',
        example: example(evidence.eitherExample ?? evidence.monthFirstExample, 'month_first'),
      },
    ],
  }
}

export function askForCentury(text: string, order: ColumnReading['dateOrder'], language: string): Question {
  const date = readDateText(text)
  const example = (century: Century): string => {
    if (!date || date.form === 'zoned' || date.form === 'month_only') return ''
    const isDayFirst = order ? order === 'day_first' : date.form === 'numeric' && date.first > 12
    const [day, month] =
      date.form === 'fixed'
        ? [date.day, date.month]
        : isDayFirst
          ? [date.first, date.second]
          : [date.second, date.first]
    return `${text} = ${spelledOut(fullYear(date.year, century), month, day, language)}`
  }
  return {
    ask: 'two_digit_year',
    choices: (['2000s', '1900s', 'split_30'] as const).map((answer) => ({ answer, example: example(answer) })),
  }
}

export function askForSwap(typed: string, language: string): Question {
  const [year, month, day] = typed.split('-').map(Number)
  return {
    ask: 'typed_dates',
    choices: [
      { answer: 'keep', example: `${typed} = ${spelledOut(year ?? 0, month ?? 1, day ?? 1, language)}` },
      { answer: 'swap', example: `${typed} = ${spelledOut(year ?? 0, day ?? 1, month ?? 1, language)}` },
    ],
  }
}

/** `3 April 2025` in the office's language; without the year where its century is another question. */
function spelledOut(year: number | null, month: number, day: number, language: string): string {
  const at = Date.UTC(year ?? 2000, month - 1, day)
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  if (year !== null) options.year = 'numeric'
  try {
    // Plain “en” is American to Intl: “April 3, 2025”.
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at)
  } catch {
    return new Intl.DateTimeFormat('en-GB', options).format(at) // a language tag this machine does not know
  }
}
