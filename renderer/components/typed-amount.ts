import { type Currency, fromDecimal, minorDigits } from '../../jobs/values/money'

/** As the window itself writes amounts: commas between groups of three, a point before the decimals. */
const WRITTEN = /^-?(\d+|\d{1,3}(,\d{3})+)(\.(\d+))?$/

/**
 * A typed amount in minor units. Null where it is none, or could be meant otherwise: `1950,50` and `1.950` are never
 * guessed at, since a wrong guess is a salary a thousand times too small.
 */
export function typedAmount(text: string, currency: Currency): number | null {
  const typed = text.trim().replace('−', '-')
  const fraction = WRITTEN.exec(typed)?.[4] ?? ''
  if (!WRITTEN.test(typed) || fraction.length > minorDigits(currency)) return null
  const minor = fromDecimal(typed.replaceAll(',', ''), currency)
  return minor !== null && Number.isSafeInteger(Number(minor)) ? Number(minor) : null
}
