import { expect, test } from 'vitest'
import { gridColumns } from '../../../renderer/imports/check/columns'
import { valueText } from '../../../renderer/imports/check/grid-cell'

test.each([
  ['EUR', '1,850.00'],
  ['JPY', '185,000'],
  ['KWD', '185.000'],
])('what was paid before is written in %s with the decimals that currency has', (currency, before) => {
  const columns = [{ column: 'Pay', field: 'base' }] as never
  const fields = [{ field: 'base', label: 'Base pay', type: 'money' }] as never
  const [column] = gridColumns({ columns, fields }, currency)
  expect(column && valueText(185_000, column)).toBe(before)
})
