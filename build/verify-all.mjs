// npm run verify-all [-- crash power …]: the long suites and the large bench, one after the other, whatever fails. Each
// result goes into docs/verified.md as it comes; ends with 1 where a part failed.
import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import { build } from './build.mjs'
import { PARTS } from './verify/parts.mjs'
import { wordSection, writeSection } from './verify/report.mjs'

const root = path.resolve(import.meta.dirname, '..')
const report = path.join(root, 'docs/verified.md')

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in PARTS))
if (unknown.length) {
  console.error(`verify-all: no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}

/** Runs a part and shows what it prints; all of that, and how it ended. */
function run({ npm }) {
  const child = spawn('npm', npm, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  const heard = []
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.on('data', (chunk) => {
      heard.push(chunk)
      to.write(chunk)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(heard).toString('utf8') }))
  })
}

/** The commit the sources stand at; `+` where they differ from it. */
function commitOf() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', '.', ':!docs').length > 0
  return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '')
}

await build('warn')
const failed = []
for (const part of named.length ? named : Object.keys(PARTS)) {
  console.log(`\nverify-all: ${part}`)
  const commit = commitOf()
  const startedAt = Date.now()
  const { code, output } = await run(PARTS[part])
  writeSection(report, part, wordSection(part, { code, output, startedAt, endedAt: Date.now(), commit }))
  if (code !== 0) failed.push(part)
}
console.log(
  `\nverify-all: ${failed.length ? `failed: ${failed.join(', ')}` : 'all passed'}; docs/verified.md says more`,
)
process.exit(failed.length ? 1 : 0)
