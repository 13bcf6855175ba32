import type { Output } from '../../../jobs/api/contract'

export type GridColumn = {
  name: string
  field: string
  label: string
  isNumber: boolean
  isMoney: boolean
  width: number
}

const WIDTHS: Record<string, number> = { email: 210, text: 170, money: 150, date: 150, identifier: 130 }

/** The columns of the file that hold something, in the file's order. */
export function gridColumns(one: Output<'imports.get'>): GridColumn[] {
  return one.columns.flatMap(({ column, field }) => {
    const known = one.fields.find((each) => each.field === field)
    if (field === null || !known) return []
    const isNumber = ['money', 'decimal', 'integer', 'percent'].includes(known.type)
    const width = Math.max(WIDTHS[known.type] ?? 120, 28 + known.label.length * 7)
    return [{ name: column, field, label: known.label, isNumber, isMoney: known.type === 'money', width }]
  })
}
