import { expect, test } from 'vitest'
import { gridColumns } from '../../../renderer/imports/check/columns'
import { valueText } from '../../../renderer/imports/check/grid-cell'

test.each([
  ['EUR', '1,850.00'],
  ['JPY', '185,000'],
  ['KWD', '185.000'],
])('what was paid before is written in %s with the decimals that currency has', (currency, before) => {
  const columns = [{ column: 'Pay', field: 'base', samples: [] }] as never
  const fields = [{ field: 'base', label: 'Base pay', type: 'money' }] as never
  const [column] = gridColumns({ columns, fields }, currency)
  expect(column && valueText(185_000, column)).toBe(before)
})

test('a column is as wide as its heading and what it begins with, within bounds', () => {
  const widthOf = (type: string, label: string, ...samples: string[]) =>
    gridColumns(
      {
        columns: [{ column: 'A', field: 'one', samples }] as never,
        fields: [{ field: 'one', label, type }] as never,
      },
      'EUR',
    )[0]?.width ?? 0
  const phone = widthOf('phone', 'Phone', '+44 7700 900123')
  expect(phone).toBeGreaterThan(widthOf('phone', 'Phone', '900123'))
  expect(widthOf('identifier', 'Employee number', '104')).toBe(widthOf('identifier', 'Employee number'))
  expect(widthOf('money', 'Pay')).toBeGreaterThan(widthOf('identifier', 'Pay'))
  expect(widthOf('text', 'Remarks', 'x'.repeat(500))).toBe(widthOf('text', 'Remarks', 'x'.repeat(400)))
})
