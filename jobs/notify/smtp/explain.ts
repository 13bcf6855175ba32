import { Problem, type Reason } from '../../values/problem'
import type { Outcome, SmtpServer } from './conversation'

/** A conversation that failed for certain, as a problem in the administrator's words; transient where a later try may help. */
export function problemOf(
  outcome: Extract<Outcome, { outcome: 'refused' | 'broken' }>,
  server: Pick<SmtpServer, 'host' | 'port'>,
): Problem {
  const at = { host: server.host, port: server.port }
  const options = { kind: 'unavailable', transient: !outcome.permanent } as const
  if (outcome.outcome === 'broken') {
    return new Problem(`notify.smtp_${outcome.detail}`, { ...at, phase: outcome.phase }, options)
  }
  const { phase, reply } = outcome
  // RFC 5321, 4.2.1: a reply that begins with 4 is about this moment, and the same command may succeed later.
  const code = outcome.permanent ? `smtp_refused_${phase}` : 'smtp_put_off'
  return new Problem(`notify.${code}`, { ...at, phase, reply }, options)
}

/** Why nobody can tell whether a mail has arrived. */
export const unknownReason = (detail: string, server: Pick<SmtpServer, 'host' | 'port'>): Reason => ({
  code: 'notify.no_reply_after_data',
  params: { host: server.host, port: server.port, detail },
})

/**
 * Codes that mean: this attempt ended before the server can have taken the message. A run that was interrupted throws only
 * then; where the message was out, it waits for the answer instead.
 */
export const isBeforeTheEnd = (code: string): boolean =>
  code.startsWith('notify.smtp_') || code.startsWith('notify.not_sent_') || INTERRUPTED.has(code)

const INTERRUPTED = new Set(['engine.revoked', 'engine.soft_limit', 'engine.stopping'])
