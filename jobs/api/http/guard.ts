import { Problem } from '../../values/problem'
import type { Session } from '../session'
import type { Sessions } from './sessions'

/** What the guard looks at of a request. */
export type Asked = {
  verb: string
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
  authorization: string | undefined
  cookie: string | undefined
}

/** Cookies are shared by all ports of a host, so an office's cookie carries its port: two offices do not log each other out. */
export const cookieName = (port: number): string => `daybook_${port}`

/** Exactly these, or a page of another name that resolves to 127.0.0.1 could ask the office (DNS rebinding). */
export const allowedHosts = (port: number): string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/** Refuses a request for another host, and one that a foreign page makes. */
export function checkSource(asked: Asked, port: number): void {
  const hosts = allowedHosts(port)
  if (!asked.host || !hosts.includes(asked.host))
    throw new Problem(
      'api.wrong_host',
      { found: asked.host ?? '', expected: hosts.join(' and ') },
      { kind: 'forbidden', details: null },
    )
  if (asked.origin !== undefined && asked.origin !== `http://${asked.host}`)
    throw new Problem('api.wrong_origin', { found: asked.origin }, { kind: 'forbidden' })
}

/** Who asks: a script with the token, or a window. */
export type Asker = 'token' | Session

/** The token is for scripts and counts everywhere; a session's cookie only for what Daybook's own page asks. Null: nobody we know. */
export function askerOf(asked: Asked, port: number, sessions: Sessions): Asker | null {
  const token = /^(?:Bearer|Token) +(\S+)$/i.exec(asked.authorization ?? '')?.[1]
  if (token !== undefined) return sessions.isToken(token) ? 'token' : null
  const id = readCookie(asked.cookie, cookieName(port))
  const session = id === null ? null : sessions.find(id)
  if (session === null) return null
  if (asked.fetchSite !== undefined && asked.fetchSite !== 'same-origin') return null
  const changes = asked.verb !== 'GET' && asked.verb !== 'HEAD'
  return !changes || asked.origin !== undefined || asked.fetchSite === 'same-origin' ? session : null
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}
