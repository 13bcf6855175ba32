import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, type ColumnAnswer, decideColumn, parseCell } from '../../../../jobs/imports/reading'
import type { Currency } from '../../../../jobs/values/money'
import { addDays, type LocalDate, parseLocalDate } from '../../../../jobs/values/time'
import { cell } from './opened'

const OFFICE = { currency: 'EUR' as Currency, language: 'en' }
const typed = (date: string): Cell => cell(date, { kind: 'date', date: parseLocalDate(date), value: 1 })
const cellsOf = (values: (string | Cell)[]): Cell[] => values.map((one) => (typeof one === 'string' ? cell(one) : one))

function read(values: (string | Cell)[], answer?: ColumnAnswer): unknown {
  const { reading, question } = decideColumn(cellsOf(values), 'date', OFFICE, answer)
  if (!reading) return question
  return cellsOf(values).map((one) => {
    const parsed = parseCell(one, 'date', reading, {})
    return 'value' in parsed ? parsed.value : parsed.problem.code
  })
}

describe('a date', () => {
  it.each([
    ['2025-04-03', '2025-04-03'],
    ['2025/4/3', '2025-04-03'],
    ['2025.04.03', '2025-04-03'],
    ['20250403', '2025-04-03'],
    ['03.04.2025', '2025-04-03'],
    ['3.4.2025', '2025-04-03'],
    ['13/04/2025', '2025-04-13'],
    ['04/13/2025', '2025-04-13'],
    ['04-04-2025', '2025-04-04'],
    ['3-Apr-2025', '2025-04-03'],
    ['3 April 2025', '2025-04-03'],
    ['April 3rd, 2025', '2025-04-03'],
    ['3 avril 2025', '2025-04-03'],
    ['1er août 2025', '2025-08-01'],
    ['3 de abril de 2025', '2025-04-03'],
    ['3-fev-2025', '2025-02-03'],
    ['3. März 2025', '2025-03-03'],
    ['15 Dezember 2025', '2025-12-15'],
    ['3 Farvari 2025', '2025-02-03'],
    ['15 agast 2025', '2025-08-15'],
    ['2025-04-03 00:00:00', '2025-04-03'],
    ['2025-04-03T09:30', '2025-04-03'],
    ['13/04/2025 9:30 PM', '2025-04-13'],
    ['', null],
  ])('%s', (text, date) => {
    expect(read([text])).toEqual([date])
  })

  it.each([
    ['31/04/2025', 'import.date_impossible'],
    ['2025-02-30', 'import.date_impossible'],
    ['29.02.2025', 'import.date_impossible'],
    ['45/45/2025', 'import.date_impossible'],
    ['2025-04-03T23:00:00Z', 'import.date_with_zone'],
    ['2025-04-03 23:00 +02:00', 'import.date_with_zone'],
    ['April 2025', 'import.date_without_day'],
    ['04/2025', 'import.date_without_day'],
    ['45000', 'import.number_for_date'],
    ['0202-04-03', 'import.date_out_of_range'],
    ['soon', 'import.not_a_date'],
    ['3 Thermidor 2025', 'import.not_a_date'],
    ['n/a', 'import.not_a_date'],
  ])('%s is refused and says why', (text, code) => {
    expect(read([text])).toEqual([code])
  })

  it('of a spreadsheet is read by its value; a bare number and a day that never was are refused', () => {
    expect(
      read([
        typed('2025-04-13'),
        cell('45000', { kind: 'number', value: 45000 }),
        cell('1900-02-29', { kind: 'date', value: 60 }),
        cell('9999-12-31', { kind: 'date', value: 2958465 }),
      ]),
    ).toEqual(['2025-04-13', 'import.number_for_date', 'import.date_impossible', 'import.date_out_of_range'])
  })
})

