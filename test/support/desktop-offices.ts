import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import type { ListedOffice, OfficesDeed } from '../../jobs/api/page-bridge'
import { untilReady } from './office'

/** Answers the system's dialog for folders from now on: nobody is there to choose. */
export const chooseFolders = (app: ElectronApplication, filePaths: string[]): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showOpenDialog: async () => ({ canceled: chosen.length === 0, filePaths: chosen }) })
  }, filePaths)

/** The process of the office of this folder under the app, told by the database it has open; null while there is none. */
export async function processOf(app: ElectronApplication, folder: string): Promise<number | null> {
  const pids = await app.evaluate(({ app }) =>
    app.getAppMetrics().flatMap(({ name, pid }) => (name === 'Daybook office' ? [pid] : [])),
  )
  const database = path.join(fs.existsSync(folder) ? fs.realpathSync(folder) : folder, 'daybook.db')
  return pids.find((pid) => openFiles(pid).includes(database)) ?? null
}

/** The same, once it runs. */
export const runningProcess = (app: ElectronApplication, folder: string): Promise<number> =>
  untilReady(() => processOf(app, folder), { what: `a process of the office in ${folder}` })

/** The office of this folder in the list, as the page was last told. */
export async function listedOffice(page: Page, folder: string): Promise<ListedOffice | undefined> {
  const all = await page.evaluate(
    () => new Promise<ListedOffice[]>((tell) => window.daybook?.onOffices(({ offices }) => tell(offices))),
  )
  return all.find((one) => path.basename(one.folder) === path.basename(folder))
}

/** Asks the shell for something as the page does, without anybody to be asked first. */
export const doWithOffices = (page: Page, deed: OfficesDeed): Promise<unknown> =>
  page.evaluate((asked) => window.daybook?.doWithOffices(asked), deed)

/**
 * The shell ends no office by force from now on, however long it takes to close; the answer is how to let it again. For
 * an office that a test holds, so that what shows while it closes is looked at without haste.
 */
export async function neverEndByForce(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(() => {
    const real = globalThis.setTimeout
    const LONG_MS = 10_000
    const without = (run: () => void, ms?: number) =>
      real(ms !== undefined && ms >= LONG_MS ? () => undefined : run, ms)
    Object.assign(globalThis, { setTimeout: without, realTimeout: real })
  })
  return () =>
    app.evaluate(() => {
      Object.assign(globalThis, {
        setTimeout: (globalThis as unknown as { realTimeout: typeof setTimeout }).realTimeout,
      })
    })
}

function openFiles(pid: number): string[] {
  const at = `/proc/${pid}/fd`
  try {
    return fs.readdirSync(at).map((handle) => fs.readlinkSync(path.join(at, handle)))
  } catch {
    return [] // it is just ending
  }
}
