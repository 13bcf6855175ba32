import type { Input, Output } from '../../../jobs/api/contract'
import { amountText, bandsText, percentText, type Read, readAmount, readBands, readPercent } from './typed'

export type Component = Output<'payroll.components'>['items'][number]
type Edited = Input<'payroll.save_components'>['items'][number]

/** A component as it is typed: figures are text until they are saved. */
export type Draft = Omit<
  Component,
  'amount_minor' | 'rate_ppm' | 'cap_minor' | 'bands' | 'base' | 'months' | 'structures' | 'order'
> & {
  order: string
  amount: string
  rate: string
  cap: string
  bands: string
  base: string
  months: string
  structures: string
}

export const emptyDraft = (): Draft => ({
  code: '',
  name: '',
  kind: 'earning',
  method: 'fixed',
  order: '500',
  taxable: true,
  prorate: false,
  one_off: false,
  amount: '',
  rate: '',
  base: '',
  bands: '',
  formula: null,
  rate_table: null,
  months: '',
  carry_over: false,
  cap: '',
  rounding: 'half_up',
  structures: '',
  active: true,
  built_in: false,
})

export function draftOf(one: Component, currency: string): Draft {
  const { amount_minor, rate_ppm, cap_minor, ...rest } = one
  return {
    ...rest,
    order: String(one.order),
    amount: amountText(amount_minor, currency),
    rate: percentText(rate_ppm),
    cap: amountText(cap_minor, currency),
    bands: bandsText(one.bands, currency),
    base: one.base.join(' '),
    months: (one.months ?? []).join(' '),
    structures: (one.structures ?? []).join(', '),
  }
}

/** What was typed as it is saved; `wrong` by field, in words. What a method has no use for is left out. */
export function editedOf(draft: Draft, currency: string): { edited: Edited; wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const read = <T>(field: string, found: Read<T>): T | null => {
    if (found.wrong !== null) wrong[field] = found.wrong
    return found.value
  }
  const list = (text: string, separator: RegExp) =>
    text
      .split(separator)
      .map((one) => one.trim())
      .filter(Boolean)
  const has = usesOf(draft.method)
  const months = list(draft.months, /[\s,;]+/).map(Number)
  const structures = list(draft.structures, /[,;]/)
  const table = has.table === null ? null : draft.rate_table
  const { code, name, kind, method, taxable, prorate, one_off, carry_over, rounding, active } = draft
  return {
    wrong,
    edited: {
      code: code.trim(),
      name,
      kind,
      method,
      order: /^\d+$/.test(draft.order.trim()) ? Number(draft.order) : 500,
      taxable,
      prorate: has.prorate && prorate,
      one_off,
      amount_minor: has.amount && table === null ? read('amount', readAmount(draft.amount, currency)) : null,
      rate_ppm: has.rate && table === null ? read('rate', readPercent(draft.rate)) : null,
      base: has.base ? list(draft.base, /[\s,;]+/) : [],
      bands: has.bands && table === null ? read('bands', readBands(draft.bands, currency)) : null,
      formula: method === 'formula' ? (draft.formula ?? '') : null,
      rate_table: table,
      months: months.length === 0 ? null : months.map((one) => (Number.isInteger(one) ? one : 0)),
      carry_over: kind === 'deduction' && carry_over,
      cap_minor: read('cap', readAmount(draft.cap, currency)),
      rounding: rounding as Exclude<Edited['rounding'], undefined>, // chosen from a list
      structures: structures.length === 0 ? null : structures,
      active,
    },
  }
}

/** Which fields a method has. `table`: the kind of rate table it can be made from. */
export function usesOf(method: string) {
  const of = (...methods: string[]) => methods.includes(method)
  const table = of('fixed', 'per_unit')
    ? ('amount' as const)
    : of('percent')
      ? ('rate' as const)
      : of('bands', 'cumulative_bands')
        ? ('bands' as const)
        : null
  return {
    amount: of('fixed', 'per_unit'),
    rate: of('percent'),
    base: of('percent', 'bands', 'cumulative_bands'),
    bands: of('bands', 'cumulative_bands'),
    prorate: of('fixed', 'base_pay'),
    table,
  }
}
