// npm run test:clock: the clock suite at its full length. DAYBOOK_SEED=n lives the story of one seed again.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const args = ['run', '--config', 'build/vitest.config.ts', '--project', 'clock', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, DAYBOOK_CLOCK: 'long' },
})
process.exit(status ?? 1)
