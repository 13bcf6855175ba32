// npm run test:crash: the crash suite at its full length, 2,000 kills. DAYBOOK_SEED=n takes one folder through its kills again.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from './build.mjs'
import { isStale } from './ensure-built.mjs'

const root = path.resolve(import.meta.dirname, '..')
if (isStale()) await build('warn')
const args = ['run', '--config', 'build/vitest.config.ts', '--project', 'crash', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { DAYBOOK_KILLS: '2000', ...process.env },
})
process.exit(status ?? 1)
