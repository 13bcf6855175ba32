import { formatMinor } from '../components/amount'
import { dayOf } from '../components/dates'
import { words } from '../words/en'
import type { ReviewItem } from './review-table'

const text = words.payRuns.review
type Cause = ReviewItem['causes'][number]

/** So many causes are named; the side panel has them all. */
const NAMED = 3

/** Why somebody's pay is what it is against the last run, in a line: “Overtime 22 h; base pay 1,800.00 → 1,950.00”. */
export function becauseOf(item: ReviewItem, currency: string, compares: boolean): string {
  const days = [item.paid_days ?? 0, item.total_days ?? 0] as const
  if (item.slip_id === null) return text.gone
  if (item.group === 'joiners') {
    return item.before_minor === null && compares && days[0] === days[1]
      ? text.new
      : text.joined(dayOf(item.employed_from ?? ''), ...days)
  }
  if (item.group === 'leavers' && item.employed_to) return text.left(dayOf(item.employed_to), ...days)
  const told = item.causes.filter((cause) => cause.kind !== 'follows')
  const causes = (told.length > 0 ? told : item.causes).slice(0, NAMED)
  // Several components can follow the same days: said once.
  const line = [...new Set(causes.map((cause) => inWords(cause, currency)))].join('; ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

function inWords(cause: Cause, currency: string): string {
  const { before, after, name } = cause
  const amount = (minor: number | null | undefined) => formatMinor(minor ?? 0, currency)
  const effect = `${cause.effect_minor > 0 ? '+' : ''}${amount(cause.effect_minor)}`
  if (cause.kind === 'base') return text.cause.base(amount(before?.base_minor), amount(after?.base_minor))
  if (cause.kind === 'days') return text.cause.days(before?.quantity ?? '0', after?.quantity ?? '0')
  if (cause.kind === 'posted') return text.cause.posted(name, amount(before?.amount_minor), amount(after?.amount_minor))
  if (cause.kind === 'rule') return text.cause.rule(name, effect)
  if (!after) return text.cause.gone(name)
  return text.cause.item(
    name,
    after.quantity === null ? amount(after.amount_minor) : after.quantity + (text.units[cause.code] ?? ''),
  )
}
