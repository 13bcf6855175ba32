import fs from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { holdPort, isVisible, launchDesktop, officePid } from '../support/desktop'
import { type Kept, keepWhatIsSaid, kept } from '../support/desktop-said'
import { dataDir, untilReady } from '../support/office'
import { openSilentServer, sendSlowMail } from '../support/slow-mail'

const missing = inject('missing').electron
const folder = dataDir()
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  if (missing) return
  // No bus, so no tray, whatever this machine's session has.
  app = await launchDesktop(folder, [], { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' })
  page = await app.firstWindow()
  await page.getByText('Everything works.').waitFor()
  await keepWhatIsSaid(app)
})
afterAll(async () => {
  await app?.close().catch(() => undefined)
  fs.rmSync(folder, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

test('without a tray closing the window quits, and asks where mail is being sent', async () => {
  const silent = await openSilentServer()
  await holdPort(page)
  await sendSlowMail(page, silent.port)
  const fresh = await officePid(app)
  const labels = await untilReady(async () => {
    const found = (await kept(app)).labels
    return found[0] === '1 task is running' ? found : null
  })
  expect(labels).toEqual(['1 task is running', 'Open Daybook', 'Show tasks', 'Quit Daybook'])

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect
    .poll(async () => (await kept(app)).asked)
    .toEqual(['Something is still running. Quit Daybook?\nDaybook will ask what became of it:\n• Deliver a mail'])
  expect(await isVisible(app)).toBe(true)
  expect(await officePid(app)).toBe(fresh)

  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await app.evaluate(({ app }) => {
    ;(globalThis as unknown as { kept: Kept }).kept.answer = 0
    setTimeout(() => app.quit())
  })
  expect(await ended).toBe(0)
  silent.close()
})
