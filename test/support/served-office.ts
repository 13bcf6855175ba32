import path from 'node:path'
import { serveHttp } from '../../jobs/api/http/server'
import { createRouter, type Router } from '../../jobs/api/router'
import { type OpenedOffice, openOffice } from '../../jobs/office'
import { createLog } from '../../jobs/shared/log'
import { tempFolder } from './office-db'

/** An office in this process, with real slots (the built ones), without scheduler and outbox. */
export async function openTestOffice(options: { testMode?: boolean } = {}): Promise<OpenedOffice & { router: Router }> {
  const opened = await openOffice({
    folder: tempFolder(),
    version: '0.0.0-test',
    testMode: options.testMode ?? true,
    scheduler: false,
    outbox: false,
    concurrency: 1,
    logLevel: 'debug',
    bundles: path.resolve('dist/office'),
  })
  const { office } = opened
  const log = createLog(office.folder, { level: 'debug', now: () => office.clock.now() })
  return { ...opened, router: createRouter(office, log) }
}

/** The same, served on loopback. `ask` sends exactly what it is told, `api` carries the token. */
export async function serveTestOffice(options: { testMode?: boolean } = {}) {
  const opened = await openTestOffice(options)
  const server = await serveHttp(opened.router, { rendererFolder: path.resolve('test/support/page'), port: 0 })
  const ask = (url: string, init: RequestInit = {}) =>
    fetch(new URL(url, server.address), { redirect: 'manual', ...init })
  return {
    ...opened,
    server,
    ask,
    async api(verb: string, url: string, body?: unknown) {
      const answer = await ask(url, {
        method: verb,
        headers: {
          authorization: `Bearer ${server.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null }
    },
    async stop() {
      await server.close()
      await opened.close()
    },
  }
}
