// Builds where dist/ is older than what it is made from. An installed package has no sources and is never stale.
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const APP = ['client', 'main', 'preload', 'office']
const SOURCES = ['jobs', 'db', 'renderer', 'electron', 'build/vite.config.ts', 'package.json', 'package-lock.json']

export function isStale(parts = APP) {
  if (!fs.existsSync(path.join(root, 'jobs'))) return false
  const builtAt = Math.min(...parts.map((part) => timeOf(path.join(root, 'dist/built', part))))
  return SOURCES.some((source) => newest(path.join(root, source)) > builtAt)
}

const timeOf = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

// Folders count too: a file that was taken away leaves only its folder's time behind.
function newest(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))))
}

if (import.meta.main && isStale()) {
  const { build } = await import('./build.mjs') // Vite takes half a second to load
  await build()
}
