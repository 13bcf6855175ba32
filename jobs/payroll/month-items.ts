import type { Db } from '../../db/open'
import { type ItemComponent, itemComponents } from '../../db/queries/payroll/components'
import {
  deleteMonthItems,
  insertMonthItem,
  type MonthItemRow,
  monthItemsOf,
} from '../../db/queries/payroll/month-items'
import type { Write } from '../engine/write'
import { recordAudit } from '../shared/audit'
import { Problem } from '../values/problem'
import type { Month } from '../values/time'
import { ABSENCE } from './rules/one-off'
import { parseQuantity } from './rules/quantity'

/** `amountMinor` is the amount itself; else `quantity` (plain decimal) × `rateMinor` (per unit; else the component's own). */
export type MonthItem = { code: string; amountMinor?: number; quantity?: string; rateMinor?: number }

/** The one-off items of a party, month and source as `setMonthItems` takes them. */
export const monthItems = (db: Db, partyId: number, month: Month, source: string): MonthItem[] =>
  monthItemsOf(db, partyId, month, source).map(({ code, amount_minor, quantity, rate_minor }) => ({
    code,
    ...(amount_minor === null ? {} : { amountMinor: amount_minor }),
    ...(quantity === null ? {} : { quantity }),
    ...(rate_minor === null ? {} : { rateMinor: rate_minor }),
  }))

/**
 * Replaces the one-off items of a party, month and source: OVERTIME, LATE (quantity × rate), TDS, ADVANCE, INCENTIVE
 * (amounts), ABSENCE (unpaid days, halves allowed), or any component of the office. An empty list removes them.
 */
export function setMonthItems(
  write: Write,
  change: { partyId: number; month: Month; source: string; items: MonthItem[]; origin: string },
): void {
  const { partyId, month, source, origin } = change
  const before = monthItemsOf(write.db, partyId, month, source)
  const components = itemComponents(write.db)
  const rows = change.items.map((item): MonthItemRow => {
    const row = {
      party_id: partyId,
      month,
      source,
      code: item.code,
      amount_minor: item.amountMinor ?? null,
      quantity: item.quantity ?? null,
      rate_minor: item.rateMinor ?? null,
    }
    // What stands there already must not keep another one from being mended or taken out.
    if (!before.some((one) => JSON.stringify(one) === JSON.stringify(row))) checkItem(item, components)
    return row
  })
  rows.sort((a, b) => (a.code < b.code ? -1 : 1))
  if (JSON.stringify(before) === JSON.stringify(rows)) return
  deleteMonthItems(write.db, partyId, month, source)
  for (const row of rows) insertMonthItem(write.db, row, origin)
  // An import's own entry carries the digest of all its rows.
  if (origin.startsWith('import:')) return
  recordAudit(write, {
    action: 'payroll.month_items_changed',
    entity: `party:${partyId}`,
    payload: { month, source, origin, items: rows.length },
    personal: { partyId, payload: { before, after: rows } },
  })
}

/** Throws in words what is wrong with an item; `components`: the active ones by code. */
export function checkItem(item: MonthItem, components: ReadonlyMap<string, ItemComponent>): void {
  const { code } = item
  if (item.quantity !== undefined && parseQuantity(item.quantity) === null) {
    throw new Problem('payroll.quantity_not_a_number', { code, found: item.quantity })
  }
  if (code === ABSENCE) {
    if (item.quantity === undefined) throw new Problem('payroll.item_says_nothing', { code })
    return
  }
  const component = components.get(code)
  if (!component) throw new Problem('payroll.unknown_item_code', { code })
  if (['base_pay', 'net_rounding', 'held_pay'].includes(component.method))
    throw new Problem('payroll.not_a_one_off', { code })
  if (item.amountMinor === undefined && item.quantity === undefined) {
    throw new Problem('payroll.item_says_nothing', { code })
  }
  if (item.amountMinor === undefined && item.rateMinor === undefined && component.values_units === 0) {
    throw new Problem('payroll.item_without_rate', { code, quantity: item.quantity ?? '' })
  }
}
