import type { Output } from '../../jobs/api/contract'
import { formatMinor } from '../components/amount'
import { words } from '../words/en'

const text = words.payRuns.explain
export type Explained = Output<'payroll.explain_line'>

const percent = (ppm: number) => String(ppm / 10_000)

/** How a line was computed, a sentence a step. What the line itself says comes first; the rest is the rule of today. */
export function workingOf(found: Explained): string[] {
  const { line, rule, currency } = found
  if (!line) return []
  if (!rule) return [text.gone]
  const amount = (minor: number | null) => formatMinor(minor ?? 0, currency)
  const of = rule.base.join(' + ')
  const taken = line.base_minor === null ? of : `${of} (${amount(line.base_minor)})`
  const steps = ((): string[] => {
    switch (rule.method) {
      case 'base_pay': {
        if (found.inputs.filter((one) => one.kind === 'base').length > 1) return [text.segments]
        if (line.quantity === null || Number(line.quantity) === found.total_days)
          return [text.whole(amount(line.base_minor))]
        return [text.days(amount(line.base_minor), line.quantity, found.total_days)]
      }
      case 'percent':
        return [text.percent(percent(line.rate ?? 0), taken)]
      case 'bands':
        return [text.bands(taken), ...(rule.bands ?? []).map((band) => bandWords(band, amount))]
      case 'cumulative_bands':
        return [text.cumulative(taken), ...(rule.bands ?? []).map((band) => bandWords(band, amount))]
      case 'formula':
        return [rule.formula ?? '']
      case 'held_pay':
        return [line.amount_minor < 0 ? text.released : text.held(amount(line.base_minor))]
      case 'arrears':
        return [text.differences]
      case 'net_rounding':
        return [text.rounded(amount(line.base_minor))]
      case 'items':
        return [
          line.quantity !== null && line.rate !== null ? text.units(line.quantity, amount(line.rate)) : text.stated,
        ]
      default:
        if (found.inputs.some((one) => one.kind === 'loan')) return [text.instalment]
        return [
          line.quantity === null ? text.fixed : text.days(amount(line.base_minor), line.quantity, found.total_days),
        ]
    }
  })()
  const moved = (kind: 'carried' | 'brought') => found.inputs.find((one) => one.kind === kind)?.amount_minor ?? null
  const [carried, brought] = [moved('carried'), moved('brought')]
  return [
    ...steps,
    ...(rule.cap_minor === null ? [] : [text.cap(amount(rule.cap_minor))]),
    ...(brought === null ? [] : [text.brought(amount(-brought))]),
    ...(carried === null ? [] : [text.carried(amount(carried))]),
  ]
}

const bandWords = (band: { up_to_minor: number | null; rate_ppm: number }, amount: (minor: number) => string): string =>
  text.band(percent(band.rate_ppm), band.up_to_minor === null ? null : amount(band.up_to_minor))
