// npm run screens: a picture of every screen in both themes into docs/pictures, from a running sample office.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { build } from './build.mjs'
import { isStale } from './ensure-built.mjs'

const root = path.resolve(import.meta.dirname, '..')
const pictures = path.join(root, 'docs/pictures')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daybook-screens-'))
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const SAMPLE_MS = 300_000

if (isStale()) await build()
const office = spawn(
  process.execPath,
  [path.join(root, 'dist/office/daybook.cjs'), 'serve', '--data', folder, '--port', '0'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const browser = await chromium.launch({ executablePath: findBrowser(), chromiumSandbox: process.getuid?.() !== 0 })
try {
  const { url, token } = JSON.parse(await firstLine(office))
  const address = new URL(url).origin
  const api = async (verb, at, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(SAMPLE_MS)
    const answer = await fetch(address + at, {
      method: verb,
      headers,
      signal,
      ...(body && { body: JSON.stringify(body) }),
    })
    const read = await answer.json()
    if (!answer.ok) throw new Error(`${verb} ${at}: ${JSON.stringify(read)}`)
    return read
  }
  await api('POST', '/api/sample', {})
  const first = async (at) => (await api('GET', at)).items[0]
  const [person, period, task, schedule, batch] = await Promise.all([
    first('/api/employees?limit=1'),
    first('/api/payroll/periods'),
    first('/api/tasks?limit=1'),
    first('/api/schedules'),
    first('/api/imports'),
  ])
  const screens = [
    ['today', '/today'],
    ['start', '/start'],
    ['imports', '/imports'],
    ['import', batch && `/imports/${batch.import_id}`],
    ['people', '/people'],
    ['person', person && `/people/${person.id}`],
    ['pay-runs', '/pay-runs'],
    ['pay-run', period && `/pay-runs/${period.id}`],
    ['tasks', '/tasks'],
    ['task', task && `/tasks/${task.task_id}`],
    ['schedules', '/schedules'],
    ['schedule', schedule && `/schedules/${schedule.id}`],
    ['outbox', '/outbox'],
    ['settings-office', '/settings/office'],
    ['settings-modules', '/settings/modules'],
    ['settings-mail', '/settings/mail'],
    ['settings-backup', '/settings/backup'],
    ['settings-users', '/settings/users'],
    ['settings-appearance', '/settings/appearance'],
  ]
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto((await api('POST', '/api/session/link', {})).url)
  fs.mkdirSync(pictures, { recursive: true })
  for (const [name, at] of screens) {
    if (!at) continue
    await page.goto(`${address}/#${at}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForTimeout(500) // lists fill after the heading
    if ((await page.getByText('Nothing at this address').count()) > 0) continue
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
      await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}.png`) })
    }
    console.log(name)
  }
} finally {
  await browser.close()
  office.kill('SIGTERM')
  await new Promise((resolve) => (office.exitCode === null ? office.once('exit', resolve) : resolve()))
  fs.rmSync(folder, { recursive: true, force: true })
}

function findBrowser() {
  const which = (name) => spawnSync('which', [name]).stdout?.toString().trim()
  const found = process.env.DAYBOOK_CHROMIUM ?? BROWSERS.map(which).find(Boolean)
  if (!found) throw new Error('npm run screens needs a Chromium on the path, or DAYBOOK_CHROMIUM')
  return found
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0])
    })
    child.once('exit', (code) => reject(new Error(`the office ended with ${code} before it was ready`)))
  })
}
