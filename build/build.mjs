import fs from 'node:fs'
import path from 'node:path'
import { createBuilder } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const lock = path.join(root, 'dist/building')
const APP = 'client,main,preload,office'

/** When a part (an environment of vite.config.ts) was last built; its time is that of the sources it was built from. */
export const stampOf = (part) => path.join(root, 'dist/built', part)

/**
 * Builds the app, or the parts that are named, into dist/. Two builds at once would empty each other's folders, so the
 * second waits for the first.
 */
export async function build(logLevel = 'warn', parts = APP) {
  const release = await takeTurn()
  const startedAt = new Date()
  try {
    process.env.DAYBOOK_BUILD = parts
    const builder = await createBuilder({ configFile: path.join(root, 'build/vite.config.ts'), logLevel }, null)
    await builder.buildApp()
    for (const part of parts.split(',')) {
      fs.mkdirSync(path.dirname(stampOf(part)), { recursive: true })
      fs.writeFileSync(stampOf(part), '')
      fs.utimesSync(stampOf(part), startedAt, startedAt) // what changed since is stale
    }
  } finally {
    release()
  }
}

async function takeTurn() {
  fs.mkdirSync(path.dirname(lock), { recursive: true })
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isHeld()) await new Promise((resolve) => setTimeout(resolve, 100))
      else fs.rmSync(lock, { force: true }) // its builder was killed
    }
  }
}

function isHeld() {
  try {
    return process.kill(Number(fs.readFileSync(lock, 'utf8')) || -1, 0)
  } catch {
    return false
  }
}

if (import.meta.main) await build('info')
