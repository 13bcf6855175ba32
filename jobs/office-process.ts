import './node18'
import { dataFolder } from '../db/folder'
import { toApiError } from './api/errors'
import type { Office } from './api/office'
import { logLastWords, openRouter } from './api/open-router'
import { servePort } from './api/port'
import { tellShell } from './api/shell-events'
import { keyringOver, type ParentPort } from './api/shell-port'
import { Problem } from './values/problem'

/** The office under the desktop shell: each window brings a MessagePort of its own. */
async function main(parent: ParentPort): Promise<void> {
  const { router, log, close } = await openRouter({
    folder: dataFolder(undefined),
    testMode: false,
    scheduler: true,
    outbox: true,
    concurrency: 2,
    scale: { least: 1, most: 4 },
    logLevel: 'info',
    keyring: keyringOver(parent),
  })
  logLastWords(log)
  const { office } = router
  const stopTelling = tellShell(office, (message) => parent.postMessage(message))
  const stop = () => {
    stopTelling()
    void close().then(() => process.exit(0))
  }
  parent.on('message', ({ data, ports: [port] }) => {
    if (data.type === 'port' && port) servePort(router, port)
    if (data.type === 'woke') void wake(office)
    if (data.type === 'stop') stop()
  })
  process.once('SIGTERM', stop)
  parent.postMessage({ type: 'ready' })
}

/** The computer slept: scheduler and timers look at once, and then the windows ask again for what they show. */
async function wake({ clock, scheduler, engine }: Office): Promise<void> {
  clock.announceJump()
  await scheduler?.tick()
  engine.emit({ type: 'woke' })
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (!parentPort) throw new Error('this entry runs in an Electron utility process; “daybook serve” runs anywhere')
main(parentPort).catch((error: unknown) => {
  const { message, fix } = error instanceof Problem ? toApiError(error) : { message: String(error), fix: '' }
  parentPort.postMessage({ type: 'refused', message, fix })
  setTimeout(() => process.exit(1), 100)
})
