import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { inPageIs } from '../support/browser'
import { call, holdPort, launchDesktop, officePid } from '../support/desktop'
import { type DesktopBus, startDesktopBus } from '../support/desktop-bus'
import { dataDir, untilReady } from '../support/office'

const tools = ['dbus-daemon', 'gdbus'].filter((tool) => spawnSync(tool, ['--version']).error)
const missing = inject('missing').electron || (tools.length > 0 ? `no ${tools.join(' and no ')} on this machine` : '')
const folder = dataDir()
let bus: DesktopBus
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  if (missing) return
  bus = await startDesktopBus()
  app = await launchDesktop(folder, [], { DBUS_SESSION_BUS_ADDRESS: bus.address })
  page = await app.firstWindow()
  await page.getByText('Everything works.').waitFor()
})
afterAll(async () => {
  await app?.close().catch(() => undefined)
  bus?.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

const test = (name: string, run: () => Promise<void>) =>
  plain(name, async ({ skip }) => {
    skip(Boolean(missing), missing)
    await run()
  })

const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
const closeWindow = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const until = (is: () => Promise<boolean | undefined>) => untilReady(async () => ((await is()) ? true : null))

const icon = () => untilReady(async () => bus.icons[0] ?? null)
const MENU = '/com/canonical/dbusmenu'
/** The menu's items by what they are called. */
async function menuItems(): Promise<Map<string, string>> {
  const text = await bus.call(await icon(), MENU, 'com.canonical.dbusmenu.GetLayout', '0', '-1', '@as []')
  return new Map(
    [...text.matchAll(/\((?:int32 )?(\d+), \{[^}]*?'label': <'([^']*)'>/g)].map((match) => [
      match[2] ?? '',
      match[1] ?? '',
    ]),
  )
}
const click = async (item: string) =>
  bus.call(await icon(), MENU, 'com.canonical.dbusmenu.Event', item, "'clicked'", "<''>", 'uint32 0')

test('the tray shows the office, and its menu opens what it says', async () => {
  const item = await icon()
  const [property, of] = ['org.freedesktop.DBus.Properties.Get', 'org.kde.StatusNotifierItem']
  await expect.poll(() => bus.call(item, '/StatusNotifierItem', property, of, 'ToolTip')).toContain('Daybook: All done')
  await expect
    .poll(async () => [...(await menuItems()).keys()])
    .toEqual(['All done', 'Open Daybook', 'Show tasks', 'Quit Daybook'])
  await click((await menuItems()).get('Show tasks') ?? '')
  await inPageIs(page, "window.location.hash === '#/tasks'")
})

test('closing the window keeps the office at work in the tray, which is said once', async () => {
  const pid = await officePid(app)
  await closeWindow()
  await until(async () => !(await isVisible()))
  const saidSo = () => bus.told.filter(({ title }) => title === 'Daybook goes on working')
  await until(async () => saidSo().length > 0)
  await bus.call(await icon(), '/StatusNotifierItem', 'org.kde.StatusNotifierItem.Activate', '0', '0')
  await until(isVisible)
  await closeWindow()
  await until(async () => !(await isVisible()))
  expect(saidSo()).toHaveLength(1)
  expect(await officePid(app)).toBe(pid)
})

test('a notification of the desktop opens its result', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show())
  await holdPort(page)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const input = { task: 'mail.send_email', args: { subject: 'x', message: 'y', recipient_list: ['Ann Secret'] } }
  const { task_id } = await call(page, 'tasks.enqueue', input)
  const told = await untilReady(async () => bus.told.find(({ title }) => title === 'A task has failed') ?? null)
  expect(told).toMatchObject({ title: 'A task has failed', body: 'Open it to see why, and what to do.' })
  expect(told.actions).toContain('default')
  bus.click(told.id)
  await until(isVisible)
  await inPageIs(page, `window.location.hash === '#/tasks/${task_id}'`)
})

test('the tray’s menu quits, without a question where nothing runs', async () => {
  await closeWindow()
  await until(async () => !(await isVisible()))
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await click((await menuItems()).get('Quit Daybook') ?? '')
  expect(await ended).toBe(0)
})
