import { rootCertificates } from 'node:tls'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'

export type SmtpServer = {
  host: string
  port: number
  security: 'none' | 'starttls' | 'tls'
  user: string | null
  password: string | null
  /** PEM of a certificate (or of its authority) that this office trusts besides the public ones. */
  certificate: string | null
  /** The sample office's: no connection is ever opened to it. */
  keptBack: boolean
}

/** Milliseconds. `idle` is silence at any time after the greeting, `total` the whole conversation up to the final dot. */
export type Deadlines = { connectMs: number; greetingMs: number; idleMs: number; totalMs: number }
export const DEADLINES: Deadlines = { connectMs: 10_000, greetingMs: 10_000, idleMs: 60_000, totalMs: 240_000 }

export type SmtpError = Error & {
  code?: string | undefined
  originalCode?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
  command?: string | undefined
  timeoutType?: string | undefined
}

/** A connection to a mail server, and who hears when it ends. */
export type Line = {
  connection: SMTPConnection
  isSignedIn: boolean
  /** How many messages it has carried. */
  carried: number
  onEnd: (error: SmtpError | null) => void
  /** Ends it when nobody has wanted it for a while. */
  idle: NodeJS.Timeout | null
}

/** Mail servers count messages a connection, and greet slowly: a lot of mails goes over few connections, not over one each. */
const MOST_MESSAGES = 50
const IDLE_MS = 2_000
/** As many as the lane has conversations at once. */
const MOST_KEPT = 8

/** By server and its time for silence; the thread's own, and gone with it. A line that is lost costs a connection and no mail. */
const kept = new Map<string, Line[]>()
const keyOf = (server: SmtpServer, { idleMs }: Deadlines): string => JSON.stringify([server, idleMs])

export async function openLine(server: SmtpServer, deadlines: Deadlines): Promise<Line> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection')
  const connection = new Connection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: deadlines.connectMs + deadlines.greetingMs,
    dnsTimeout: deadlines.connectMs,
    greetingTimeout: deadlines.greetingMs,
    socketTimeout: deadlines.idleMs,
    socketCloseTimeout: 1_000,
    tls: {
      minVersion: 'TLSv1.2',
      ...(server.certificate === null ? {} : { ca: [...rootCertificates, server.certificate] }),
    },
  })
  const line: Line = { connection, isSignedIn: false, carried: 0, onEnd: () => undefined, idle: null }
  connection.on('error', (error) => line.onEnd(error))
  // A closing connection ends before it tells the sender why: the reason is heard first.
  connection.on('end', () => setImmediate(() => line.onEnd(null)))
  return line
}

/** A signed-in line that waits for its next message. */
export function takeKept(server: SmtpServer, deadlines: Deadlines): Line | null {
  const line = kept.get(keyOf(server, deadlines))?.pop()
  if (!line) return null
  if (line.idle) clearTimeout(line.idle)
  line.idle = null
  return line
}

/** A line whose message was taken waits a moment for the next one. */
export function keep(line: Line, server: SmtpServer, deadlines: Deadlines): void {
  const key = keyOf(server, deadlines)
  const lines = kept.get(key) ?? []
  if (++line.carried >= MOST_MESSAGES || lines.length >= MOST_KEPT) {
    endLine(line, true)
    return
  }
  kept.set(key, lines)
  lines.push(line)
  const forget = (says: boolean) => {
    const others = lines.filter((one) => one !== line)
    lines.splice(0, lines.length, ...others)
    endLine(line, says)
  }
  line.onEnd = () => forget(false)
  line.idle = setTimeout(() => forget(true), IDLE_MS)
  line.idle.unref()
}

/** `says`: goodbye first. */
export function endLine(line: Line, says: boolean): void {
  if (line.idle) clearTimeout(line.idle)
  line.onEnd = () => undefined
  if (says) line.connection.quit()
  line.connection.close()
}
