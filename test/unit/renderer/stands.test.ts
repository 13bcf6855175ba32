import { expect, test } from 'vitest'
import { addedTo, mappingSaid, notInFile, type Stands, withField } from '../../../renderer/imports/stands'

type Import = Parameters<typeof mappingSaid>[0]

const field = (name: string, adds: 'together' | 'alone' | null) => ({ field: name, label: name, adds })
const FIELDS = [
  field('name', null),
  field('PENSION', 'together'),
  field('SICK', 'together'),
  field('TAX', 'together'),
  field('net', 'alone'),
]
/** A file with these columns, and the field that each holds. */
const fileOf = (columns: Record<string, string | null>) =>
  ({
    fields: FIELDS,
    columns: Object.entries(columns).map(([column, held]) => ({ column, field: held, samples: ['1'] })),
  }) as unknown as Import
const said = (...choices: [column: string, fields: string[]][]): Stands => Object.fromEntries(choices)
const column = (one: Import, name: string) =>
  one.columns.filter((each) => each.column === name)[0] as Import['columns'][number]

test('a column that stands for several is said by all of their names, in their order', () => {
  const one = fileOf({ Who: 'name', Social: null })
  expect(mappingSaid(one, { Social: ['SICK', 'PENSION'] })).toEqual({ 'PENSION+SICK': 'Social' })
})

test('a second column of one thing leaves the first as it is', () => {
  const one = fileOf({ Tax: 'TAX', 'Church tax': null })
  const after = withField(one, {}, column(one, 'Church tax'), 'TAX')
  expect(mappingSaid(one, after)).toEqual({ 'TAX#2': 'Church tax' })
  expect(addedTo(one, after, column(one, 'Tax')).map((each) => each.column)).toEqual(['Tax', 'Church tax'])
})

test('what cannot be added goes from one column to the other', () => {
  const one = fileOf({ Who: 'name', Nick: null })
  expect(mappingSaid(one, withField(one, {}, column(one, 'Nick'), 'name'))).toEqual({ name: 'Nick' })
})

test('what is taken back is said to be in no column', () => {
  const one = fileOf({ Social: 'PENSION+SICK', Tax: 'TAX', 'Church tax': 'TAX#2' })
  expect(mappingSaid(one, said(['Social', ['PENSION']], ['Church tax', []]))).toEqual({
    'PENSION+SICK': null,
    PENSION: 'Social',
    'TAX#2': null,
  })
  expect(mappingSaid(one, said(['Social', ['PENSION', 'SICK']]))).toEqual({})
})

test('what no column stands for is named; sums are not', () => {
  const one = fileOf({ Social: 'PENSION+SICK', Tax: null })
  expect(notInFile(one, {}).map((each) => each.field)).toEqual(['TAX'])
  expect(notInFile(one, { Tax: ['TAX'] })).toEqual([])
})
