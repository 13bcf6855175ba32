import { describe, expect, it } from 'vitest'
import { decideColumn, parseCell } from '../../../../jobs/imports/reading'
import type { Currency } from '../../../../jobs/values/money'
import { cell } from './opened'
import { EUR, number, read } from './read-column'

describe('a column of amounts', () => {
  it.each([
    ['1,234.56', 123456n],
    ['1.234,56', 123456n],
    ['1 234,56', 123456n],
    ['1\u00a0234,56', 123456n],
    ['1\u202f234,56', 123456n],
    ["1'234.56", 123456n],
    ['1’234.56', 123456n],
    ['1,23,456.78', 12345678n],
    ['12,34,56,789.5', 1234567895n * 10n],
    ['1234.5', 123450n],
    ['1234,5', 123450n],
    ['0,125', 'import.half_a_cent'],
    ['.5', 50n],
    ['1.234.567', 123456700n],
    ['€1,234.50', 123450n],
    ['1.234,50 €', 123450n],
    ['EUR 1 234,50', 123450n],
    ['(1,234.50)', -123450n],
    ['(€1,234.50)', -123450n],
    ['1.234,50-', -123450n],
    ['-€ 12.5', -1250n],
    ['\u22125.00', -500n],
    ['+7.00', 700n],
    ['1200', 120000n],
    ['', null],
  ])('reads %s', (text, value) => {
    expect(read('money', [text])).toEqual([value])
  })

  it.each([
    ['$12.50', 'import.other_currency'],
    ['12.50 USD', 'import.other_currency'],
    ['12.50 kg', 'import.not_a_number'],
    ['12.5%', 'import.percent_unexpected'],
    ['1.5E+03', 'import.number_in_exponent'],
    ['-', 'import.dash_for_number'],
    ['n/a', 'import.not_a_number'],
    ['12-50', 'import.not_a_number'],
    ['(-5.00)', 'import.not_a_number'],
    ['-5.00-', 'import.not_a_number'],
    ['1,2345,678.00', 'import.not_a_number'],
    ['1.234.56', 'import.not_a_number'],
    ['12 34', 'import.not_a_number'],
    ['4166.666', 'import.half_a_cent'],
    ['90071992547409.93', 'import.number_too_large'],
    ['five', 'import.not_a_number'],
    ['.3€.', 'import.not_a_number'],
    ['5 €.', 'import.not_a_number'],
  ])('refuses %s and says why', (text, code) => {
    expect(read('money', [text])).toEqual([code])
  })

  it('takes the sign of the office’s own currency, however many share it', () => {
    const mexico = { currency: 'MXN' as Currency, language: 'es' }
    expect(read('money', ['$1,234.50', 'MX$5.25', '5.25 mxn'], {}, mexico)).toEqual([123450n, 525n, 525n])
    const india = { currency: 'INR' as Currency, language: 'hi' }
    expect(read('money', ['₹1,23,456.00', 'Rs.500', 'Rs 1.50'], {}, india)).toEqual([12345600n, 50000n, 150n])
  })

  it('has the decimals of the currency: none for yen, three for dinars', () => {
    expect(read('money', ['1200', '12.50'], {}, { currency: 'JPY' as Currency, language: 'ja' })).toEqual([
      1200n,
      'import.half_a_cent',
    ])
    expect(read('money', ['1200.125'], {}, { currency: 'KWD' as Currency, language: 'ar' })).toEqual([1200125n])
  })

  it('reads typed numbers by their value, to the 15 digits a spreadsheet keeps', () => {
    expect(read('money', [number(1234.5), number(0.1 + 0.2), number(4166.66666666667)])).toEqual([
      123450n,
      30n,
      'import.half_a_cent',
    ])
  })

  it('refuses a typed number whose format shows another currency', () => {
    expect(read('money', [number(5, { currency: '$' }), number(5, { currency: '€' }), number(5)])).toEqual([
      'import.other_currency',
      500n,
      500n,
    ])
  })

  it('refuses a time of day or a duration, whose number counts days and not hours', () => {
    const time = number(0.25, { text: '6:00' })
    expect(read('decimal', [time])).toEqual(['import.time_for_number'])
    expect(read('money', [number(36, { text: '864:00' })])).toEqual(['import.time_for_number'])
    expect(read('text', [time])).toEqual(['6:00'])
  })

  it('refuses dates, error cells and formulas that were never computed', () => {
    expect(
      read('money', [
        cell('2020-01-01', { kind: 'date', value: 43831 }),
        cell('#N/A', { kind: 'error' }),
        cell('=A1', { kind: 'formula_without_value', raw: '=A1' }),
        cell('TRUE', { kind: 'boolean', value: true }),
      ]),
    ).toEqual(['import.date_for_number', 'import.cell_is_error', 'import.formula_without_value', 'import.not_a_number'])
  })
})

