import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/**
 * The office's data folder. One that is chosen by `DAYBOOK_DATA` is an office of its own, with a window's memory and a
 * single instance of its own. Before the app is ready.
 */
export function officeFolder(): string {
  const chosen = process.env.DAYBOOK_DATA
  if (!chosen) return path.join(app.getPath('userData'), 'data')
  const folder = path.resolve(chosen)
  app.setPath('userData', path.join(folder, 'window'))
  try {
    mkdirSync(path.join(folder, 'window'), { recursive: true }) // the lock of the single instance lies in it
  } catch {
    // The office names a folder that cannot be written, in words.
  }
  return folder
}
