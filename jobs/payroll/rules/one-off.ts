import { Problem } from '../../values/problem'
import { addQuantities, denominatorOf, formatQuantity, parseQuantity, type Quantity } from './quantity'

/** The item that pays nothing: unpaid days of the month, in whole and half days. */
export const ABSENCE = 'ABSENCE'

/** The source of the items that loans bring. */
export const LOAN = 'loan'

/** One item of one month, as load reads it. Amounts and rates in minor units. */
export type OneOffItem = {
  month: string
  source: string
  code: string
  amountMinor: number | null
  quantity: string | null
  rateMinor: number | null
}

type ItemKey = Pick<OneOffItem, 'month' | 'source' | 'code'>

/** The items of one code together: exact, not rounded yet. `amount` is numerator ÷ denominator minor units. */
export type OneOff = { numerator: bigint; denominator: bigint; quantity: Quantity | null; rateMinor: bigint | null }

/**
 * Which items count. A salary file and the salary calculator state the same thing: where both have an item of a month
 * and code the file's stands (domains/people.md: excel before form, never added together). All other sources add up.
 */
export function effectiveItems<T extends ItemKey>(items: readonly T[]): T[] {
  const fromFile = new Set(items.filter((one) => one.source === 'excel').map((one) => `${one.month} ${one.code}`))
  return items.filter((one) => one.source !== 'form' || !fromFile.has(`${one.month} ${one.code}`))
}

/** How an item stands beside others of its month and code: alone, added to them, or replaced by the salary file's. */
export type Standing = 'alone' | 'added' | 'replaced'

export function standingOf<T extends ItemKey>(item: T, items: readonly T[]): Standing {
  const effective = effectiveItems(items.filter((one) => one.month === item.month && one.code === item.code))
  if (!effective.includes(item)) return 'replaced'
  return effective.length > 1 ? 'added' : 'alone'
}

/** The items of one code as one exact amount. `ownRate`: the component's rate, for items that bring none. */
export function totalOf(code: string, items: readonly OneOffItem[], ownRate: bigint | null): OneOff {
  let total: OneOff = { numerator: 0n, denominator: 1n, quantity: null, rateMinor: null }
  for (const item of items) {
    const quantity = item.quantity === null ? null : parseQuantity(item.quantity)
    if (item.quantity !== null && !quantity) {
      throw new Problem('payroll.quantity_not_a_number', { code, found: item.quantity })
    }
    const rate = item.rateMinor === null ? ownRate : BigInt(item.rateMinor)
    let numerator: bigint
    let denominator = 1n
    if (item.amountMinor !== null) numerator = BigInt(item.amountMinor)
    else if (quantity && rate !== null) {
      numerator = quantity.units * rate
      denominator = denominatorOf(quantity)
    } else throw new Problem('payroll.item_without_rate', { code, quantity: item.quantity ?? '' })
    total = {
      numerator: total.numerator * denominator + numerator * total.denominator,
      denominator: total.denominator * denominator,
      quantity: quantity && total.quantity ? addQuantities(quantity, total.quantity) : (quantity ?? total.quantity),
      rateMinor: item.amountMinor === null ? rate : null,
    }
  }
  return total
}

/** The units of the items of one code together; null: none says any. */
export function unitsOf(code: string, items: readonly OneOffItem[]): Quantity | null {
  return items.reduce<Quantity | null>((sum, { quantity }) => {
    if (quantity === null) return sum
    const one = parseQuantity(quantity)
    if (!one) throw new Problem('payroll.quantity_not_a_number', { code, found: quantity })
    return sum ? addQuantities(sum, one) : one
  }, null)
}

/** Unpaid half-days of the month's items. Throws where a quantity is neither whole nor half, or below zero. */
export function absentHalfDays(items: readonly OneOffItem[]): number {
  let halves = 0
  for (const item of items) {
    if (item.code !== ABSENCE) continue
    const quantity = parseQuantity(item.quantity ?? '')
    const doubled = quantity ? quantity.units * 2n : -1n
    const one = quantity ? denominatorOf(quantity) : 1n
    if (!quantity || doubled < 0n || doubled % one !== 0n) {
      throw new Problem('payroll.absence_not_in_half_days', { found: item.quantity ?? '' })
    }
    halves += Number(doubled / one)
  }
  return halves
}

export const quantityText = (oneOff: OneOff): string | null =>
  oneOff.quantity ? formatQuantity(oneOff.quantity) : null
