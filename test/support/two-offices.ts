import fs from 'node:fs'
import type { ElectronApplication, Page } from 'playwright-core'
import { inPageIs } from './browser'
import { call, holdPort, launchDesktop, showWindow } from './desktop'
import { chooseFolders, doWithOffices, listedOffice } from './desktop-offices'
import { type Kept, keepWhatIsSaid } from './desktop-said'
import { dataDir, untilReady } from './office'
import { watch } from './screen'

type Opened = { app: ElectronApplication; page: Page; errors: string[] }

/** The desktop app with two offices, Alpha and Beta, and what a test does with them. */
export function twoOffices() {
  const [alpha, beta] = [dataDir(), dataDir()]
  let opened: Opened | undefined
  const page = (): Page => {
    if (!opened) throw new Error('the app is not open')
    return opened.page
  }

  const button = (name: string | RegExp) => page().getByRole('button', { name })
  /** The office of the window, as its name at the top left says. */
  const shows = (name: string) => button(new RegExp(`^${name}, go to an office$`)).waitFor()
  const goTo = (place: string) => page().evaluate((to) => window.location.assign(`#${to}`), place)
  const callOffice = (name: string) => call(page(), 'office.write_setting', { setting: 'office', name })
  const row = (name: string) =>
    page()
      .getByRole('row')
      .filter({ has: page().getByRole('link', { name, exact: true }) })
  /** As the list has it; while the page is loaded anew there is nobody to ask. */
  const listed = (folder: string) =>
    untilReady(async () => (await listedOffice(page(), folder).catch(() => undefined)) ?? null)

  /** The page is loaded anew for another office, whose number its address has then. */
  const isPageOf = (page: Page, id: string) =>
    inPageIs(page, `window.location.search === '?office=${id}' && window.heldPort !== undefined`)

  /** By keyboard alone: Ctrl-Shift-O, some letters, Enter. */
  async function switchTo(name: string) {
    await page().keyboard.press('Control+Shift+O')
    await page().getByRole('textbox', { name: 'An office' }).and(page().locator(':focus')).waitFor()
    await page().keyboard.type(name.slice(0, 4))
    await page().locator('[data-combobox-selected]').filter({ hasText: name }).waitFor()
    await page().keyboard.press('Enter')
  }

  /** The app, started. */
  async function opens(): Promise<Opened> {
    const app = await launchDesktop(alpha)
    const page = await app.firstWindow()
    opened = { app, page, errors: watch(page) }
    await page.getByRole('button', { name: /, go to an office$/ }).waitFor()
    await keepWhatIsSaid(app)
    await holdPort(page)
    return opened
  }

  /**
   * The window on one of the two offices as if it had just been opened, whatever the test before left behind: what it
   * typed, where it was, an office it did not get to begin.
   */
  async function begin(name: 'Alpha' | 'Beta', { keepsBeta = true } = {}): Promise<Opened> {
    const { app, page, errors } = opened?.app.process().exitCode === null ? opened : await opens()
    await showWindow(app)
    const first = await listed(alpha)
    if (first.isShown && first.name !== 'Alpha') await callOffice('Alpha')
    if (!(await listedOffice(page, beta))) {
      await chooseFolders(app, [beta])
      await doWithOffices(page, { deed: 'add', kind: fs.readdirSync(beta).length > 0 ? 'existing' : 'new' })
      await isPageOf(page, (await listed(beta)).id) // it is shown at once
    }
    const keeps: [string, boolean][] = [
      [alpha, true],
      [beta, keepsBeta],
    ]
    for (const [folder, keepsWorking] of keeps) {
      const one = await listed(folder)
      if (one.keepsWorking !== keepsWorking)
        await doWithOffices(page, { deed: 'keep_working', id: one.id, keepsWorking })
    }
    const { id, isShown, name: called } = await listed(name === 'Alpha' ? alpha : beta)
    if (isShown) await page.reload()
    else {
      await doWithOffices(page, { deed: 'show', id })
      await isPageOf(page, id)
    }
    await inPageIs(page, 'window.heldPort !== undefined')
    if (called !== name) await callOffice(name)
    await shows(name)
    errors.length = 0
    return { app, page, errors }
  }

  async function end(): Promise<void> {
    // Whatever still runs after a failed test is not asked about.
    await opened?.app
      .evaluate(() => Object.assign((globalThis as unknown as { kept: Kept }).kept, { answer: 0 }))
      .catch(() => undefined)
    await opened?.app.close().catch(() => undefined)
    for (const folder of [alpha, beta]) fs.rmSync(folder, { recursive: true, force: true })
  }

  return { alpha, beta, opens, begin, end, button, shows, goTo, callOffice, row, switchTo }
}
