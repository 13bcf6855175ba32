import type { Output } from '../../../jobs/api/contract'
import { isAdded } from '../../../jobs/values/added-fields'

export type GridColumn = {
  name: string
  field: string
  label: string
  isNumber: boolean
  /** Of an amount: what it is counted in; else null. */
  currency: string | null
  width: number
}

/** An amount may stand beside the one that it replaces. */
const LEAST: Record<string, number> = { money: 104, date: 104, text: 96 }
/** Longer values are cut: the grid is for looking along rows. */
const MOST = 264
const A_LETTER = 7
const PADDING = 24

/** The columns of the file that hold something, in the file's order, as wide as what they begin with; amounts are in the office's currency. */
export function gridColumns(one: Pick<Output<'imports.get'>, 'columns' | 'fields'>, currency: string): GridColumn[] {
  return one.columns.flatMap(({ column, field, samples }) => {
    const known = one.fields.find((each) => each.field === field)
    if (field === null || !known) return []
    // Of columns that are added, only its own heading tells one from the other.
    const label = isAdded(field) ? column : known.label
    const isNumber = ['money', 'decimal', 'integer', 'percent'].includes(known.type)
    const longest = Math.max(label.length, ...samples.map(({ length }) => length))
    const width = Math.min(MOST, Math.max(LEAST[known.type] ?? 88, PADDING + longest * A_LETTER))
    return [{ name: column, field, label, isNumber, currency: known.type === 'money' ? currency : null, width }]
  })
}
