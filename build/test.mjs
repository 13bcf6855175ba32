// npm test: types, lint, build, then every test in one vitest run. NODE_ENV must not be "test" while the app is built.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  return status ?? 1
}

function step(file, ...args) {
  const status = run(process.execPath, [path.join(root, file), ...args])
  if (status !== 0) process.exit(status)
}

const isOnPath = (name) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, name)))

/** The browser tests want a Chromium. As root on Debian the package is installed; elsewhere they say why they skip. */
function findBrowser() {
  if (process.env.DAYBOOK_CHROMIUM || ['chromium', 'google-chrome', 'chrome'].some(isOnPath)) return
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) return
  console.log('tests: installing Chromium (once)…')
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const lock = ['-o', 'DPkg::Lock::Timeout=300']
  run('apt-get', [...lock, 'update'], quiet)
  run('apt-get', [...lock, 'install', '-y', '--no-install-recommends', 'chromium'], quiet)
}

step('node_modules/typescript/bin/tsc', '-p', '.')
step('node_modules/@biomejs/biome/bin/biome', 'check', '.')
step('build/build.mjs')
findBrowser()
step('node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts', ...process.argv.slice(2))
