import './node18'
import { dataFolder } from '../db/folder'
import { toApiError } from './api/errors'
import { logLastWords, openRouter } from './api/open-router'
import { servePort } from './api/port'
import { tellShell } from './api/shell-events'
import { keyringOver, type ParentPort } from './api/shell-port'
import { wake } from './api/wake'
import { Problem } from './values/problem'

/** The office under the desktop shell: each window brings a MessagePort of its own. */
async function main(parent: ParentPort): Promise<void> {
  const { router, log, during, close } = await openRouter({
    folder: dataFolder(undefined),
    testMode: false,
    scheduler: true,
    outbox: true,
    concurrency: 2,
    logLevel: 'info',
    keyring: keyringOver(parent),
  })
  logLastWords(log)
  const stopTelling = tellShell(router, (message) => parent.postMessage(message))
  const stop = () => {
    stopTelling()
    void close().then(() => process.exit(0))
  }
  parent.on('message', ({ data, ports: [port] }) => {
    if (data.type === 'port' && port) servePort(router, port)
    if (data.type === 'woke') void during(wake)
    if (data.type === 'stop') stop()
  })
  process.once('SIGTERM', stop)
  parent.postMessage({ type: 'ready' })
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (!parentPort) throw new Error('this entry runs in an Electron utility process; “daybook serve” runs anywhere')
main(parentPort).catch((error: unknown) => {
  const { message, fix } = error instanceof Problem ? toApiError(error) : { message: String(error), fix: '' }
  parentPort.postMessage({ type: 'refused', message, fix })
  setTimeout(() => process.exit(1), 100)
})
