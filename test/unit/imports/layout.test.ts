import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cause, layoutOf, placeAt, rowFurther } from '../../../renderer/imports/check/layout'
import { linesOf } from '../../../renderer/imports/check/paste'
import { doubtOf, guessKind, monthNamed, proposedMonth, sureKind } from '../../../renderer/imports/guess'

const cause = (rows: number, code: string): Cause => ({
  severity: 'error',
  code,
  field: 'fee',
  label: 'Fee',
  column: 'Fee',
  rows,
  values: 1,
  message: '',
  fix: '',
  example: { row: 2, found: null },
})
const counts = { rows: 0, create: 0, update: 0, unchanged: 0, duplicate: 0, error: 0, warning: 0, skipped: 0 }

test('every place of a list is a heading or a row of its group, and the rows are all there', () => {
  const amount = fc.nat({ max: 40 })
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 5 }), amount, amount, (errors, create, update) => {
      const causes = errors.map((rows, index) => cause(rows, `c${index}`))
      const layout = layoutOf('all', causes, { ...counts, create, update })
      const places = Array.from({ length: layout.total }, (_, index) => placeAt(layout, index))
      const rows = places.filter((place) => place?.offset !== null)
      expect(places.every((place) => place !== null)).toBe(true)
      expect(rows).toHaveLength(errors.reduce((sum, n) => sum + n, create + update))
      expect(placeAt(layout, layout.total)).toBeNull()
    }),
  )
})

test('the next row lies past the next heading', () => {
  const layout = layoutOf('all', [cause(2, 'a'), cause(1, 'b')], counts)
  expect(rowFurther(layout, 2, 1)).toBe(4)
  expect(rowFurther(layout, 4, -1)).toBe(2)
  expect(rowFurther(layout, 4, 5)).toBe(4)
})

test('a copied column is one cell a line, its last line break not counted', () => {
  expect(linesOf('1\r\n2\r\n\r\n4\r\n')).toEqual([['1'], ['2'], [''], ['4']])
  expect(linesOf('a\tb\nc\td')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  // A break, a tab or a quote inside a cell is copied in quotes; other quotes are the cell's own.
  const quoted = '"1 Mill Lane\nDeal"\tx\n"say ""hi"""\t"a\tb"\n5" pipe\t"plain"\n"open\tend'
  expect(linesOf(quoted)).toEqual([
    ['1 Mill Lane\nDeal', 'x'],
    ['say "hi"', 'a\tb'],
    ['5" pipe', '"plain"'],
    ['"open', 'end'],
  ])
})

test('kind and month are proposed from the name of the file, else by the day', () => {
  const kinds = [
    { kind: 'employees', label: 'Employees' },
    { kind: 'salaries', label: 'Salaries' },
  ]
  expect(guessKind('Salary sheet 03-2025.xlsx', kinds)).toBe('salaries')
  expect(guessKind('list.xlsx', kinds)).toBe(null)
  expect(guessKind('salaries-2025-03.csv', kinds)).toBe('salaries')
  expect(monthNamed('salaries-2025-03.csv')).toEqual({ year: 2025, month: 3 })
  expect(monthNamed('Salaries March 2025.xlsx')).toEqual({ year: 2025, month: 3 })
  expect(monthNamed('staff.csv')).toBe(null)
  expect(proposedMonth('2026-01-05T09:00:00Z')).toEqual({ year: 2025, month: 12 })
  expect(proposedMonth('2026-01-20T09:00:00Z')).toEqual({ year: 2026, month: 1 })
})

test('columns of another kind are said to be so where they are clearly its own; those of none too', () => {
  const guess = (kind: string, score: number) => ({ kind, label: kind, score, fits: 3, columns: 5, options: {} })
  const [students, employees, near] = [guess('students', 4), guess('employees', 2.5), guess('parents', 2.6)]
  expect(doubtOf([students, near, employees], 'employees')).toEqual({ is: 'other', kind: students, chosen: employees })
  expect(doubtOf([students, near, employees], 'parents')).toBe(null)
  expect(doubtOf([students, near, employees], 'students')).toBe(null)
  expect(doubtOf([guess('students', 0.4), guess('employees', 0)], 'employees')).toMatchObject({ is: 'none' })
  expect(doubtOf([], 'employees')).toBe(null)
  expect(sureKind([students, near])).toBe(students)
  expect([sureKind([students, { ...near, score: 4 }]), sureKind([guess('students', 0.9)])]).toEqual([null, null])
})
