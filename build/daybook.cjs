#!/usr/bin/env node
// The command line: builds when the build is stale, then runs it. Standard output belongs to the command alone.
// better-sqlite3 crashes a Node older than 22.14 without a word; the node package brings one that fits.
const { spawn, spawnSync } = require('node:child_process')
const path = require('node:path')

const [major, minor] = process.versions.node.split('.').map(Number)
const fits = major > 22 || (major === 22 && minor >= 14)
const node = fits ? process.execPath : require.resolve('node/bin/node')

const { status } = spawnSync(node, [path.join(__dirname, 'ensure-built.mjs')], { stdio: ['ignore', 2, 2] })
if (status !== 0) process.exit(1)

const entry = path.join(__dirname, '../dist/office/daybook.cjs')
if (fits) {
  require(entry)
} else {
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
}
