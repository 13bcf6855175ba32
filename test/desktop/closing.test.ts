import fs from 'node:fs'
import net from 'node:net'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { call, holdPort, isVisible, launchDesktop, officePid } from '../support/desktop'
import { type Kept, keepWhatIsSaid, kept } from '../support/desktop-said'
import { dataDir, untilReady } from '../support/office'

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
  // It greets and says no more: a greeting that does not come ends the attempt within ten seconds.
  const silent = net.createServer((socket) => {
    socket.on('error', () => undefined) // the office may end in the middle
    socket.write('220 slow\r\n')
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  const { port } = silent.address() as net.AddressInfo
  const fresh = await mailOffice(port)
  const isDelivering = async () =>
    JSON.stringify(await call(page, 'inspect.active', {})).includes('notify.deliver_mail')
  await untilReady(async () => ((await isDelivering()) ? true : null))
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

/** Lets the office send one mail to a server that never answers; answers with the office's process. */
async function mailOffice(port: number): Promise<number | null> {
  await holdPort(page)
  const value = {
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'office@example.org',
    hold_minutes: 0,
    timeout_seconds: 240,
  }
  await call(page, 'office.write_setting', { setting: 'mail', ...value })
  const args = { subject: 'x', message: 'y', recipient_list: ['ann@example.org'] }
  await call(page, 'tasks.enqueue', { task: 'mail.send_email', args })
  return officePid(app)
}
