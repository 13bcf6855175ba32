import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, askerOf, checkSource, cookieName, readCookie } from '../../../../jobs/api/http/guard'
import { createSessions } from '../../../../jobs/api/http/sessions'
import { instant } from '../../../../jobs/values/time'

const PORT = 8123
const asked = (given: Partial<Asked> = {}): Asked => ({
  verb: 'GET',
  host: `127.0.0.1:${PORT}`,
  origin: undefined,
  fetchSite: undefined,
  authorization: undefined,
  cookie: undefined,
  ...given,
})
const sessionsOf = () => createSessions(() => ({ holder: null, usedAt: instant(0) }))
const codeOf = (work: () => void): string => {
  try {
    work()
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

test.each(['127.0.0.1:8123', 'localhost:8123'])('the office answers to %s', (host) => {
  expect(codeOf(() => checkSource(asked({ host }), PORT))).toBe('taken')
})

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:8123',
  '127.0.0.1',
  '127.0.0.1:8124',
  '127.0.0.1:81230',
  'localhost',
  '127.0.0.1:8123.evil.example',
  'LOCALHOST.:8123',
  '[::1]:8123',
  '0.0.0.0:8123',
  '127.1:8123',
])('no other host is answered: %s', (host) => {
  expect(codeOf(() => checkSource(asked({ host }), PORT))).toBe('api.wrong_host')
})

test.each(['null', 'http://evil.example', 'https://127.0.0.1:8123', 'http://127.0.0.1', 'http://localhost:8123', ''])(
  'a foreign page may not ask: %s',
  (origin) => {
    expect(codeOf(() => checkSource(asked({ origin }), PORT))).toBe('api.wrong_origin')
  },
)

test("the office's own page may ask", () => {
  expect(codeOf(() => checkSource(asked({ origin: 'http://127.0.0.1:8123' }), PORT))).toBe('taken')
})

test('the token counts as Bearer and as Token, and only whole', () => {
  const sessions = sessionsOf()
  const known = (authorization: string) => askerOf(asked({ authorization }), PORT, sessions) === 'token'
  expect(known(`Bearer ${sessions.token}`)).toBe(true)
  expect(known(`Token ${sessions.token}`)).toBe(true)
  expect(known(`bearer  ${sessions.token}`)).toBe(true)
  expect(known(sessions.token)).toBe(false)
  expect(known(`Basic ${sessions.token}`)).toBe(false)
  expect(known(`Bearer ${sessions.token}x`)).toBe(false)
  expect(known(`Bearer ${sessions.token.slice(1)}`)).toBe(false)
  expect(known('Bearer ')).toBe(false)
  fc.assert(fc.property(fc.string(), (text) => known(`Bearer ${text}`) === (text.trim() === sessions.token)))
})

test('a session counts for our own page only', () => {
  const sessions = sessionsOf()
  const cookie = `other=1; ${cookieName(PORT)}=${sessions.open(sessions.newCode())}`
  const known = (given: Partial<Asked>) => askerOf(asked({ cookie, ...given }), PORT, sessions) !== null
  expect(known({})).toBe(true)
  expect(known({ fetchSite: 'same-origin' })).toBe(true)
  expect(known({ verb: 'POST', origin: `http://127.0.0.1:${PORT}` })).toBe(true)
  expect(known({ fetchSite: 'cross-site' })).toBe(false)
  expect(known({ fetchSite: 'same-site' })).toBe(false)
  expect(known({ fetchSite: 'none' })).toBe(false)
  expect(known({ verb: 'POST' })).toBe(false)
})

test('a wrong token is not rescued by a session', () => {
  const sessions = sessionsOf()
  const cookie = `${cookieName(PORT)}=${sessions.open(sessions.newCode())}`
  expect(askerOf(asked({ cookie, authorization: 'Bearer wrong' }), PORT, sessions)).toBeNull()
})

test('a code opens one session, once', () => {
  const sessions = sessionsOf()
  const code = sessions.newCode()
  const id = sessions.open(code)
  expect(id).not.toBeNull()
  expect(sessions.find(id ?? '')).not.toBeNull()
  expect(sessions.find(id ?? '')).toBe(sessions.find(id ?? ''))
  expect(sessions.open(code)).toBeNull()
  expect(sessions.open('')).toBeNull()
  expect(sessions.find('')).toBeNull()
  expect(sessions.find(code)).toBeNull()
})

test('a cookie is read by its whole name', () => {
  expect(readCookie('daybook_81=a; daybook_8123=b', 'daybook_8123')).toBe('b')
  expect(readCookie('xdaybook_8123=b', 'daybook_8123')).toBeNull()
  expect(readCookie(undefined, 'daybook_8123')).toBeNull()
})
