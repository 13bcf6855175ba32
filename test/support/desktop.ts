import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { inPageIs, PATIENCE_MS } from './browser'
import { untilReady } from './office'

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The display of this worker. */
export const display = (): string => {
  const all = inject('displays')
  return all[(Number(process.env.VITEST_POOL_ID) - 1) % all.length] ?? ''
}

/** What starts the desktop app of this checkout: for a second start, and for who spawns it without playwright. */
export const desktopCommand = (): { file: string; args: string[] } => ({
  file: inject('electron'),
  args: [...asRoot, path.resolve('.')],
})

export const desktopEnvironment = (folder: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  DISPLAY: display(),
  DAYBOOK_DATA: folder,
  ...more,
})

/** The real app on a data folder of its own, with its window open and still. */
export async function launchDesktop(folder: string, args: string[] = [], more: Record<string, string> = {}) {
  const { file, args: own } = desktopCommand()
  const app = await _electron.launch({
    executablePath: file,
    args: [...own, ...args],
    env: desktopEnvironment(folder, more),
    timeout: PATIENCE_MS,
  })
  app.context().setDefaultTimeout(PATIENCE_MS)
  const page = await app.firstWindow({ timeout: PATIENCE_MS })
  await page.emulateMedia({ reducedMotion: 'reduce' }) // axe would measure colours amid a fade
  return app
}

/** The window as somebody leaves it who works on something else; there is no desktop here that would take the focus. */
export const leaveWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
export const showWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show())
export const isVisible = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)

/** Clicks and is gone before anything came of it. A hidden window draws nothing, so a hand finds no button there. */
export async function clickAndLeave(app: ElectronApplication, page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name })
  await button.and(page.locator(':enabled')).waitFor()
  await leaveWindow(app)
  await button.evaluate((one: HTMLButtonElement) => one.click())
}

/** The process id of the office under the app; null while there is none. */
export const officePid = (app: ElectronApplication): Promise<number | null> =>
  app.evaluate(({ app }) => app.getAppMetrics().find((one) => one.name === 'Daybook office')?.pid ?? null)

/** The same, once it runs. */
export const runningOffice = (app: ElectronApplication): Promise<number> =>
  untilReady(() => officePid(app), { what: 'a process of the office' })

/** Keeps from now on what the page was asked to lead to, and whether that was refused. */
export async function listenForLeaving(app: ElectronApplication) {
  await app.evaluate(({ BrowserWindow }) => {
    const asked: [url: string, isRefused: boolean][] = []
    Object.assign(globalThis, { asked })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-navigate', (event) => asked.push([event.url, event.defaultPrevented]))
  })
  return () => app.evaluate(() => (globalThis as unknown as { asked: [string, boolean][] }).asked)
}

/** Runs a script in the window's page, also after it crashed and was loaded again. */
export const inPage = (app: ElectronApplication, script: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    script,
  )

/** Resolves when the page shows the text. */
export const shows = (app: ElectronApplication, text: string): Promise<true> =>
  untilReady(
    async () => {
      const seen = await inPage(app, 'document.body.innerText').catch(() => '')
      return String(seen).includes(text) ? true : null
    },
    { what: `“${text}” on the page` },
  )

/** Keeps the port that the shell hands to the page, so that a test can call the office as the page does. */
export async function holdPort(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.addEventListener('message', (event) => {
      if (event.data === 'office-port') Object.assign(window, { heldPort: event.ports[0] })
    })
  })
  await page.reload()
  await inPageIs(page, 'window.heldPort !== undefined')
}

/** Calls a method of the office over the page's own port. */
export const call = (page: Page, method: string, input: unknown): Promise<Record<string, unknown>> =>
  page.evaluate(
    ({ method, input }) =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const port = (window as unknown as { heldPort: MessagePort }).heldPort
        const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000)
        port.addEventListener('message', function listen({ data }) {
          if (data.id !== id) return
          port.removeEventListener('message', listen)
          if (data.error) reject(new Error(JSON.stringify(data.error)))
          else resolve(data.output)
        })
        port.postMessage({ id, method, input })
      }),
    { method, input },
  )
