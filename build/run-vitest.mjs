import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const isWindows = process.platform === 'win32'

/**
 * Runs vitest with these arguments; its exit code. It gets a process group of its own, and when it has ended that group is
 * killed: an office that a failed test left running would hold the pipe of whoever reads our output open for ever.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runVitest(args, env = {}) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'build/vitest.config.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    detached: !isWindows,
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      killGroup(child.pid)
      resolve(code ?? 1)
    })
  })
}

function killGroup(leader) {
  if (isWindows || leader === undefined) return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // nobody is left, as it should be
  }
}
