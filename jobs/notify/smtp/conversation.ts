import { Readable } from 'node:stream'
import { rootCertificates } from 'node:tls'
import { faultPoint } from '../../values/faults'

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

/** How long a stopping office waits for the reply to a message it has already handed over. */
const LAST_WORD_MS = 5_000

/** What stands in place of a server's reply in the sample office. */
export const KEPT_BACK = '250 Sample office: kept here, nothing was sent'

export type Phase = 'connect' | 'greeting' | 'tls' | 'sign_in' | 'sender' | 'recipient' | 'data'

/** How a conversation ended. What matters most: whether the server may hold the message. */
export type Outcome =
  | { outcome: 'accepted'; reply: string }
  /** The server said no; it does not have the message. */
  | { outcome: 'refused'; phase: Phase; reply: string; permanent: boolean }
  /** It broke off before the end of the message was sent; the server cannot have taken it. */
  | { outcome: 'broken'; phase: Phase; detail: string; permanent: boolean }
  /** The whole message was sent and no reply came: it may have been taken, and nobody here can tell. */
  | { outcome: 'unknown'; detail: string }

type SmtpError = Error & {
  code?: string | undefined
  originalCode?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
  command?: string | undefined
  timeoutType?: string | undefined
}

/**
 * One conversation with a mail server: connect, secure, sign in, one recipient, one message. Never throws; ends within
 * its deadlines, on `signal`, or with the server's answer. RFC 5321, 4.5.3.2 and 6.1: the message is the server's from
 * the reply to the final dot on, so from the moment that dot can have left us until that reply, the outcome is unknown.
 */
export async function converse(
  server: SmtpServer,
  envelope: { from: string; to: string },
  message: Buffer,
  signal: AbortSignal,
  deadlines: Deadlines = DEADLINES,
): Promise<Outcome> {
  // The one place where a connection is made, so the one place where it must not be.
  if (server.keptBack) return { outcome: 'accepted', reply: KEPT_BACK }
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const connection = new SMTPConnection({
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

  return new Promise<Outcome>((resolve) => {
    let dotMayHaveLeft = false
    let phase: Phase = 'connect'
    let settled = false
    const timers: NodeJS.Timeout[] = []
    const settle = (outcome: Outcome) => {
      if (settled) return
      settled = true
      for (const timer of timers) clearTimeout(timer)
      signal.removeEventListener('abort', interrupted)
      if (outcome.outcome === 'accepted' || outcome.outcome === 'refused') connection.quit()
      connection.close()
      resolve(outcome)
    }
    const fail = (error: SmtpError | null | undefined) =>
      settle(judge(error ?? new Error('closed'), phase, dotMayHaveLeft))
    const interrupted = () => {
      if (!dotMayHaveLeft) return settle({ outcome: 'broken', phase, detail: 'interrupted', permanent: false })
      timers.push(setTimeout(() => settle({ outcome: 'unknown', detail: 'interrupted' }), LAST_WORD_MS))
    }
    timers.push(
      setTimeout(() => {
        if (!dotMayHaveLeft) settle({ outcome: 'broken', phase, detail: 'too_slow', permanent: false })
      }, deadlines.totalMs),
    )
    // The source of the bytes says when they are through: `end` is asked for before the final dot is made from it.
    const body = new Readable({
      read() {
        faultPoint('mail.before_data')
        this.push(message)
        dotMayHaveLeft = true
        this.push(null)
      },
    })
    body.once('end', () => setImmediate(() => faultPoint('mail.after_data')))
    const send = () => {
      phase = 'sender'
      connection.send({ from: envelope.from, to: [envelope.to], size: message.length }, body, (error, info) => {
        if (error || !info) fail(error)
        else settle({ outcome: 'accepted', reply: info.response })
      })
    }
    connection.on('error', fail)
    // A closing connection ends before it tells the sender why: the reason is heard first.
    connection.on('end', () => setImmediate(() => fail(null)))
    if (signal.aborted) return interrupted()
    signal.addEventListener('abort', interrupted)
    connection.connect((error) => {
      if (error) return fail(error)
      if (server.user === null) return send()
      phase = 'sign_in'
      if (!connection.allowsAuth) {
        return settle({ outcome: 'broken', phase, detail: 'no_sign_in_offered', permanent: true })
      }
      connection.login({ user: server.user, pass: server.password ?? '' }, (failed) => (failed ? fail(failed) : send()))
    })
  })
}

/** What an error of the connection means for the message. */
function judge(error: SmtpError, phase: Phase, dotMayHaveLeft: boolean): Outcome {
  const code = error.responseCode
  if (code !== undefined && code >= 400 && error.response !== undefined) {
    return { outcome: 'refused', phase: phaseOf(error, phase), reply: oneLine(error.response), permanent: code >= 500 }
  }
  const detail = detailOf(error)
  if (dotMayHaveLeft) return { outcome: 'unknown', detail }
  return { outcome: 'broken', phase: phaseOf(error, phase), detail, permanent: PERMANENT.has(detail) }
}

const PERMANENT = new Set(['certificate', 'too_large', 'sign_in', 'address'])

/** A word for what went wrong; `explain.ts` makes a sentence of it. */
function detailOf(error: SmtpError): string {
  const cause = error.originalCode ?? ''
  if (
    /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME/.test(cause + (error.code ?? '')) ||
    /certificate/i.test(error.message)
  ) {
    return 'certificate'
  }
  if (error.timeoutType === 'CONNECT_TIMEOUT') return 'no_connection'
  if (error.timeoutType === 'GREETING_TIMEOUT') return 'no_greeting'
  if (error.code === 'ETIMEDOUT') return 'silence'
  if (/SSL/.test(cause)) return 'tls'
  if (cause === 'ECONNREFUSED') return 'connection_refused'
  if (error.code === 'EDNS' || cause === 'ENOTFOUND' || cause === 'EAI_AGAIN') return 'unknown_host'
  if (error.code === 'ETLS') return 'tls'
  if (error.code === 'EAUTH') return 'sign_in'
  if (error.code === 'EMESSAGE') return 'too_large'
  if (error.code === 'EENVELOPE') return 'address'
  if (error.code === 'EPROTOCOL') return 'not_smtp'
  return 'closed'
}

function phaseOf(error: SmtpError, phase: Phase): Phase {
  if (error.code === 'ETLS') return 'tls'
  if (error.timeoutType === 'GREETING_TIMEOUT') return 'greeting'
  const command = error.command ?? ''
  if (command.startsWith('AUTH')) return 'sign_in'
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'recipient'
  if (command === 'DATA') return 'data'
  return phase
}

const oneLine = (reply: string) => reply.replace(/\s+/g, ' ').trim().slice(0, 500)
