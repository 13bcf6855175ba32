import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveTestOffice } from '../../../support/served-office'

let office: Awaited<ReturnType<typeof serveTestOffice>>
beforeAll(async () => {
  office = await serveTestOffice()
})
afterAll(() => office.stop())

/** What no client of today's sends: written to the socket as it is. Answers with the status line and the body. */
function raw(text: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(office.server.address).port), '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve({ status: Number(answer.split(' ')[1]), text: answer }))
  })
}
const port = () => new URL(office.server.address).port
const request = (line: string, headers: Record<string, string>, body = '') =>
  raw(
    `${line} HTTP/1.1\r\n${Object.entries({ connection: 'close', 'content-length': String(body.length), ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${body}`,
  )

test('another host is refused, even with the token', async () => {
  for (const host of ['evil.example', `evil.example:${port()}`, '127.0.0.1', `127.0.0.1:1`]) {
    const { status, text } = await request('GET /api/health/', { host, authorization: `Bearer ${office.server.token}` })
    expect(status).toBe(403)
    expect(text).toContain('api.wrong_host')
  }
  const good = await request('GET /api/about', {
    host: `localhost:${port()}`,
    authorization: `Bearer ${office.server.token}`,
  })
  expect(good.status).toBe(200)
})

test("a foreign page's request is refused, and no header lets other origins in", async () => {
  const headers = { authorization: `Bearer ${office.server.token}`, origin: 'http://evil.example' }
  const answer = await office.ask('/api/about', { headers })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  const preflight = await office.ask('/api/tasks', { method: 'OPTIONS', headers })
  expect(preflight.status).toBe(403)
})

test('without token or session nothing is told, whatever the path', async () => {
  for (const path of ['/api/tasks', '/api/health/', '/api/openapi.json', '/api/events', '/api/nothing', '/nothing']) {
    const answer = await office.ask(path)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    const { error } = await answer.json()
    expect(Object.keys(error)).toEqual(['code', 'message', 'fix', 'details'])
    expect(error.code).toBe('api.unauthorized')
  }
})

test('the token counts as Bearer and as Token', async () => {
  for (const scheme of ['Bearer', 'Token']) {
    const headers = { authorization: `${scheme} ${office.server.token}` }
    expect((await office.ask('/api/about', { headers })).status).toBe(200)
  }
  expect((await office.ask('/api/about', { headers: { authorization: 'Token wrong' } })).status).toBe(401)
})

test('a link opens the window once; its cookie serves our own page only', async () => {
  const { url } = (await office.api('POST', '/api/session/link')).body
  const first = await office.ask(url)
  expect(first.status).toBe(303)
  expect(first.headers.get('location')).toBe('/')
  const set = first.headers.get('set-cookie') ?? ''
  expect(set).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  expect((await office.ask(url)).status).toBe(401)

  const cookie = set.split(';')[0] ?? ''
  const origin = office.server.address
  const json = { 'content-type': 'application/json' }
  const post = (headers: Record<string, string>) =>
    office.ask('/api/rpc/system.about', { method: 'POST', headers: { ...json, ...headers }, body: '{}' })
  expect((await post({ cookie, origin })).status).toBe(200)
  expect((await office.ask('/api/about', { headers: { cookie } })).status).toBe(200)
  expect((await post({ cookie })).status).toBe(401)
  expect((await post({ cookie, origin: 'http://evil.example' })).status).toBe(403)
  expect((await office.ask('/api/about', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(401)
})

test('a link with the code as a query or in the fragment opens the window too', async () => {
  const codeOf = async () => (await office.api('POST', '/api/session/link')).body.url.split('/').at(-1)
  const query = await office.ask(`/?once=${await codeOf()}`)
  expect(query.headers.get('location')).toMatch(/^\/once\//)
  expect((await office.ask(query.headers.get('location') ?? '')).headers.get('set-cookie')).toContain('HttpOnly')
  const posted = await office.ask('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ once: await codeOf() }),
  })
  expect(posted.status).toBe(200)
  expect(posted.headers.get('set-cookie')).toContain('HttpOnly')
})

test('paths may be appended to the link as to the bare address', async () => {
  const answer = await office.ask(`${office.server.link}/api/about`, {
    headers: { authorization: `Bearer ${office.server.token}` },
  })
  expect(answer.status).toBe(200)
  expect((await office.ask(`${office.server.link}/api/about`)).status).toBe(401)
})

test('the page comes under a policy with a nonce of its own, its files only by their plain names', async () => {
  const answer = await office.ask('/')
  const policy = answer.headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  expect(await answer.text()).toContain(nonce)
  expect(policy).not.toContain('unsafe')
  expect((await office.ask('/')).headers.get('content-security-policy')).not.toBe(policy)
  expect((await office.ask('/assets/main.js')).status).toBe(200)
  for (const path of ['/assets/..%2f..%2fserved-office.ts', '/assets/%2e%2e%2fserved-office.ts', '/assets/none.js'])
    expect((await office.ask(path)).status).toBeGreaterThanOrEqual(400)
  const { status, text } = await request('GET /assets/../../../package.json', { host: `127.0.0.1:${port()}` })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(text).not.toContain('daybook')
})
