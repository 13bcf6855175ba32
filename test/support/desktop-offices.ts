import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from 'playwright-core'

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

function openFiles(pid: number): string[] {
  const at = `/proc/${pid}/fd`
  try {
    return fs.readdirSync(at).map((handle) => fs.readlinkSync(path.join(at, handle)))
  } catch {
    return [] // it is just ending
  }
}
