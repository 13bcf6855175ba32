import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test as plain } from 'vitest'
import {
  call,
  desktopCommand,
  desktopEnvironment,
  holdPort,
  inPage,
  launchDesktop,
  officePid,
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

/** The window as somebody leaves it who works on something else; there is no desktop here that would take the focus. */
const leaveWindow = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

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
  await page.waitForFunction('window.droppedPath !== undefined')
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
  await leaveWindow()
  const { file: electron, args } = desktopCommand()
  const startAgain = (given: string) => {
    const second = spawn(electron, [...args, given], { cwd: folder, env: desktopEnvironment(folder), stdio: 'ignore' })
    return new Promise((resolve) => second.once('exit', resolve))
  }
  expect(await startAgain(path.basename(file))).toBe(0)
  await page.waitForFunction('window.handed.length > 0')
  expect(await page.evaluate('window.handed')).toEqual([[path.basename(file), file, 'name,salary\n']])
  // The window takes the file in and asks what it does not say.
  await page.waitForFunction("window.location.hash.startsWith('#/imports/new')")
  expect(await isVisible()).toBe(true)
  expect(await startAgain('--open=/tasks')).toBe(0)
  await page.waitForFunction("window.location.hash === '#/tasks'")
})

test('waking up reaches the office, which looks at what fell due and tells the window', async () => {
  await holdPort(page)
  const looked = page.evaluate(
    () =>
      new Promise((resolve) => {
        const port = (window as unknown as { heldPort: MessagePort }).heldPort
        port.addEventListener('message', ({ data }) => {
          if (data.event?.type === 'woke') resolve(true)
        })
      }),
  )
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
  expect(await looked).toBe(true)
})

test('a failed task is told without its details, and a click on it opens its page', async () => {
  await leaveWindow()
  const input = { task: 'mail.send_email', args: { subject: 'x', message: 'y', recipient_list: ['Ann Secret'] } }
  const { task_id } = await call(page, 'tasks.enqueue', input)
  await untilReady(async () => ((await kept(app)).shown.length > 0 ? true : null))
  expect((await kept(app)).shown).toEqual([{ title: 'A task has failed', body: 'Open it to see why, and what to do.' }])
  await app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.shown[0]?.click())
  await page.waitForFunction((id) => window.location.hash === `#/tasks/${id}`, task_id)
  expect(await isVisible()).toBe(true)
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
  await shows(app, '2 of 2 slots')
  expect(await officePid(app)).toBe(pid)
})

test('a killed office is started again; the window says so in plain words and goes on', async () => {
  await inPage(app, "window.location.hash = '#/tasks'") // the page's own places are no new page
  await inPage(app, "window.location.hash = '#/today'")
  const before = await officePid(app)
  process.kill(before ?? 0, 'SIGKILL')
  await shows(app, 'The office stopped unexpectedly and started again by itself at')
  await shows(app, '2 of 2 slots')
  const after = await officePid(app)
  expect(after).not.toBe(before)
  expect((await kept(app)).tips).toEqual(
    expect.arrayContaining(['Daybook: The office stopped; starting it again…', 'Daybook: All done']),
  )
  await inPage(
    app,
    "[...document.querySelectorAll('button')].find((one) => one.innerText === 'Close this message').click()",
  )
  await untilReady(async () =>
    String(await inPage(app, 'document.body.innerText')).includes('stopped unexpectedly') ? null : true,
  )
})
