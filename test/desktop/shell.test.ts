import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import { inPageIs } from '../support/browser'
import {
  call,
  desktopCommand,
  desktopEnvironment,
  holdPort,
  inPage,
  isVisible,
  launchDesktop,
  leaveWindow,
  officePid,
  runningOffice,
  shows,
} from '../support/desktop'
import { type Kept, keepWhatIsSaid, kept } from '../support/desktop-said'
import { dataDir, untilReady } from '../support/office'

const missing = inject('missing').electron
const folder = dataDir()
const file = path.join(folder, 'salaries of March.csv')
let app: ElectronApplication
let page: Page

beforeAll(async () => {
  if (missing) return
  fs.writeFileSync(file, 'name,salary\n')
  app = await launchDesktop(folder)
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

test('a file dropped on the window reaches the page with its real path', async () => {
  await page.evaluate(() => {
    document.addEventListener('dragover', (event) => event.preventDefault())
    document.addEventListener('drop', (event) => {
      event.preventDefault()
      const [dropped] = event.dataTransfer?.files ?? []
      if (dropped) Object.assign(window, { droppedPath: window.daybook?.pathOf(dropped) })
    })
  })
  const devtools = await page.context().newCDPSession(page)
  const at = { x: 400, y: 300, modifiers: 0 }
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data })
  await inPageIs(page, 'window.droppedPath !== undefined')
  expect(await page.evaluate('window.droppedPath')).toBe(file)
  expect(page.url()).toContain('app://daybook/')
})

test('a second start brings the first to the front, hands over its file and ends', async () => {
  await page.evaluate(() => {
    Object.assign(window, { handed: [] })
    const { handed } = window as unknown as { handed: unknown[] }
    window.daybook?.onFiles((files) =>
      handed.push(...files.map(({ name, path, bytes }) => [name, path, new TextDecoder().decode(bytes)])),
    )
  })
  await leaveWindow(app)
  const { file: electron, args } = desktopCommand()
  const startAgain = (given: string) => {
    const second = spawn(electron, [...args, given], { cwd: folder, env: desktopEnvironment(folder), stdio: 'ignore' })
    return new Promise((resolve) => second.once('exit', resolve))
  }
  expect(await startAgain(path.basename(file))).toBe(0)
  await inPageIs(page, 'window.handed.length > 0')
  expect(await page.evaluate('window.handed')).toEqual([[path.basename(file), file, 'name,salary\n']])
  // The window takes the file in and asks what it does not say.
  await inPageIs(page, "window.location.hash.startsWith('#/imports/new')")
  await expect.poll(() => isVisible(app)).toBe(true)
  expect(await startAgain('--open=/tasks')).toBe(0)
  // The file was not read yet, so the window asks before it goes.
  await page.getByRole('button', { name: 'Leave without saving' }).click()
  await inPageIs(page, "window.location.hash === '#/tasks'")
})

test('waking up reaches the office, which looks at what fell due and tells the window', async () => {
  await holdPort(page)
  await page.evaluate(() => {
    const port = (window as unknown as { heldPort: MessagePort }).heldPort
    port.addEventListener('message', ({ data }) => {
      if (data.event?.type === 'woke') Object.assign(window, { woke: true })
    })
  })
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  await inPageIs(page, 'window.woke === true')
})

test('a failed task is told without its details, and a click on it opens its page', async () => {
  await leaveWindow(app)
  const input = { task: 'mail.send_email', args: { subject: 'x', message: 'y', recipient_list: ['Ann Secret'] } }
  const { task_id } = await call(page, 'tasks.enqueue', input)
  const told = { title: 'A task has failed', body: 'Open it to see why, and what to do.' }
  await expect.poll(async () => (await kept(app)).shown).toContainEqual(told)
  const { shown } = await kept(app)
  expect(shown.filter(({ title }) => title === told.title)).toHaveLength(1)
  expect(JSON.stringify(shown)).not.toContain('Ann')
  await app.evaluate(
    (_electron, title) =>
      (globalThis as unknown as { kept: Kept }).kept.shown.find((one) => one.title === title)?.click(),
    told.title,
  )
  await inPageIs(page, `window.location.hash === '#/tasks/${task_id}'`)
  await expect.poll(() => isVisible(app)).toBe(true)
})

test('a killed page is loaded again and finds its office', async () => {
  const pid = await officePid(app)
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)))
    contents?.forcefullyCrashRenderer()
    return back
  })
  await inPage(app, "window.location.hash = '#/today'")
  await shows(app, 'Daily backup')
  expect(await officePid(app)).toBe(pid)
})

test('a killed office is started again; the window says so in plain words and goes on', async () => {
  await inPage(app, "window.location.hash = '#/tasks'") // the page's own places are no new page
  await inPage(app, "window.location.hash = '#/today'")
  const before = await runningOffice(app)
  process.kill(before, 'SIGKILL')
  await shows(app, 'The office stopped unexpectedly and started again by itself at')
  const after = await runningOffice(app)
  expect(after).not.toBe(before)
  // What this page has not shown yet, only the new office can have answered.
  await inPage(app, "window.location.hash = '#/schedules'")
  await shows(app, 'Every day at 03:00')
  await expect.poll(async () => (await kept(app)).tips.at(-1)).toBe('Daybook: 1 needs you') // the failed task of before
  expect((await kept(app)).tips).toContain('Daybook: The office stopped; starting it again…')
  await inPage(
    app,
    "[...document.querySelectorAll('button')].find((one) => one.innerText === 'Close this message').click()",
  )
  await untilReady(async () =>
    String(await inPage(app, 'document.body.innerText')).includes('stopped unexpectedly') ? null : true,
  )
})
