import { addedFields, addedGroups } from '../../values/added-fields'
import type { Kind } from './component'

/** The sums of a payslip that a sheet may have a column of. */
export const TOTALS = ['gross', 'deductions', 'employer_cost', 'net'] as const
export type Total = (typeof TOTALS)[number]

export const isTotal = (kind: string): kind is Total => (TOTALS as readonly string[]).includes(kind)

/** What a payslip has a figure of, and a sheet may have a column of: a component by its code, or a sum. */
export type SheetColumn = { key: string; name: string; kind: Kind | Total }

/** A column of the sheet by what it stands for (`jobs/values/added-fields`), as it is headed. */
export type HeadedColumn = { key: string; header: string | null }

/** What is compared as one: these columns of the sheet added, beside these components (or one sum) added. */
export type SheetLine = {
  /** Of one component its code; of several, all codes in order of the alphabet. */
  key: string
  name: string
  /** What all of its components are. */
  kind: Kind | Total | 'mixed'
  /** In the order of the slip. `sign` -1: a deduction beside an earning, which the sheet has taken off. */
  components: (SheetColumn & { sign: 1 | -1 })[]
  columns: HeadedColumn[]
}

/**
 * The lines that a sheet with these columns is compared in, in the order of the slip. Columns that stand for something in
 * common are one line, so that no component is counted twice. Figures of a component that is known no more are compared
 * with nothing.
 */
export function linesOf(known: readonly SheetColumn[], columns: readonly HeadedColumn[]): SheetLine[] {
  const places = new Map(known.map(({ key }, place) => [key, place]))
  const placeOf = (key: string) => places.get(key) ?? known.length
  return addedGroups(columns, ({ key }) => addedFields(key))
    .map(({ columns: own, fields }) => {
      const sorted = [...fields].sort((a, b) => placeOf(a) - placeOf(b))
      const components = sorted.map(
        (key): SheetColumn => known[placeOf(key)] ?? { key, name: key, kind: 'information' },
      )
      return lineOf(components, own)
    })
    .sort((a, b) => placeOf(a.components[0]?.key ?? '') - placeOf(b.components[0]?.key ?? ''))
}

/** What the office has figures of that no line compares. */
export function notCompared(known: readonly SheetColumn[], lines: readonly SheetLine[]): SheetColumn[] {
  const compared = new Set(lines.flatMap(({ components }) => components.map(({ key }) => key)))
  return known.filter(({ key }) => !compared.has(key))
}

function lineOf(components: readonly SheetColumn[], columns: HeadedColumn[]): SheetLine {
  const kinds = [...new Set(components.map(({ kind }) => kind))]
  const takesOff = kinds.includes('earning')
  const names = components.map(({ name }) => name).join(' + ')
  const headers = columns.flatMap(({ header }) => header ?? [])
  return {
    key: [...components.map(({ key }) => key)].sort().join('+'),
    name: components.length > 1 && headers.length > 0 ? headers.join(' + ') : names,
    kind: kinds.length === 1 && kinds[0] ? kinds[0] : 'mixed',
    components: components.map((one) => ({ ...one, sign: takesOff && one.kind === 'deduction' ? -1 : 1 })),
    columns,
  }
}

/** Whether a cell of the line is made of several figures on one side. */
export const hasParts = ({ components, columns }: SheetLine): boolean => components.length > 1 || columns.length > 1

/** As many minor units as rounding every figure of the line by itself can make: half a unit each. */
export const roundingOf = ({ components, columns }: SheetLine): number =>
  Math.floor((components.length + columns.length) / 2)

/** What a difference of the line does to a sum of the payslip; 0: nothing, or only a part of it would. */
export function effectOn(total: Total, { components }: SheetLine): 1 | -1 | 0 {
  const effects = new Set(components.map(({ kind, sign }) => (SIGNS[total][kind] ?? 0) * sign))
  const [effect] = effects
  return effects.size === 1 && (effect === 1 || effect === -1) ? effect : 0
}

const SIGNS: Record<Total, Partial<Record<SheetColumn['kind'], 1 | -1>>> = {
  gross: { earning: 1 },
  deductions: { deduction: 1 },
  employer_cost: { employer: 1 },
  net: { earning: 1, deduction: -1 },
}
