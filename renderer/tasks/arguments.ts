import type { Output } from '../../jobs/api/contract'

export type TaskArgument = Output<'inspect.registered'>['items'][number]['arguments'][number]

/** What is typed for an argument: always text, as it stands in the field. */
export type Typed = Record<string, string>

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

export const typedOf = (args: Record<string, unknown>): Typed =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, textOf(value)]))

/** The arguments as the task gets them; an empty field is left out, and what no field shows stays as it was. */
export function argsOf(known: TaskArgument[], typed: Typed): Record<string, unknown> {
  const args: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(typed)) {
    if (text === '') continue
    args[name] = readAs(known.find((one) => one.name === name)?.kind ?? 'json', text)
  }
  return args
}

/** The arguments that the task needs and that are not given yet. */
export const missingOf = (known: TaskArgument[], typed: Typed): string[] =>
  known.filter(({ name, isRequired }) => isRequired && (typed[name] ?? '').trim() === '').map(({ name }) => name)

function readAs(kind: TaskArgument['kind'], text: string): unknown {
  if (kind === 'text' || kind === 'choice') return text
  if (kind === 'yes_no') return text === 'true'
  try {
    return JSON.parse(text)
  } catch {
    return text // the task's own rules say what is wrong with it
  }
}
