import fs from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, expect, inject, test as plain } from 'vitest'
import { launchDesktop, officePid, runningOffice } from '../support/desktop'
import { keepWhatIsSaid, kept } from '../support/desktop-said'
import { dataDir, untilReady } from '../support/office'
import { axe } from '../support/screen'

const missing = inject('missing').electron
const folder = dataDir()
let app: ElectronApplication

afterAll(async () => {
  await app?.close().catch(() => undefined)
  fs.rmSync(folder, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

async function opens(): Promise<Page> {
  app = await launchDesktop(folder)
  const page = await app.firstWindow()
  await page.getByTitle(/\d of 2 slots/).waitFor()
  return page
}

/** The office's process after it was started again so often, as the tray tells it. */
const afterRestart = (times: number) =>
  untilReady(async () => {
    const { tips } = await kept(app)
    const restarts = tips.filter((tip) => tip === 'Daybook: The office stopped; starting it again…').length
    return restarts === times && tips.at(-1) === 'Daybook: All done' ? officePid(app) : null
  })

test('an office that keeps ending is not started for ever: the window says so in plain words and offers one more try', async () => {
  const page = await opens()
  await keepWhatIsSaid(app)
  // The desktop's clock stands: all of it is within a minute, however long this computer takes for a start.
  await app.evaluate(() => {
    const now = Date.now()
    Date.now = () => now
  })
  let pid = await runningOffice(app)
  for (let times = 1; times <= 3; times++) {
    process.kill(pid, 'SIGKILL')
    pid = await afterRestart(times)
    await page.getByText('The office stopped unexpectedly and started again by itself').waitFor()
  }
  process.kill(pid, 'SIGKILL')
  await page.getByText('stopped unexpectedly several times within a minute and was not started again').waitFor()
  await page.getByText('Nothing that was confirmed is lost.', { exact: false }).waitFor()
  expect(await officePid(app)).toBeNull()
  await expect.poll(async () => (await kept(app)).labels).toContain('Start the office again')
  await expect.poll(async () => (await kept(app)).tips.at(-1)).toBe('Daybook: The office does not run')
  expect(await axe(page)).toEqual([])
  await page.screenshot({ path: 'dist/shots/desktop-given-up.png' })

  await page.getByRole('button', { name: 'Start the office again' }).click()
  await page.getByTitle(/\d of 2 slots/).waitFor()
  await expect.poll(() => officePid(app)).toBeGreaterThan(0)
  await expect.poll(async () => (await kept(app)).tips.at(-1)).toBe('Daybook: All done')
  await expect.poll(async () => (await kept(app)).labels).not.toContain('Start the office again')
})

test('the app closed and opened again afterwards works on the same office', async () => {
  const first = app.process().pid
  await app.close()
  const page = await opens()
  expect(app.process().pid).not.toBe(first)
  await page.getByText('Everything works.').waitFor()
  expect(await page.getByText('stopped unexpectedly').count()).toBe(0)
})
