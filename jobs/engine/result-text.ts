import { pack } from '../values/deflated'
import { Problem } from '../values/problem'

/** Characters of JSON. What is longer is a file, not a result: every list and window that shows the task would carry it. */
const LONGEST = 10_000_000

/**
 * A result as its row holds it; null for none (`JSON.stringify` answers nothing for a function). Throws what
 * `JSON.stringify` throws, and `engine.result_too_large`.
 */
export function resultText(value: unknown): string | null {
  const text: string | undefined = value === undefined ? undefined : JSON.stringify(value)
  if (text === undefined) return null
  if (text.length > LONGEST) throw new Problem('engine.result_too_large', { found: text.length, limit: LONGEST })
  return pack(text)
}
