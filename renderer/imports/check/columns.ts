import type { Output } from '../../../jobs/api/contract'

export type GridColumn = {
  name: string
  field: string
  label: string
  isNumber: boolean
  isMoney: boolean
  width: number
}

const WIDTHS: Record<string, number> = { email: 176, text: 128, money: 104, date: 104, identifier: 88 }

/** The columns of the file that hold something, in the file's order. */
export function gridColumns(one: Output<'imports.get'>): GridColumn[] {
  return one.columns.flatMap(({ column, field }) => {
    const known = one.fields.find((each) => each.field === field)
    if (field === null || !known) return []
    const isNumber = ['money', 'decimal', 'integer', 'percent'].includes(known.type)
    const width = Math.max(WIDTHS[known.type] ?? 96, 28 + known.label.length * 7)
    return [{ name: column, field, label: known.label, isNumber, isMoney: known.type === 'money', width }]
  })
}
