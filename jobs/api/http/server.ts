import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { Problem } from '../../values/problem'
import { readAsset } from '../assets'
import { OWNER } from '../caller'
import { asProblem } from '../errors'
import type { Caller } from '../office'
import { openApi } from '../openapi'
import { page } from '../page'
import type { Router } from '../router'
import { mayHear, openSession } from '../session'
import { sendProblem } from './answer'
import { createEventStreams } from './events'
import { type Asked, type Asker, askerOf, checkSource, cookieName } from './guard'
import { parseOutsideJson } from './json'
import { addRoutes, restMethods } from './routes'
import { createSessions, type Sessions } from './sessions'
import { acceptUploads } from './upload'

export type HttpServer = {
  /** `http://127.0.0.1:8123` */
  address: string
  /** Opens the window in a browser, once. Paths may be appended to it as to the bare address. */
  link: string
  token: string
  close(): Promise<void>
}

const MAX_BODY_BYTES = 2 * 1024 * 1024
/** Node looks for stalled connections every 30 s; an idle office has better things to do than to wake up for that. */
const CONNECTION_CHECK_MS = 600_000

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Serves one office on 127.0.0.1: API, events and the window's page. Nobody else on the network can reach it. */
export async function serveHttp(
  router: Router,
  options: { rendererFolder: string; port: number },
): Promise<HttpServer> {
  const sessions = createSessions(() => openSession(router.office))
  const askers = new WeakMap<FastifyRequest, Asker>()
  // forceCloseConnections: event streams, and on Node 18 idle keep-alive sockets, would hold close() up.
  const app = Fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: (request) => bareUrl(request.url ?? '/'),
    http: { connectionsCheckingInterval: CONNECTION_CHECK_MS },
  })
  const streams = createEventStreams((listener) => router.onEvent(listener))
  const port = () => Number((app.server.address() as { port: number } | null)?.port ?? options.port)

  readJsonBodies(app)
  await acceptUploads(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    const asked = askedBy(request)
    checkSource(asked, port())
    if (isOpenPath(request)) return
    const asker = askerOf(asked, port(), sessions)
    if (asker === null) throw new Problem('api.unauthorized', {}, { kind: 'unauthorized' })
    askers.set(request, asker)
  })
  app.setErrorHandler((error, request, reply) =>
    sendProblem(reply, asProblem(refusalOf(error), router.log, `${request.method} ${request.routeOptions.url ?? ''}`)),
  )
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      new Problem(
        'api.unknown_path',
        { verb: request.method, path: request.url.split('?')[0] ?? '' },
        { kind: 'not_found' },
      ),
    ),
  )
  const callerOf = async (request: FastifyRequest, method: string): Promise<Caller> => {
    const asker = askers.get(request)
    if (!asker) throw new Problem('api.unauthorized', {}, { kind: 'unauthorized' })
    return asker === 'token' ? OWNER : router.callerIn(asker, method)
  }
  addRoutes(app, router, callerOf)
  addSessionRoutes(app, sessions, port)
  app.get('/api/events', (request, reply) => {
    const asker = askers.get(request)
    reply.hijack()
    streams.add(reply.raw, () => asker === 'token' || (asker !== undefined && mayHear(router.office, asker)))
  })
  let document: ReturnType<typeof openApi> | null = null
  app.get('/api/openapi.json', () => (document ??= openApi(router.office.version, restMethods(router))))
  addWindow(app, options.rendererFolder)

  await app.listen({ host: '127.0.0.1', port: options.port }).catch(async (error: NodeJS.ErrnoException) => {
    await app.close()
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    throw new Problem('api.port_taken', { port: options.port }, { kind: 'conflict', cause: error })
  })
  const address = `http://127.0.0.1:${port()}`
  return {
    address,
    link: `${address}/once/${sessions.newCode()}`,
    token: sessions.token,
    async close() {
      streams.close()
      await app.close()
    },
  }
}

/** `/once/<code>/api/tasks` is `/api/tasks`: who was given the link may append paths to it as to any address. */
const bareUrl = (url: string): string => url.replace(/^\/once\/[\w-]+(?=\/[^/])/, '')

/** The page and its files hold nothing of the office; the session paths carry their own proof. */
function isOpenPath(request: FastifyRequest): boolean {
  const pathname = request.url.split('?')[0] ?? ''
  if (request.method === 'POST') return /^\/api\/session\/?$/.test(pathname)
  return (
    request.method === 'GET' && (pathname === '/' || pathname.startsWith('/assets/') || pathname.startsWith('/once/'))
  )
}

function askedBy(request: FastifyRequest): Asked {
  const { host, origin, authorization, cookie } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  return {
    verb: request.method,
    host,
    origin,
    authorization,
    cookie,
    fetchSite: Array.isArray(fetchSite) ? fetchSite[0] : fetchSite,
  }
}

/** JSON is the one kind of body besides uploads; no body counts as an empty object. */
function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, String(body).trim() === '' ? {} : parseOutsideJson(String(body)))
    } catch (error) {
      done(error as Error)
    }
  })
}

/** What the server refuses by itself, in words. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Problem(
      'api.media_type',
      { found: 'of another type', expected: 'application/json' },
      { kind: 'malformed' },
    )
  if (code === 'FST_FILES_LIMIT')
    return new Problem('api.malformed', { found: 'it has more than one file' }, { kind: 'malformed' })
  if (statusCode === 413)
    return new Problem('api.too_large', { what: 'The request', limit: '2 MB' }, { kind: 'too_large' })
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new Problem('api.malformed', { found: error.message }, { kind: 'malformed' })
  return error
}

function addSessionRoutes(app: FastifyInstance, sessions: Sessions, port: () => number): void {
  const cookieFor = (code: string) => {
    const session = sessions.open(code)
    if (session === null) throw new Problem('api.link_used', {}, { kind: 'unauthorized' })
    return `${cookieName(port())}=${session}; HttpOnly; SameSite=Strict; Path=/`
  }
  app.get('/once/:code', (request: FastifyRequest<{ Params: { code: string } }>, reply) =>
    reply.header('set-cookie', cookieFor(request.params.code)).redirect('/', 303),
  )
  // A page whose link carries the code in the fragment, which never reaches logs or history, hands it over itself.
  app.post('/api/session', (request, reply) => {
    const code = (request.body as { once?: unknown } | null)?.once
    return reply.header('set-cookie', cookieFor(typeof code === 'string' ? code : '')).send({ open: true })
  })
  app.post('/api/session/link', (_request, reply) =>
    reply.code(201).send({ id: 'link', url: `http://127.0.0.1:${port()}/once/${sessions.newCode()}` }),
  )
}

function addWindow(app: FastifyInstance, rendererFolder: string): void {
  app.get('/', async (request: FastifyRequest<{ Querystring: { once?: string } }>, reply) => {
    if (request.query.once) return reply.redirect(`/once/${encodeURIComponent(request.query.once)}`, 303)
    const html = await readFile(path.join(rendererFolder, 'index.html'), 'utf8').catch(() => null)
    if (html === null) throw new Problem('api.window_missing', { folder: rendererFolder }, { kind: 'unavailable' })
    const { html: body, csp } = page(html)
    return reply.header('content-security-policy', csp).type('text/html; charset=utf-8').send(body)
  })
  app.get('/assets/:name', async (request, reply) => {
    const asset = await readAsset(rendererFolder, request.url.split('?')[0] ?? '')
    if (!asset) return reply.callNotFound()
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.body)
  })
}
