import type { FieldType } from '../../../../jobs/imports/kind'
import { type Cell, type ColumnAnswer, decideColumn, parseCell } from '../../../../jobs/imports/reading'
import type { Currency } from '../../../../jobs/values/money'
import { cell } from './opened'

export const EUR = { currency: 'EUR' as Currency, language: 'de' }
export const number = (value: number, more: Partial<Cell> = {}): Cell =>
  cell(String(value), { value, kind: 'number', ...more })
const cellsOf = (values: (string | Cell)[]): Cell[] => values.map((one) => (typeof one === 'string' ? cell(one) : one))

/** Reads a column as it would be read in a file: values, or the code of what is wrong, or the question. */
export function read(
  type: FieldType,
  values: (string | Cell)[],
  answer?: ColumnAnswer,
  office = EUR,
  field = {},
): unknown {
  const { reading, question } = decideColumn(cellsOf(values), type, office, answer)
  if (!reading) return question
  return cellsOf(values).map((one) => {
    const parsed = parseCell(one, type, reading, field)
    return 'value' in parsed ? parsed.value : parsed.problem.code
  })
}
