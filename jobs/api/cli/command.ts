import type { OfficeClient } from './client'
import type { Output } from './output'

/** What a command is given: its words are read, its options known, the office not yet asked. */
export type Context = {
  folder: string
  /** Positional arguments, as many as the command names. */
  args: string[]
  options: Record<string, string | boolean | undefined>
  out: Output
  /** The running office, or one opened for this command; closed when the command ends. */
  office(): Promise<OfficeClient>
  /** Given when the user ends the command (Ctrl-C). */
  signal: AbortSignal
}

export type Option = { value?: string; does: string; short?: string }

export type Command = {
  /** `['task', 'run']` */
  words: string[]
  /** `NAME`, `[FILE]`: brackets stand around what may be left out. */
  args?: string[]
  options?: Record<string, Option>
  does: string
  /** 0 done, 1 failed; what is used wrongly is thrown as a `UsageProblem`. */
  run(context: Context): Promise<number>
}

/** The text of an option that takes a value. */
export const textOf = (context: Context, name: string): string | undefined => {
  const value = context.options[name]
  return typeof value === 'string' ? value : undefined
}
