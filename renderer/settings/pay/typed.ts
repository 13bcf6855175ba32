import { type Currency, fromDecimal, toDecimal } from '../../../jobs/values/money'
import { words } from '../../words/en'

const text = words.payRules.components

export type Band = { up_to_minor: number | null; rate_ppm: number }

/** What was typed, read; `wrong` is in words, for the field. An empty field is null. */
export type Read<T> = { value: T | null; wrong: string | null }

export function readAmount(typed: string, currency: string): Read<number> {
  if (typed.trim() === '') return { value: null, wrong: null }
  const minor = fromDecimal(typed.trim().replaceAll(',', ''), currency as Currency)
  return minor === null ? { value: null, wrong: text.notAmount(typed) } : { value: Number(minor), wrong: null }
}

/** Percent with four decimals at most, as parts per million. */
export function readPercent(typed: string): Read<number> {
  const digits = typed.trim().replace(/\s*%$/, '')
  if (digits === '') return { value: null, wrong: null }
  const match = /^(-?)(\d{1,6})(?:\.(\d{1,4}))?$/.exec(digits)
  if (!match) return { value: null, wrong: text.notPercent(typed) }
  const ppm = Number(`${match[2]}${(match[3] ?? '').padEnd(4, '0')}`)
  return { value: match[1] === '-' ? -ppm : ppm, wrong: null }
}

export const amountText = (minor: number | null, currency: string): string =>
  minor === null ? '' : toDecimal(BigInt(minor), currency as Currency)
export const percentText = (ppm: number | null): string => (ppm === null ? '' : String(ppm / 10_000))

/** Bands a line each, “11294 11”; a tab or any blanks between, as a spreadsheet gives them. */
export function readBands(typed: string, currency: string): Read<Band[]> {
  const bands: Band[] = []
  for (const line of typed.split('\n')) {
    if (line.trim() === '') continue
    const [upTo = '', rate = ''] = line.trim().split(/[\s;]+/)
    const amount = /^(rest|above)$/i.test(upTo) ? null : readAmount(upTo, currency)
    const percent = readPercent(rate)
    if (percent.value === null || (amount !== null && amount.value === null)) {
      return { value: null, wrong: text.bandsWrong(line.trim()) }
    }
    bands.push({ up_to_minor: amount?.value ?? null, rate_ppm: percent.value })
  }
  return { value: bands.length === 0 ? null : bands, wrong: null }
}

export const bandsText = (bands: readonly Band[] | null, currency: string): string =>
  (bands ?? [])
    .map(
      (one) =>
        `${one.up_to_minor === null ? 'rest' : amountText(one.up_to_minor, currency)} ${percentText(one.rate_ppm)}`,
    )
    .join('\n')
