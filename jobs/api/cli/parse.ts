import { parseArgs } from 'node:util'
import { didYouMean } from '../../values/nearest'
import type { Command, Option } from './command'
import { type UsageProblem, usage } from './usage'

/** Options of every command. */
export const GLOBAL: Record<string, Option> = {
  data: { value: 'DIR', does: 'the data folder' },
  json: { does: 'the answer as JSON' },
  help: { does: 'what a command takes', short: 'h' },
}

export type Parsed = { command: Command | null; args: string[]; options: Record<string, string | boolean | undefined> }

/** Reads a command line; what is used wrongly is thrown as a `UsageProblem` with the nearest right word. */
export function parseCommand(argv: string[], commands: Command[]): Parsed {
  const words = leadingWords(argv)
  const command = commands.find((one) => one.words.every((word, i) => words[i] === word)) ?? null
  if (!command) {
    if (words.length === 0) return { command: null, args: [], options: read(argv, GLOBAL).values }
    throw unknownCommand(words, commands)
  }
  const rest = argv.slice(skipWords(argv, command.words.length))
  const { values, positionals } = read(rest, { ...GLOBAL, ...command.options })
  if (!values.help) checkPositionals(command, positionals)
  return { command, args: positionals, options: values }
}

/** The words before the first option; global options may stand in front (`--json health`). */
function leadingWords(argv: string[]): string[] {
  const words: string[] = []
  for (const arg of argv.slice(globalPrefix(argv))) {
    if (arg.startsWith('-')) break
    words.push(arg)
  }
  return words
}

/** How many arguments in front of the command are global options and their values. */
function globalPrefix(argv: string[]): number {
  let at = 0
  for (;;) {
    const arg = argv[at]
    if (arg === '--data') at += 2
    else if (arg === '--json' || arg?.startsWith('--data=')) at += 1
    else return at
  }
}

/** Takes the command's words out and leaves the global options that stood in front of them. */
function skipWords(argv: string[], count: number): number {
  const prefix = globalPrefix(argv)
  argv.splice(prefix, count)
  return 0
}

function read(argv: string[], options: Record<string, Option>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      {
        type: option.value ? ('string' as const) : ('boolean' as const),
        ...(option.short ? { short: option.short } : {}),
      },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: argv, options: config, allowPositionals: true, strict: true })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw optionProblem(error, options)
  }
}

function optionProblem(error: unknown, options: Record<string, Option>): unknown {
  if (!(error instanceof Error)) return error
  const unknown = /Unknown option '(-{1,2}[^']+)'/.exec(error.message)?.[1]
  if (unknown) {
    const near = didYouMean(unknown.replace(/^-+/, ''), Object.keys(options)).replace(/“/g, '“--')
    return usage('cli.unknown_option', { option: unknown, near })
  }
  const [first = error.message] = error.message.split('\n')
  return usage('cli.bad_option', { found: first })
}

function checkPositionals(command: Command, positionals: string[]): void {
  const wanted = command.args ?? []
  const missing = wanted.find((arg, i) => !arg.startsWith('[') && positionals[i] === undefined)
  if (missing) throw usage('cli.missing_argument', { command: command.words.join(' '), argument: missing })
  const extra = positionals[wanted.length]
  if (extra !== undefined) throw usage('cli.extra_argument', { command: command.words.join(' '), found: extra })
}

function unknownCommand(words: string[], commands: Command[]): UsageProblem {
  const typed = words.slice(0, 2).join(' ')
  const known = commands.map((one) => one.words.join(' '))
  const group = known.filter((one) => one.startsWith(`${words[0]} `))
  const near =
    group.length > 0 && words.length === 1
      ? ` It goes on with ${group.map((one) => one.split(' ')[1]).join(', ')}.`
      : ''
  return usage('cli.unknown_command', {
    command: typed,
    near: near || didYouMean(typed, known) || didYouMean(words[0] ?? '', known),
  })
}
