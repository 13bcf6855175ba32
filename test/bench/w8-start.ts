import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { benchArgs, benchEngine, verify } from './bench-engine'
import { inEmptyFolder, type Line, seconds, summary } from './measure'

const HISTORY = 100_000
const GROUP = 10_000
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * W8: from the start of `daybook serve` on a folder with 100,000 finished tasks to a Today that can be used in Chromium
 * (the browser itself is running). Budget: 1.5 s.
 */
export async function w8(runs: number): Promise<Line[]> {
  const executablePath = findBrowser()
  const values: number[] = []
  await inEmptyFolder(async (folder) => {
    await fillHistory(folder)
    const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
    try {
      for (let run = 0; run < runs; run++) values.push(await startToToday(folder, browser))
    } finally {
      await browser.close()
    }
  })
  return [
    summary(
      'W8',
      'start_ms',
      values.map((s) => s * 1000),
      `${HISTORY} tasks in the history`,
    ),
  ]
}

function findBrowser(): string {
  const found =
    process.env.DAYBOOK_CHROMIUM ??
    BROWSERS.map((name) => spawnSync('which', [name]).stdout.toString().trim()).find(Boolean)
  if (!found) throw new Error('W8 needs a Chromium on the path, or DAYBOOK_CHROMIUM')
  return found
}

/** Real tasks, run to their end by the engine. */
async function fillHistory(folder: string): Promise<void> {
  const { engine, db } = benchEngine(folder, 2)
  for (let i = 0; i < HISTORY; i += GROUP)
    await engine.enqueueMany(
      'test.noop',
      Array.from({ length: GROUP }, (_, n) => benchArgs(i + n)),
    )
  await engine.start()
  await engine.drained()
  await engine.stop(10_000)
  db.close()
  verify(folder, HISTORY, 'success')
}

async function startToToday(folder: string, browser: Browser): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const from = seconds()
  const office = spawn(
    process.execPath,
    [path.resolve('dist/office/daybook.cjs'), 'serve', '--test', '--data', folder, '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  try {
    await page.goto(await linkOf(office))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Back up now' }).waitFor()
    return seconds() - from
  } finally {
    await context.close()
    const ended = new Promise((resolve) => office.once('exit', resolve))
    office.kill('SIGTERM')
    await ended
  }
}

function linkOf(office: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    office.stdout?.on('data', (chunk) => {
      text += chunk
      const [line] = text.split('\n')
      if (text.includes('\n')) resolve((JSON.parse(line ?? '') as { url: string }).url)
    })
    office.once('exit', (code) => reject(new Error(`the office ended with ${code} before it was ready`)))
  })
}
