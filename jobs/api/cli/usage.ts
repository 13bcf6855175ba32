import { Problem } from '../../values/problem'

/** Thrown where a command is used wrongly: exit code 2. */
export class UsageProblem extends Problem {}

export const usage = (code: string, params: Record<string, string | number> = {}): UsageProblem =>
  new UsageProblem(code, params, { kind: 'malformed' })

/** A whole number of an option, or a problem that names the option. */
export function wholeNumber(option: string, text: string | undefined, min = 0): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < min || !Number.isSafeInteger(number))
    throw usage('cli.not_a_number', { option, found: text, expected: `a whole number of at least ${min}` })
  return number
}

/** Seconds of an option; halves are allowed. */
export function secondsOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text))
    throw usage('cli.not_a_number', { option, found: text, expected: 'seconds, such as 90' })
  return number
}

/** An option that holds a JSON object (or a list, where the guides allow one). */
export function jsonOf(option: string, text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw usage('cli.not_json', { option, found: error instanceof Error ? error.message : String(error) })
  }
}
