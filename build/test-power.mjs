// npm run test:power: the power is cut 1,000 times. DAYBOOK_SEED=n DAYBOOK_POWER_RECORDING=dist/power cuts the last day again.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const args = ['run', '--config', 'build/vitest.config.ts', '--project', 'power', ...process.argv.slice(2)]
const env = { ...process.env, DAYBOOK_POWER: 'long' }
const run = (...what) => spawnSync(process.execPath, what, { cwd: root, stdio: 'inherit', env }).status ?? 1
process.exit(run(path.join(root, 'build/ensure-built.mjs')) || run(vitest, ...args))
