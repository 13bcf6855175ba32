import { type Currency, minorDigits } from '../../jobs/values/money'
import { formatMinor } from '../components/amount'
import { words } from '../words/en'

const compact = new Intl.NumberFormat(words.locale, { notation: 'compact', maximumFractionDigits: 1 })
const counts = new Intl.NumberFormat(words.locale)
const dayFormat = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 })

export const sayCount = (n: number): string => counts.format(n)
export const sayMinor = (minor: number, currency: string): string => formatMinor(minor, currency)

/** 88K beside an axis: minor units in the currency's own. */
export const sayTick = (minor: number, currency: string): string =>
  compact.format(minor / 10 ** minorDigits(currency as Currency)).replace('-', '−')

export const sayPercent = (ppm: number): string => `${(ppm / 10_000).toFixed(1).replace('-', '−')} %`
export const sayDays = (days: number): string => dayFormat.format(days)
