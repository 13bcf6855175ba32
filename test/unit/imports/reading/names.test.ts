import { describe, expect, it } from 'vitest'
import type { FieldType } from '../../../../jobs/imports/kind'
import { type Cell, decideColumn, parseCell } from '../../../../jobs/imports/reading'
import type { Currency } from '../../../../jobs/values/money'
import type { LocalDate } from '../../../../jobs/values/time'
import { cell } from './opened'
import { read } from './read-column'

function parse(type: FieldType, one: string | Cell): unknown {
  const given = typeof one === 'string' ? cell(one) : one
  const { reading } = decideColumn([given], type, { currency: 'USD' as Currency, language: 'en' })
  if (!reading) throw new Error('asked')
  const parsed = parseCell(given, type, reading, {})
  return 'value' in parsed ? parsed.value : parsed.problem
}

describe('identifiers', () => {
  it.each([
    ['10084', '10084'],
    ['10084.0', '10084'],
    ['10084.00', '10084'],
    ['007', '007'],
    ['0042.0', '0042'],
    ['A-12.0', 'A-12.0'],
    ['10.5', '10.5'],
  ])('%s is %s', (text, value) => {
    expect(parse('identifier', text)).toBe(value)
  })

  it('are the same from a spreadsheet’s number', () => {
    expect(parse('identifier', cell('10084', { value: 10084, kind: 'number' }))).toBe('10084')
    expect(parse('identifier', cell('02148', { value: 2148, kind: 'number' }))).toBe('02148')
  })

  it('that a spreadsheet has shortened are refused: their last digits are lost', () => {
    expect(parse('identifier', '1.23E+15')).toMatchObject({ code: 'import.identifier_shortened' })
    expect(parse('identifier', cell('1234567890123450', { value: 1234567890123450, kind: 'number' }))).toMatchObject({
      code: 'import.identifier_shortened',
    })
  })
})

describe('mail addresses', () => {
  it.each([
    'ann@example.org',
    'ann.o\u0027hara+pay@sub.example.co',
    'ANN_1@example.org',
    'x@müller.de',
    'a@xn--mller-kva.de',
  ])('%s', (text) => {
    expect(parse('email', text)).toBe(text)
  })

  it.each([
    ['ann,lee@example.org', 'email.several', { letter: ',', position: 4 }],
    ['ann@example,org', 'email.several', { letter: ',', position: 12 }],
    ['ann@example.org, bo@example.org', 'email.several', {}],
    ['ann@example.org; bo@example.org', 'email.several', {}],
    ['ann@@example.org', 'email.two_ats', {}],
    ['ann lee@example.org', 'email.blank', { position: 4 }],
    ['Ann <ann@example.org>', 'email.name_in_it', {}],
    ['ann@ex\u0430mple.org', 'email.lookalike', { letter: '\u0430', meant: 'a', position: 7 }],
    ['ann\uff20example.org', 'email.lookalike', { meant: '@' }],
    ['an\u200bn@example.org', 'email.hidden_character', { position: 3 }],
    ['ann', 'email.no_at', {}],
    ['@example.org', 'email.nothing_before_at', {}],
    ['ann@', 'email.nothing_after_at', {}],
    ['ann@localhost', 'email.no_dot', { part: 'localhost' }],
    ['ann@-x.org', 'email.domain', {}],
    ['ann@example.1', 'email.domain', {}],
    ['ann..lee@example.org', 'email.dots', {}],
    ['ann@example..org', 'email.dots', {}],
    ['añn@example.org', 'email.letters', { letter: 'ñ' }],
    ['ann@пример.org', 'email.lookalike', {}],
    ['ann@例え.org', 'email.domain', { part: '例え.org' }],
    ['ann(home)@example.org', 'email.letters', { letter: '(' }],
  ])('%s is refused, never mended', (text, code, params) => {
    expect(parse('email', text)).toMatchObject({ code, params: { found: text, ...params } })
  })
})

describe('phone numbers and texts', () => {
  it.each(['+351 21 123 45 67', '(555) 123-4567 ext. 12', '021/1234567', '5551234567'])('%s', (text) => {
    expect(parse('phone', text)).toBe(text)
  })

  it.each(['call me', '123', '5.55E+09', '+1 555 1234 5678 9012 3456 7890'])('%s is no phone number', (text) => {
    expect(parse('phone', text)).toMatchObject({ code: 'import.phone_invalid', params: { found: text } })
  })

  it('texts keep their inner blanks; what is empty is null', () => {
    expect(parse('text', 'Production  Technician II')).toBe('Production  Technician II')
    expect(parse('text', '')).toBeNull()
    expect(parse('text', cell('#REF!', { kind: 'error' }))).toMatchObject({ code: 'import.cell_is_error' })
  })
})

describe('what a program writes where there is nothing', () => {
  it.each(['NULL', '\\N', '(null)', '<null>', '[NULL]', 'NaN'])('%s is no text and no number of anybody', (text) => {
    expect(parse('text', text)).toEqual({ code: 'import.nothing_in_words', params: { found: text } })
    expect(parse('identifier', text)).toMatchObject({ code: 'import.nothing_in_words' })
  })

  it.each(['Null', 'Nan', 'Nulla', 'None'])('%s may be a name', (text) => {
    expect(parse('text', text)).toBe(text)
  })
})

it('a text longer than a spreadsheet’s cell is refused: an open quotation mark may have made it', () => {
  expect(parse('text', 'x'.repeat(32_767))).toHaveLength(32_767)
  expect(parse('text', 'x'.repeat(32_768))).toEqual({
    code: 'import.cell_too_long',
    params: { found: 32_768, limit: 32_767 },
  })
})

describe('a date that a spreadsheet made', () => {
  const date = '2025-02-01' as LocalDate

  it.each(['text', 'identifier', 'phone'] as const)('is no %s: nobody typed it', (type) => {
    const made = cell(date, { kind: 'date', date, value: 45689 })
    expect(read(type, [made, '2025-02-01'])).toEqual(['import.date_for_text', '2025-02-01'])
  })

  it('is text where a time of day shows that it was meant', () => {
    expect(read('text', [cell(`${date} 09:30`, { kind: 'date', date, value: 45689.4 })])).toEqual(['2025-02-01 09:30'])
  })
})

describe('a number that names something', () => {
  it('is the same with the .0 of a spreadsheet, and another one where the point may be that of a thousand', () => {
    expect(read('identifier', ['10084.0', '1.000', '2.000'])).toEqual(['10084', '1.000', '2.000'])
  })
})
