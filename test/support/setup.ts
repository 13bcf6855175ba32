import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
    electron: string
    /** An X display for each worker: windows of two apps on one would cover one another. */
    displays: string[]
    missing: { chromium: string; electron: string }
  }
}

const onPath = (name: string) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file)) ?? ''

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium or Chrome of this machine; as root on Debian its package is installed where there is none. */
function findChromium(): string {
  const find = () =>
    process.env.DAYBOOK_CHROMIUM ||
    BROWSERS.map(onPath).find(Boolean) ||
    MAC_BROWSERS.find((file) => fs.existsSync(file)) ||
    ''
  const found = find()
  if (found || process.getuid?.() !== 0 || !onPath('apt-get')) return found
  console.log('installing chromium for the browser tests…')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: 'ignore', timeout: 600_000 })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  return find()
}

type Display = { name: string; xvfb?: ChildProcess }

function startXvfb(file: string): Promise<Display> {
  const xvfb = spawn(file, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    xvfb.once('error', reject)
    xvfb.stdio[3]?.once('data', (number) => resolve({ name: `:${String(number).trim()}`, xvfb }))
  })
}

/** One for each worker, or the one of the person who runs the tests; none where there is neither. */
async function openDisplays(workers: number): Promise<Display[]> {
  const file = onPath('Xvfb')
  if (file) return Promise.all(Array.from({ length: workers }, () => startXvfb(file)))
  return process.env.DISPLAY ? [{ name: process.env.DISPLAY }] : []
}

export default async function setup(project: TestProject) {
  // Unit tests need neither a browser nor a display.
  const projects = new Set(project.vitest.projects.map(({ name }) => name))
  const displays = projects.has('desktop') ? await openDisplays(project.vitest.config.maxWorkers) : []
  const chromium = projects.has('browser') ? findChromium() : ''
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.resolve('node_modules/electron/dist')
  const electron = fs.existsSync(path.join(dist, 'electron')) ? path.join(dist, 'electron') : ''
  const missing = {
    chromium: chromium ? '' : 'no Chromium on this machine',
    electron: !electron ? 'no Electron binary on this machine' : displays.length === 0 ? 'no display and no Xvfb' : '',
  }
  // `.ci/run` asks for everything: there a browser or desktop test that cannot run is a failure.
  if (process.env.DAYBOOK_TESTS_MAY_SKIP === '0') {
    if (projects.has('browser') && missing.chromium) throw new Error(missing.chromium)
    if (projects.has('desktop') && missing.electron) throw new Error(missing.electron)
  }
  project.provide('chromium', chromium)
  project.provide('electron', electron)
  project.provide(
    'displays',
    displays.map(({ name }) => name),
  )
  project.provide('missing', missing)
  return () => {
    for (const { xvfb } of displays) xvfb?.kill()
  }
}
