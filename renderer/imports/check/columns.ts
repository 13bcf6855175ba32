import type { Output } from '../../../jobs/api/contract'

export type GridColumn = {
  name: string
  field: string
  label: string
  isNumber: boolean
  /** Of an amount: what it is counted in; else null. */
  currency: string | null
  width: number
}

const WIDTHS: Record<string, number> = { email: 176, text: 128, money: 104, date: 104, identifier: 88 }

/** The columns of the file that hold something, in the file's order; amounts are in the office's currency. */
export function gridColumns(one: Pick<Output<'imports.get'>, 'columns' | 'fields'>, currency: string): GridColumn[] {
  return one.columns.flatMap(({ column, field }) => {
    const known = one.fields.find((each) => each.field === field)
    if (field === null || !known) return []
    const isNumber = ['money', 'decimal', 'integer', 'percent'].includes(known.type)
    const width = Math.max(WIDTHS[known.type] ?? 96, 28 + known.label.length * 7)
    return [
      { name: column, field, label: known.label, isNumber, currency: known.type === 'money' ? currency : null, width },
    ]
  })
}
