import { Problem } from '../../values/problem'
import type { LocalDate } from '../../values/time'
import type { Band } from './component'

/** What a rate table says: bands, a rate in ppm, or an amount in minor units. */
export const TABLE_KINDS = ['bands', 'rate', 'amount'] as const
export type TableKind = (typeof TABLE_KINDS)[number]

export type TableVersion = {
  from: LocalDate
  bands: Band[] | null
  ratePpm: number | null
  amountMinor: number | null
}

export type RateTable = { code: string; kind: TableKind; versions: TableVersion[] }

/** A table as it is in force on a day. */
export type RateInForce = { code: string; kind: TableKind } & TableVersion

/**
 * The version of a table that holds on a day, the last day of a pay period: pay of one period is computed by one table,
 * however its days lie to the change, as income tax and contributions go by the day of payment. Null: none holds yet.
 */
export function rateInForce(table: RateTable, on: LocalDate): RateInForce | null {
  let found: TableVersion | null = null
  for (const version of table.versions) {
    if (version.from <= on && (found === null || version.from > found.from)) found = version
  }
  return found && { code: table.code, kind: table.kind, ...found }
}

/** Capitals, digits and underscores, as formulas name it. */
export const isTableCode = (code: string): boolean => /^[A-Z][A-Z0-9_]{0,39}$/.test(code)

/** Throws in words where bands are not ascending, the open one is not last, or there are none. */
export function checkBands(of: string, bands: readonly Band[]): void {
  const refuse = (problem: string, params: Record<string, number> = {}): never => {
    throw new Problem(`payroll.component_${problem}`, { code: of, ...params })
  }
  if (bands.length === 0) refuse('without_bands')
  let low = 0
  for (const [index, { upToMinor }] of bands.entries()) {
    if (upToMinor === null) {
      if (index !== bands.length - 1) refuse('bands_after_the_open_one', { band: index + 1 })
    } else {
      if (upToMinor <= low) refuse('bands_not_ascending', { band: index + 1 })
      low = upToMinor
    }
  }
}
