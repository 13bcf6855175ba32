// npm run bench -- W1 W2 …: builds the app and the workloads when they are stale, then runs them one after the other.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from './build.mjs'

const root = path.resolve(import.meta.dirname, '..')
await build('warn', 'client,office,bench')
const bench = path.join(root, 'dist/bench/main.cjs')
const { status } = spawnSync(process.execPath, [bench, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
