import type { ProgressReport, Reply } from './delivery'
import type { InFlight } from './in-flight'
import { type PackedReplies, unpackReplies } from './slot-message'

/**
 * The replies of a message that count: of deliveries this place really holds and has started, each once. A task that posts
 * after its end, twice, for another one or in a form of its own is not heard.
 */
export function heardReplies(packed: PackedReplies, work: InFlight): Reply[] {
  let replies: Reply[]
  try {
    replies = unpackReplies(packed)
  } catch {
    return [] // no slot of ours made it
  }
  return replies.filter((reply) => isReply(reply) && work.settleReply(reply.taskId, reply.outcome))
}

function isReply(reply: Partial<Reply> | null): boolean {
  if (reply?.progress && !isProgress(reply.progress)) reply.progress = null
  if (typeof reply?.ms !== 'number' || typeof reply.outcome !== 'object' || reply.outcome === null) return false
  return reply.outcome.ok === true || typeof reply.outcome.error?.code === 'string'
}

/** A task may report whatever it likes: what JSON cannot hold would be met only where it is written. */
export const isProgress = (told: Partial<ProgressReport> | null): told is ProgressReport =>
  Number.isFinite(told?.current) && Number.isFinite(told?.total) && typeof told?.status === 'string'
