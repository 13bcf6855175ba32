import type { RunContext } from '../engine/define-task'
import { wireAddress } from '../values/email'
import { Problem } from '../values/problem'
import { type Attachment, compose } from './smtp/compose'
import { converse, DEADLINES } from './smtp/conversation'
import { problemOf } from './smtp/explain'
import type { Delivered, Delivery } from './tasks/deliver-mail'

/**
 * Sends one mail. Throws only what is certain not to have arrived (and what it throws before the conversation is worded as
 * not sent); answers with what was taken or cannot be known.
 */
export default async function deliver({ send }: Delivery, ctx: RunContext): Promise<Delivered> {
  if (!send) return { outcome: 'nothing_to_send' }
  const { server, letter, timeoutMs } = send
  const attachments = await read(send.attachments, ctx)
  const message = await compose(letter, attachments).catch((cause: unknown) => {
    throw new Problem('notify.not_sent_no_message', { found: String(cause) }, { cause })
  })
  const envelope = { from: senderAddress(letter.from), to: wireAddress(letter.to.address) }
  const outcome = await converse(server, envelope, message, ctx.signal, { ...DEADLINES, idleMs: timeoutMs })
  if (outcome.outcome === 'broken' && outcome.detail === 'interrupted') ctx.check()
  if (outcome.outcome === 'refused' || outcome.outcome === 'broken') throw problemOf(outcome, server)
  return outcome
}

async function read(
  attachments: { sha256: string; name: string; mediaType: string }[],
  ctx: RunContext,
): Promise<Attachment[]> {
  const read: Attachment[] = []
  for (const { sha256, name, mediaType } of attachments) {
    try {
      read.push({ name, mediaType, bytes: await ctx.readFile(sha256) })
    } catch (cause) {
      throw new Problem('notify.not_sent_attachment_missing', { name }, { cause })
    }
  }
  return read
}

/** The bare address of `Office <ana@office.example>`. */
export const senderAddress = (from: string): string => wireAddress((/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim())
