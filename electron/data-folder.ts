import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/**
 * The folder of the app's own office. One that is chosen by `DAYBOOK_DATA` is an installation of its own, with its list of
 * offices, a window's memory and a single instance of its own. Before the app is ready.
 */
export function homeFolder(): { folder: string; isChosen: boolean } {
  const chosen = process.env.DAYBOOK_DATA
  if (!chosen) return { folder: path.join(app.getPath('userData'), 'data'), isChosen: false }
  const folder = path.resolve(chosen)
  app.setPath('userData', path.join(folder, 'window'))
  try {
    mkdirSync(path.join(folder, 'window'), { recursive: true }) // the lock of the single instance lies in it
  } catch {
    // The office names a folder that cannot be written, in words.
  }
  return { folder, isChosen: true }
}
