/** What a line does to the slip. An information line stands on it and counts nowhere. */
export const KINDS = ['earning', 'deduction', 'employer', 'information'] as const
export type Kind = (typeof KINDS)[number]

/**
 * How an amount is made: the contract's base pay, a fixed amount, a percentage or bands of what `base` names, bands of the
 * year to date less what was withheld already, units × rate, a formula, the pay that is held back or released, or the step
 * that brings the net to a round amount.
 */
export const METHODS = [
  'base_pay',
  'fixed',
  'percent',
  'per_unit',
  'bands',
  'cumulative_bands',
  'formula',
  'held_pay',
  'net_rounding',
] as const
export type Method = (typeof METHODS)[number]

/** Half up, away from zero, towards zero, to five minor units, to whole units of the currency (both half up). */
export const ROUNDINGS = ['half_up', 'up', 'down', 'to_5', 'to_unit'] as const
export type ComponentRounding = (typeof ROUNDINGS)[number]

/** All earnings together. */
export const GROSS = 'GROSS'
/** The taxable earnings less the deductions that are marked taxable, which are taken before tax. */
export const TAXABLE = 'TAXABLE'

/** `upToMinor` null: without an end. */
export type Band = { upToMinor: number | null; ratePpm: number }

/** A component in plain data: it travels to the slot. Amounts in minor units, rates in ppm. */
export type Component = {
  code: string
  name: string
  kind: Kind
  method: Method
  /** The order on the slip; what depends on what decides the order of computing. */
  position: number
  taxable: boolean
  prorate: boolean
  /** Only where the month has an item of this code. */
  oneOff: boolean
  /** fixed: of a full period; per_unit: of one unit. */
  amountMinor: number | null
  ratePpm: number | null
  /** Codes of components, GROSS or TAXABLE. */
  base: string[]
  bands: Band[] | null
  formula: string | null
  /** The rate table that stands in place of amount, rate or bands. */
  rateTable: string | null
  /** 1 to 12: only in periods that hold the last day of one of them; null: in all. */
  months: number[] | null
  /** A deduction of which the part that would make the net negative waits for the next period. */
  carryOver: boolean
  /** The most a line may come to, in either direction. */
  capMinor: number | null
  rounding: ComponentRounding
  /** The structures whose contracts get it; null: everybody. */
  structureIds: number[] | null
}

/** What is computed after everything else, from the net: no other component can be taken of it. */
export const isAfterNet = (one: Pick<Component, 'method'>): boolean =>
  one.method === 'held_pay' || one.method === 'net_rounding'
