import { Problem } from '../../values/problem'
import { attach } from './attached'
import type { OfficeClient } from './client'
import { findRunningOffice } from './running-office'

/** An office that holds the folder and does not answer yet is starting; so long is waited for it. */
const STARTING_MS = 10_000

/** The running office of a data folder, or the office itself, opened for the length of a command. */
export async function connectOffice(folder: string): Promise<OfficeClient> {
  const until = Date.now() + STARTING_MS
  for (;;) {
    const running = await findRunningOffice(folder)
    if (running) return attach(running)
    try {
      // Loaded only now: a client of a running office needs neither database nor engine.
      const { openForCommand } = await import('./embedded')
      return await openForCommand(folder)
    } catch (error) {
      const isHeld = error instanceof Problem && error.code === 'db.folder_in_use'
      if (!isHeld || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}
