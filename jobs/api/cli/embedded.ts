import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Problem } from '../../values/problem'
import { OWNER } from '../caller'
import { toApiError } from '../errors'
import { MAX_UPLOAD_BYTES } from '../limits'
import { FileAnswer } from '../method'
import { openRouter } from '../open-router'
import { type OfficeClient, Refused } from './client'

/** Opens the office for the length of a command: slots, but neither scheduler nor outbox, so that nothing else happens. */
export async function openForCommand(folder: string): Promise<OfficeClient> {
  const { router, close } = await openRouter({
    folder,
    testMode: false,
    scheduler: false,
    outbox: false,
    concurrency: 2,
    logLevel: 'info',
  })
  const { office } = router
  const call = async (method: string, input: unknown): Promise<never> => {
    try {
      return (await router.call(method, input, OWNER)) as never
    } catch (error) {
      throw error instanceof Problem ? new Refused(toApiError(error)) : error
    }
  }
  return {
    isAttached: false,
    call,
    async file(method, input) {
      const file = FileAnswer.parse(await call(method, input))
      return file.sha256 ? { ...file, bytes: new Uint8Array(await office.files.read(file.sha256)) } : file
    },
    async importFile(file, kind, options) {
      const stored = await office.files
        .putStream(createReadStream(file), 'application/octet-stream', path.basename(file), MAX_UPLOAD_BYTES)
        .catch((error) => {
          throw error instanceof Problem ? new Refused(toApiError(error)) : error
        })
      const { sha256, size, originalName } = stored
      return call('imports.create', { file: { sha256, size, originalName }, kind, options })
    },
    async listen(listener, signal) {
      const stop = office.engine.onEvent(listener)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      stop()
    },
    close,
  }
}
