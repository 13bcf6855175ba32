// npm start: opens the desktop app; where no Electron can be had, says so in one line and serves browser mode.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { isStale } from './ensure-built.mjs'

const root = path.resolve(import.meta.dirname, '..')
const at = (...parts) => path.join(root, ...parts)

function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { why: 'there is no display' }
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const packaged = at('node_modules/electron')
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron'
  const file = path.join(override ?? path.join(packaged, 'dist'), name)
  if (!fs.existsSync(file) && !override) {
    if (!fs.existsSync(path.join(packaged, 'install.js'))) return { why: 'the electron package is not installed' }
    console.log('daybook: fetching Electron (once)…')
    // A refused or unknown host fails at once, a silent one after 10 s; a download that stalls ends here.
    const { status } = spawnSync(process.execPath, [path.join(packaged, 'install.js')], {
      stdio: 'ignore',
      timeout: 300_000,
    })
    if (status !== 0) return { why: 'its binary could not be downloaded' }
  }
  return fs.existsSync(file) ? { file } : { why: `${file} is missing` }
}

function browserMode(why) {
  console.log(`daybook: Electron cannot be used here (${why}); serving browser mode instead.`)
  // The addon for an Electron's older Node is of no use to this Node.
  const env = { ...process.env, DAYBOOK_SQLITE_BINDING: '' }
  const office = spawn(process.execPath, [at('dist/office/daybook.cjs'), 'serve', ...process.argv.slice(2)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let line = ''
  office.stdout.on('data', (chunk) => {
    if (line.includes('\n')) return
    line += chunk
    if (line.includes('\n')) console.log(`daybook: open ${JSON.parse(line.split('\n')[0]).url}`)
  })
  passSignals(office)
}

function desktop(file) {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(file, [...(asRoot ? ['--no-sandbox'] : []), root], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  let ready = false
  child.once('message', () => {
    ready = true
    console.log('daybook: the window is open')
  })
  child.once('error', (error) => browserMode(error.message))
  child.once('exit', (code, signal) => {
    if (ready || code === 0) process.exit(code ?? 0)
    browserMode(`it ended at start with ${signal ?? code}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
}

function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => process.exit(code ?? 1))
}

if (isStale()) await build()
const { file, why } = findElectron()
if (file) desktop(file)
else browserMode(why)
