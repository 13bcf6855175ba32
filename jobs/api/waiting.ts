import type { Waiting } from '../values/waiting'
import type { Office } from './office'

/** Under which key whoever asks for a file over HTTP hears how far it is. */
export const WAITS_HEADER = 'x-daybook-waits'

/** A window is told at most so often; between two of them the office makes some hundred KB of file. */
const TOLD_EVERY = 2000

/** Who waits for a file. With a `key` of its own it hears `file_progress` events under it: counts, nothing of the file. */
export function waitingFor(office: Office, key: string | undefined, signal: AbortSignal): Waiting {
  let told = 0
  return {
    signal,
    seen(done, total) {
      if (key === undefined) return
      if (done < told) told = 0
      if (done - told < TOLD_EVERY && done !== total) return
      told = done
      office.engine.emit({ type: 'file_progress', key, done, total })
    },
  }
}
