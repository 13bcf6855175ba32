import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Session } from '../session'

/** Who may ask over loopback: whoever has the token (scripts), or a session opened by a one-time link (the browser). */
export type Sessions = {
  /** Acts as the owner; stands in office.json, which only the office's own account can read. */
  readonly token: string
  isToken(text: string): boolean
  /** A code that opens one session. */
  newCode(): string
  /** The session a code opens, or null where the code is unknown or used. */
  open(code: string): string | null
  /** The session of an id, as the cookie carries it. */
  find(id: string): Session | null
}

const secret = (): string => randomBytes(24).toString('base64url')
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in constant time, whatever the lengths. */
const equal = (a: Buffer, b: Buffer): boolean => timingSafeEqual(a, b)

/** Codes and sessions live as long as the office process; only their digests are kept. */
export function createSessions(begin: () => Session, token = secret()): Sessions {
  const tokenDigest = digest(token)
  const codes: Buffer[] = []
  const sessions: { id: Buffer; session: Session }[] = []
  return {
    token,
    isToken: (text) => equal(digest(text), tokenDigest),
    newCode() {
      const code = secret()
      codes.push(digest(code))
      return code
    },
    open(code) {
      const wanted = digest(code)
      const at = codes.findIndex((one) => equal(one, wanted))
      if (at < 0) return null
      codes.splice(at, 1)
      const id = secret()
      sessions.push({ id: digest(id), session: begin() })
      return id
    },
    find(id) {
      const wanted = digest(id)
      return sessions.find((one) => equal(one.id, wanted))?.session ?? null
    },
  }
}
