import { Readable } from 'node:stream'
import { faultPoint } from '../../values/faults'
import {
  DEADLINES,
  type Deadlines,
  endLine,
  keep,
  type Line,
  openLine,
  type SmtpError,
  type SmtpServer,
  takeKept,
} from './line'

export { DEADLINES, type Deadlines, type SmtpServer } from './line'

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

/**
 * One message to one recipient: over a connection that an earlier one has left open, else connect, secure and sign in
 * first. Never throws; ends within its deadlines, on `signal`, or with the server's answer. RFC 5321, 4.5.3.2 and 6.1: the
 * message is the server's from the reply to the final dot on, so from the moment that dot can have left us until that
 * reply, the outcome is unknown.
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
  const kept = takeKept(server, deadlines)
  if (kept) {
    const outcome = await talk(kept, server, envelope, message, signal, deadlines)
    // A server ends what was silent for long: it has nothing of this message, which goes over a connection of its own.
    if (!hasEndedMeanwhile(outcome)) return outcome
  }
  return talk(await openLine(server, deadlines), server, envelope, message, signal, deadlines)
}

const hasEndedMeanwhile = (outcome: Outcome): boolean =>
  (outcome.outcome === 'broken' && outcome.detail === 'closed') ||
  (outcome.outcome === 'refused' && outcome.phase === 'sender' && outcome.reply.startsWith('421'))

function talk(
  line: Line,
  server: SmtpServer,
  envelope: { from: string; to: string },
  message: Buffer,
  signal: AbortSignal,
  deadlines: Deadlines,
): Promise<Outcome> {
  const { connection } = line
  return new Promise<Outcome>((resolve) => {
    let dotMayHaveLeft = false
    let phase: Phase = line.isSignedIn ? 'sender' : 'connect'
    let settled = false
    const timers: NodeJS.Timeout[] = []
    const settle = (outcome: Outcome) => {
      if (settled) return
      settled = true
      for (const timer of timers) clearTimeout(timer)
      signal.removeEventListener('abort', interrupted)
      if (outcome.outcome === 'accepted') keep(line, server, deadlines)
      else endLine(line, outcome.outcome === 'refused')
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
      line.isSignedIn = true
      phase = 'sender'
      connection.send({ from: envelope.from, to: [envelope.to], size: message.length }, body, (error, info) => {
        if (error || !info) fail(error)
        else settle({ outcome: 'accepted', reply: info.response })
      })
    }
    line.onEnd = fail
    if (signal.aborted) return interrupted()
    signal.addEventListener('abort', interrupted)
    if (line.isSignedIn) return send()
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
