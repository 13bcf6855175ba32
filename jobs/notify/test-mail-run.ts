import type { RunContext } from '../engine/define-task'
import { wireAddress } from '../values/email'
import type { Reason } from '../values/problem'
import type { Instant } from '../values/time'
import { senderAddress } from './deliver-run'
import { compose } from './smtp/compose'
import { converse, DEADLINES, type Phase, type SmtpServer } from './smtp/conversation'
import { problemOf, unknownReason } from './smtp/explain'

export type TestMailInput = {
  server: SmtpServer
  timeoutMs: number
  from: string
  to: string
  office: string
  writtenAt: Instant
  taskId: number
}

/** How far it came. `phase` is the step that failed; null where the server took the mail. */
export type TestMailResult = {
  ok: boolean
  phase: Phase | 'answer' | null
  reply: string | null
  reason: Reason | null
}

export default async function sendTestMail(input: TestMailInput, ctx: RunContext): Promise<TestMailResult> {
  const { server, from, to, office, timeoutMs } = input
  const sender = senderAddress(from)
  const letter = {
    from,
    to: { name: null, address: to },
    subject: `Test mail from ${office.replace(/[\p{Cc}\s]+/gu, ' ')}`,
    text: 'This mail shows that Daybook can send mail with these settings.\n',
    html: null,
    messageId: `<test.${input.taskId}.${input.writtenAt}@${sender.split('@')[1]}>`,
    writtenAt: input.writtenAt,
  }
  const message = await compose(letter, [])
  const envelope = { from: sender, to: wireAddress(to) }
  const outcome = await converse(server, envelope, message, ctx.signal, { ...DEADLINES, idleMs: timeoutMs })
  if (outcome.outcome === 'accepted') return { ok: true, phase: null, reply: outcome.reply, reason: null }
  if (outcome.outcome === 'unknown') {
    return { ok: false, phase: 'answer', reply: null, reason: unknownReason(outcome.detail, server) }
  }
  const reply = outcome.outcome === 'refused' ? outcome.reply : null
  return { ok: false, phase: outcome.phase, reply, reason: problemOf(outcome, server).reason }
}
