import type { Command } from './command'
import { GLOBAL } from './parse'

/** Every command, one a line. */
export function helpAll(commands: Command[]): string {
  const lines = commands.map((command) => [usageOf(command), command.does] as const)
  const width = Math.min(58, Math.max(...lines.map(([left]) => left.length)))
  const shown = lines.map(([left, does]) =>
    left.length > width ? `${left}\n${' '.repeat(width + 2)}${does}` : `${left.padEnd(width)}  ${does}`,
  )
  return [
    ...shown,
    '',
    'Every command takes --json, --data DIR (else DAYBOOK_DATA, else the platform’s place) and --help.',
    'Exit codes: 0 done, 1 failed, 2 used wrongly.',
  ].join('\n')
}

/** One command with its options. */
export function helpFor(command: Command): string {
  const options = Object.entries({ ...command.options, ...GLOBAL }).map(([name, option]) => {
    const left = `  --${name}${option.value ? ` ${option.value}` : ''}`
    return `${left.padEnd(22)}  ${option.does}`
  })
  return [`daybook ${[...command.words, ...(command.args ?? [])].join(' ')}`, `  ${command.does}`, '', ...options].join(
    '\n',
  )
}

function usageOf(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(([name, option]) =>
    option.value ? `[--${name} ${option.value}]` : `[--${name}]`,
  )
  return ['daybook', ...command.words, ...(command.args ?? []), ...options].join(' ')
}
