import { spawn } from 'node:child_process'
import path from 'node:path'
import { officeEnvironment } from './office'

export type CommandResult = { code: number | null; stdout: string; stderr: string }

/** Runs `daybook …` on a data folder, as a person or a script would, and answers when it has ended. */
export function runCommand(folder: string, ...args: string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [path.resolve('dist/office/daybook.cjs'), ...args, '--data', folder], {
    env: officeEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const result: CommandResult = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    result.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    result.stderr += chunk
  })
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ ...result, code }))
  })
}

/** The same with `--json`: the answer read. */
export async function runJson(folder: string, ...args: string[]) {
  const { code, stdout, stderr } = await runCommand(folder, ...args, '--json')
  return { code, value: stdout ? JSON.parse(stdout) : null, error: stderr ? JSON.parse(stderr).error : null }
}
