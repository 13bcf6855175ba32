// npm test: types, lint, build, then every test in one vitest run. NODE_ENV must not be "test" while the app is built.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { runVitest } from './run-vitest.mjs'

const root = path.resolve(import.meta.dirname, '..')

function step(file, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, file), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

step('node_modules/typescript/bin/tsc', '-p', '.')
step('node_modules/@biomejs/biome/bin/biome', 'check', '.')
step('build/build.mjs')
process.exit(await runVitest(process.argv.slice(2)))
