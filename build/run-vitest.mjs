import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const isWindows = process.platform === 'win32'

/**
 * Runs vitest with these arguments; its exit code. It gets a process group of its own, and when it has ended that group is
 * killed: an office that a failed test left running would hold the pipe of whoever reads our output open for ever. The
 * offices of the tests lie in one temporary folder, which goes when all passed and is named when not.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runVitest(args, env = {}) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-tests-'))
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'build/vitest.config.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary, ...env },
    detached: !isWindows,
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      killGroup(child.pid)
      if (code === 0) fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
      else console.error(`what the tests wrote lies in ${temporary}`)
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
