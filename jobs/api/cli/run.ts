import { dataFolder } from '../../../db/folder'
import { Problem } from '../../values/problem'
import type { ApiError } from '../errors'
import { toApiError } from '../errors'
import { type OfficeClient, Refused } from './client'
import type { Command, Context } from './command'
import { commands } from './commands'
import { connectOffice } from './connect'
import { helpAll, helpFor } from './help'
import { createOutput } from './output'
import { parseCommand } from './parse'
import { UsageProblem, usage } from './usage'

export type Streams = { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } }

/** Runs one command line and answers with its exit code: 0 done, 1 failed, 2 used wrongly. */
export async function run(argv: string[], streams: Streams, signal: AbortSignal): Promise<number> {
  const isJson = argv.includes('--json')
  const out = createOutput(isJson, streams.stdout, streams.stderr)
  let opened: Promise<OfficeClient> | null = null
  try {
    const { command, args, options } = parseCommand([...argv], commands)
    if (options.help === true) {
      streams.stdout.write(`${command ? helpFor(command) : helpAll(commands)}\n`)
      return 0
    }
    if (!command) throw usage('cli.no_command')
    const folder = dataFolder(typeof options.data === 'string' ? options.data : undefined)
    const context: Context = {
      folder,
      args,
      options,
      out,
      office: () => (opened ??= connectOffice(folder)),
      signal,
    }
    return await runCommand(command, context)
  } catch (error) {
    return report(error, isJson, streams)
  } finally {
    await (opened as Promise<OfficeClient> | null)?.then(
      (office) => office.close(),
      () => undefined,
    )
  }
}

const runCommand = (command: Command, context: Context): Promise<number> => command.run(context)

/** A refusal goes to standard error, in words or as JSON; what nobody foresaw too, without its stack. */
function report(error: unknown, isJson: boolean, { stderr }: Streams): number {
  const worded: ApiError = error instanceof Refused ? error.error : wordProblem(error)
  stderr.write(
    isJson ? `${JSON.stringify({ error: worded })}\n` : `daybook: ${worded.message}\n         ${worded.fix}\n`,
  )
  return error instanceof UsageProblem ? 2 : 1
}

function wordProblem(error: unknown): ApiError {
  if (error instanceof Problem) return toApiError(error)
  const found = error instanceof Error ? error.message : String(error)
  return toApiError(new Problem('cli.failed', { found }, { kind: 'internal' }))
}
