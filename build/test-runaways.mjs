// npm run test:runaways: a thousand runaway tasks. DAYBOOK_SEED=n lets the mix of one number loose again.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const only = ['--project', 'crash', 'test/crash/runaways.test.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', 'build/vitest.config.ts', ...only], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DAYBOOK_RUNAWAYS: 'long' },
})
process.exit(status ?? 1)
