import type { Browser } from 'playwright-core'
import { benchArgs, benchEngine, verify } from './bench-engine'
import { inEmptyFolder, type Line, seconds, summary } from './measure'
import { serve, withBrowser } from './served'

const HISTORY = 100_000
const GROUP = 10_000

/**
 * W8: from the start of `daybook serve` on a folder with 100,000 finished tasks to a Today that can be used in Chromium
 * (the browser itself is running). Budget: 1.5 s.
 */
export async function w8(runs: number): Promise<Line[]> {
  const values: number[] = []
  await inEmptyFolder(async (folder) => {
    await fillHistory(folder)
    await withBrowser(async (browser) => {
      for (let run = 0; run < runs; run++) values.push(await startToToday(folder, browser))
    })
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
  const office = await serve(folder)
  try {
    await page.goto(office.url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Back up now' }).waitFor()
    return seconds() - from
  } finally {
    await context.close()
    await office.end()
  }
}