describe('which number of a date is the day', () => {
  it('is asked where no date of the column says it, with one of them read both ways', () => {
    expect(read(['03/04/2025', '01/02/2025', '2025-12-24'])).toEqual({
      ask: 'date_order',
      choices: [
        { answer: 'day_first', example: '03/04/2025 = 3 April 2025' },
        { answer: 'month_first', example: '03/04/2025 = 4 March 2025' },
      ],
    })
  })

  it('is what the answer says', () => {
    expect(read(['03/04/2025'], { date_order: 'day_first' })).toEqual(['2025-04-03'])
    expect(read(['03/04/2025'], { date_order: 'month_first' })).toEqual(['2025-03-04'])
  })

  it('is decided by one date that can be read one way only, whatever was answered for another file', () => {
    expect(read(['03/04/2025', '13/04/2025'])).toEqual(['2025-04-03', '2025-04-13'])
    expect(read(['03/04/2025', '04/13/2025'], { date_order: 'day_first' })).toEqual(['2025-03-04', '2025-04-13'])
  })

  it('follows the majority where no date could be either; the others are errors', () => {
    expect(read(['13/04/2025', '14/04/2025', '04/15/2025'])).toEqual([
      '2025-04-13',
      '2025-04-14',
      'import.date_other_order',
    ])
  })

  it('is asked where dates contradict each other and another one could be either, or none has the majority', () => {
    expect(read(['13/04/2025', '14/04/2025', '04/15/2025', '03/04/2025'])).toMatchObject({ ask: 'date_order' })
    expect(read(['13/04/2025', '04/13/2025'])).toMatchObject({ ask: 'date_order' })
    expect(read(['13/04/2025', '04/15/2025', '03/04/2025'], { date_order: 'day_first' })).toEqual([
      '2025-04-13',
      'import.date_other_order',
      '2025-04-03',
    ])
  })

  it('stays open for a date typed later where the column never said anything', () => {
    const { reading } = decideColumn([cell('2025-01-01')], 'date', OFFICE)
    if (!reading) throw new Error('asked')
    expect(parseCell(cell('03/04/2025'), 'date', reading, {})).toMatchObject({
      problem: { code: 'import.date_ambiguous' },
    })
    expect(parseCell(cell('13/04/2025'), 'date', reading, {})).toEqual({ value: '2025-04-13' })
  })

  it('is asked too where a spreadsheet of another region seems to have typed half of them swapped', () => {
    const half = [typed('2025-03-04'), typed('2025-05-12'), '13/04/2025', '25/12/2025']
    expect(read(half)).toMatchObject({ ask: 'typed_dates', choices: [{ answer: 'keep' }, { answer: 'swap' }] })
    expect(read(half, { typed_dates: 'swap' })).toEqual(['2025-04-03', '2025-12-05', '2025-04-13', '2025-12-25'])
    expect(read(half, { typed_dates: 'keep' })).toEqual(['2025-03-04', '2025-05-12', '2025-04-13', '2025-12-25'])
    expect(read([typed('2025-03-14'), '13/04/2025'])).toEqual(['2025-03-14', '2025-04-13'])
  })
})

describe('a year of two digits', () => {
  it('has its century asked, and the order before it', () => {
    expect(read(['13/04/75'])).toMatchObject({
      ask: 'two_digit_year',
      choices: [{ answer: '2000s' }, { answer: '1900s' }, { answer: 'split_30' }],
    })
    expect(read(['03/04/75'])).toMatchObject({ ask: 'date_order' })
    expect(read(['03/04/75'], { date_order: 'day_first' })).toMatchObject({ ask: 'two_digit_year' })
  })

  it('is read by the answer', () => {
    expect(read(['13/04/75', '3-Apr-29'], { two_digit_year: '1900s' })).toEqual(['1975-04-13', '1929-04-03'])
    expect(read(['13/04/75', '3-Apr-29'], { two_digit_year: '2000s' })).toEqual(['2075-04-13', '2029-04-03'])
    expect(read(['13.04.75', '3-Apr-29'], { two_digit_year: 'split_30' })).toEqual(['1975-04-13', '2029-04-03'])
  })
})

describe('for any dates', () => {
  const date = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays('1900-01-01' as LocalDate, days))
  const dates = fc.array(date, { minLength: 1, maxLength: 20 })
  const separator = fc.constantFrom('/', '-')
  const written = (day: LocalDate, order: string, mark: string): string => {
    const [year, month, number] = day.split('-')
    return (order === 'day_first' ? [number, month, year] : [month, number, year]).join(mark)
  }

  it('a column with one day above 12 is read as it was written, never asked', () => {
    fc.assert(
      fc.property(dates, separator, fc.constantFrom('day_first', 'month_first'), (list, mark, order) => {
        const all = [...list, '2001-05-23' as LocalDate]
        expect(read(all.map((day) => written(day, order, mark)))).toEqual(all)
      }),
    )
  })

  it('a column in which every date could be either is always asked, and read by the answer', () => {
    const either = date.filter((day) => Number(day.slice(8)) <= 12)
    fc.assert(
      fc.property(
        fc.array(either, { minLength: 1, maxLength: 10 }),
        fc.constantFrom('day_first', 'month_first'),
        (list, order) => {
          const texts = [...list, '2001-05-07' as LocalDate].map((day) => written(day, order, '/'))
          expect(read(texts)).toMatchObject({ ask: 'date_order' })
          expect(read(texts, { date_order: order })).toEqual([...list, '2001-05-07'])
        },
      ),
    )
  })

  it('whatever two numbers and a year are written, a date that is read is one of the two readings', () => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1900, max: 2100 }),
    )
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (list) => {
        const result = read(list.map(([a, b, year]) => `${a}/${b}/${year}`))
        if (!Array.isArray(result)) return
        const two = (number: number): string => String(number).padStart(2, '0')
        const orders = ['day_first', 'month_first'].filter((order) =>
          list.every(([a, b, year], i) => {
            const text = order === 'day_first' ? `${year}-${two(b)}-${two(a)}` : `${year}-${two(a)}-${two(b)}`
            return result[i] === text || String(result[i]).startsWith('import.')
          }),
        )
        expect(orders.length).toBeGreaterThan(0)
      }),
    )
  })
})
