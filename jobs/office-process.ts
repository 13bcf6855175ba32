import './node18'
import { dataFolder } from '../db/folder'
import { toApiError } from './api/errors'
import { logLastWords, openRouter } from './api/open-router'
import { type OfficePort, servePort } from './api/port'
import { Problem } from './values/problem'

/** What Electron's utility process has of Electron: a port to the main process. Nothing here imports Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown; ports: OfficePort[] }) => void): void
  postMessage(message: unknown): void
}

/** The office under the desktop shell: each window brings a MessagePort of its own. */
async function main(parent: ParentPort): Promise<void> {
  const { router, log, close } = await openRouter({
    folder: dataFolder(undefined),
    testMode: false,
    scheduler: true,
    outbox: true,
    concurrency: 2,
    logLevel: 'info',
  })
  logLastWords(log)
  parent.on('message', ({ data, ports: [port] }) => {
    if (data === 'port' && port) servePort(router, port)
    if (data === 'stop') void close().then(() => process.exit(0))
  })
  process.once('SIGTERM', () => void close().then(() => process.exit(0)))
  parent.postMessage({ ready: true })
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (!parentPort) throw new Error('this entry runs in an Electron utility process; “daybook serve” runs anywhere')
main(parentPort).catch((error: unknown) => {
  const refused = error instanceof Problem ? toApiError(error) : null
  parentPort.postMessage({ refused: refused ?? { code: 'internal', message: String(error), fix: '', details: null } })
  setTimeout(() => process.exit(1), 100)
})
