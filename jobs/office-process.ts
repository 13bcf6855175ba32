import './node18'
import { dataFolder } from '../db/folder'
import { attach } from './api/cli/attached'
import { findRunningOffice, type RunningOffice } from './api/cli/running-office'
import { toApiError } from './api/errors'
import { standingOf } from './api/handlers/today'
import { logLastWords, type OpenedRouter, openRouter } from './api/open-router'
import { servePort } from './api/port'
import { relayPort } from './api/relay'
import { tellFinished, tellShell } from './api/shell-events'
import { keyringOver, type ParentPort } from './api/shell-port'
import { tellStanding } from './api/shell-standing'
import { wake } from './api/wake'
import type { OfficeEvent } from './engine/write'
import { Problem } from './values/problem'

/** An office that is just being closed may hold its folder for so long. */
const LEAVING_MS = 5_000
const LOOK_AGAIN_MS = 250

/** The office under the desktop shell, or the way to the one that already runs on this folder. */
async function main(parent: ParentPort): Promise<void> {
  const config: Parameters<typeof openRouter>[0] = {
    folder: dataFolder(undefined),
    testMode: false,
    scheduler: true,
    outbox: true,
    concurrency: 2,
    scale: { least: 1, most: 4 },
    logLevel: 'info',
    keyring: keyringOver(parent),
  }
  let isToEnd = false // its user went back to another office while this one was opening
  parent.on('message', ({ data }) => {
    if (data.type === 'stop') isToEnd = true
  })
  for (const until = Date.now() + LEAVING_MS; ; ) {
    try {
      const opened = await openRouter(config)
      if (isToEnd) return void opened.close().then(() => process.exit(0))
      return serveOffice(parent, opened)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'db.folder_in_use') throw error
      const running = await findRunningOffice(config.folder)
      if (running) return serveAttached(parent, running)
      if (isToEnd) process.exit(0)
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }
}

/** Each window brings a MessagePort of its own. */
function serveOffice(parent: ParentPort, { router, log, during, close }: OpenedRouter): void {
  logLastWords(log)
  const telling = tellShell(router, (message) => parent.postMessage(message))
  const standing = tellStanding(
    () => during(standingOf),
    (message) => parent.postMessage(message),
  )
  router.onEvent(() => standing.lookSoon())
  const stop = () => {
    standing.stop()
    telling.closing()
    void close().then(() => {
      telling.stop()
      process.exit(0)
    })
  }
  parent.on('message', ({ data, ports: [port] }) => {
    if (data.type === 'port' && port) servePort(router, port)
    if (data.type === 'woke') void during(wake)
    if (data.type === 'stop') stop()
  })
  process.once('SIGTERM', stop)
  parent.postMessage({ type: 'ready', isAttached: false })
}

/**
 * Whoever comes to a folder in use is a client of its office. That office goes on when this process ends; when it ends
 * itself, so does this process, and the shell starts the next one, which finds the folder free.
 */
function serveAttached(parent: ParentPort, running: RunningOffice): void {
  const finished = tellFinished((message) => parent.postMessage(message))
  parent.on('message', ({ data, ports: [port] }) => {
    if (data.type === 'port' && port) void relayPort(running, port).catch(() => process.exit(1))
    if (data.type === 'stop') process.exit(0)
  })
  process.once('SIGTERM', () => process.exit(0))
  const office = attach(running)
  const standing = tellStanding(
    async () => {
      const { office: name, needs } = await office.call('today.read', {})
      return { name, needs: needs.length }
    },
    (message) => parent.postMessage(message),
  )
  const hear = (event: OfficeEvent) => {
    finished.hear(event)
    standing.lookSoon()
  }
  const heard = office.listen(hear, new AbortController().signal)
  void heard.catch(() => undefined).then(() => process.exit(1))
  parent.postMessage({ type: 'ready', isAttached: true })
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (!parentPort) throw new Error('this entry runs in an Electron utility process; “daybook serve” runs anywhere')
main(parentPort).catch((error: unknown) => {
  const { code, message, fix } =
    error instanceof Problem ? toApiError(error) : { code: '', message: String(error), fix: '' }
  parentPort.postMessage({ type: 'refused', code, message, fix })
  setTimeout(() => process.exit(1), 100)
})
