import { fold } from '../../../values/fold'
import type { Currency } from '../../../values/money'
import type { Parsed } from '../column-types'
import type { Cell } from '../sheet'
import { standsFor } from './currency-signs'

/** The office's currency by its code, a sign it shares or its name; amounts in another one are never taken for it. */
export function parseCurrency({ text }: Pick<Cell, 'text'>, currency: Currency): Parsed {
  if (standsFor(text, currency) || namesOf(currency).has(fold(text))) return { value: currency }
  return { problem: { code: 'import.row_in_other_currency', params: { found: text, currency } } }
}

const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'hi']
const names = new Map<Currency, ReadonlySet<string>>()

function namesOf(currency: Currency): ReadonlySet<string> {
  let known = names.get(currency)
  if (!known) {
    const called = LANGUAGES.map((one) => new Intl.DisplayNames(one, { type: 'currency' }).of(currency) ?? currency)
    known = new Set(called.map(fold))
    names.set(currency, known)
  }
  return known
}
