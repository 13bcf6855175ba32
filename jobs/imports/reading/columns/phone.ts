import type { Parsed } from '../column-types'
import type { Cell } from '../sheet'

/** Light: digits with what people put between them, 5 to 20 of them, an extension. The text is kept as it stands. */
export function parsePhone(cell: Cell): Parsed {
  const { text } = cell
  const digits = text.replace(/\D/g, '').length
  const isPhone = /^\+?[\d\s().\-/\u2010\u2011\u00a0]+((ext\.?|x|#)\s*\d{1,6})?$/i.test(text)
  if (isPhone && digits >= 5 && digits <= 20) return { value: text }
  return { problem: { code: 'import.phone_invalid', params: { found: text } } }
}