describe('how a column writes its numbers', () => {
  it('is asked where every value could be read both ways, with an example of each', () => {
    expect(read('money', ['1.234', '500', '12.000'])).toEqual({
      ask: 'number_style',
      choices: [
        { answer: 'point', example: '1.234 = 1 + 234/1000' },
        { answer: 'comma', example: '1.234 = 1234' },
      ],
    })
    expect(read('integer', ['1,234'])).toMatchObject({ ask: 'number_style' })
  })

  it('is what the answer says', () => {
    expect(read('money', ['1.230', '12.000'], { number_style: 'comma' })).toEqual([123000n, 1200000n])
    expect(read('money', ['1.230', '12.000'], { number_style: 'point' })).toEqual([123n, 1200n])
    expect(read('money', ['1.230'], { number_style: 'nonsense' })).toMatchObject({ ask: 'number_style' })
  })

  it('is decided by one value that can be read one way only, whatever was answered for another file', () => {
    expect(read('money', ['1.234', '5,50'])).toEqual([123400n, 550n])
    expect(read('money', ['1.230', '5.5'], { number_style: 'comma' })).toEqual([123n, 550n])
  })

  it('follows the majority where nothing else is open; the others are errors', () => {
    expect(read('money', ['1,50', '2,50', '3.50'])).toEqual([150n, 250n, 'import.number_other_style'])
  })

  it('is asked where values contradict each other and another one could be either, or none has the majority', () => {
    expect(read('money', ['1,50', '2,50', '3.50', '1.234'])).toMatchObject({ ask: 'number_style' })
    expect(read('money', ['1,50', '3.50'])).toMatchObject({ ask: 'number_style' })
    expect(read('money', ['1,50', '3.50'], { number_style: 'comma' })).toEqual([150n, 'import.number_other_style'])
  })

  it('leaves a value typed later for a person where the column never said anything', () => {
    const { reading } = decideColumn([cell('12')], 'money', EUR)
    if (!reading) throw new Error('asked')
    expect(parseCell(cell('1.234'), 'money', reading, {})).toMatchObject({
      problem: { code: 'import.number_ambiguous' },
    })
    expect(parseCell(cell('1.234,50'), 'money', reading, {})).toEqual({ value: 123450n })
  })
})

describe('other columns of numbers', () => {
  it('whole numbers', () => {
    expect(read('integer', ['12', '12.0', '-3', '12.5', number(7), number(7.5)])).toEqual([
      12,
      12,
      -3,
      'import.not_whole',
      7,
      'import.not_whole',
    ])
  })

  it('decimals stay exact text, within the decimals of their field', () => {
    expect(read('decimal', ['007.50', '1234.125', '-0', '12.3456'], {}, EUR, { decimals: 3 })).toEqual([
      '7.5',
      '1234.125',
      '0',
      'import.too_many_decimals',
    ])
    expect(read('decimal', ['€5.00'])).toEqual(['import.currency_unexpected'])
  })

  it('between the least and the most that their field allows', () => {
    expect(read('decimal', ['-0.01', '0', '24', '24.01'], {}, EUR, { min: 0, max: 24 })).toEqual([
      'import.below_minimum',
      '0',
      '24',
      'import.above_maximum',
    ])
    expect(read('money', ['-0.01', '0.00'], {}, EUR, { min: 0 })).toEqual(['import.below_minimum', 0n])
  })

  it('percentages with their sign, or typed with a percent format, need no question', () => {
    expect(read('percent', ['12.5%', '100 %', '0.0001%', '0.00001%', number(0.125, { percent: true })])).toEqual([
      125000,
      1000000,
      1,
      'import.too_many_decimals',
      125000,
    ])
  })

  it('percentages without a sign are asked: 12.5 or 0.125 for 12.5 %', () => {
    expect(read('percent', ['0.5', '0'])).toEqual({
      ask: 'percent_scale',
      choices: [
        { answer: 'points', example: '0.5 = 0.5 %' },
        { answer: 'fraction', example: '0.5 = 50 %' },
      ],
    })
    expect(read('percent', ['0.5', '20%', '0'], { percent_scale: 'points' })).toEqual([5000, 200000, 0])
    expect(read('percent', ['0.5', number(0.25)], { percent_scale: 'fraction' })).toEqual([500000, 250000])
    expect(read('percent', ['0'])).toEqual([0])
  })
})
