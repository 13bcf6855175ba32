import { z } from 'zod'
import type { Db } from '../../../db/open'
import * as outbox from '../../../db/queries/outbox'
import { defineTask, type TaskCall } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { addNotice } from '../../shared/notices'
import { canDeliver, headerText, queueMail } from '../../shared/outbox'
import { readSetting } from '../../shared/settings'
import type { Reason } from '../../values/problem'
import { type Instant, instant } from '../../values/time'
import type { DigestInput, DigestLetter } from '../digest-run'
import { wordReason } from '../equipment'
import { notifyRuns } from '../runs'

const KIND = 'failure_digest'
const HOUR_MS = 3_600_000
/** Failures come in crowds: the first waits so long for the others. */
const GATHER_MS = 60_000
/** What is older is not told any more: mail that could not be sent for days would otherwise arrive as a flood. */
const OLDEST_MS = 24 * HOUR_MS
const MOST_TOLD = 50

/**
 * A task has ended in FAILURE: leaves a line for Today and has the owner told by mail, gathered, at most once an hour.
 * Called in the transaction of the failure. A digest that cannot be delivered is not followed by a digest about it.
 */
export function onTaskFailed(write: Write, failure: { taskId: number; task: string; reason: Reason }): void {
  const { taskId, task, reason } = failure
  addNotice(write, {
    kind: 'failure',
    code: 'notify.task_failed',
    params: { task, reason: reason.code },
    entity: `task:${taskId}`,
  })
  if (task === 'notify.failure_digest') return
  if (task === 'notify.deliver_mail' && outbox.kindOfDelivery(write.db, taskId) === KIND) return
  planDigest(write)
}

function planDigest(write: Write): void {
  if (!recipient(write.db)) return
  const last = lastDigest(write.db)
  const eta = instant(Math.max(write.now + GATHER_MS, last.at + HOUR_MS))
  write.enqueue('notify.failure_digest', { after: last.noticeId }, { eta })
}

/** The digest before: when it was written and the last notice it told of. */
function lastDigest(db: Db): { at: number; noticeId: number } {
  const row = outbox.newestOfKind(db, KIND)
  return { at: row?.created_at ?? 0, noticeId: Number(row?.entity?.split(':')[1] ?? 0) }
}

function recipient(db: Db): string | null {
  return canDeliver(readSetting(db, 'mail')) ? readSetting(db, 'office').notification_address : null
}

/** Mails the owner what has failed since the digest before. */
export const failureDigest = defineTask({
  name: 'notify.failure_digest',
  queue: 'notifications',
  args: z.object({ after: z.number().int().nonnegative().default(0) }),
  key: ({ after }) => `after ${after}`,
  load: readFailures,
  version: (_db, { after }) => String(after),
  run: notifyRuns['notify.failure_digest'],
  commit: (write, letter: DigestLetter | null, _args, { taskId }) => {
    const address = recipient(write.db)
    if (!letter || !address) return { told: 0 }
    const { outboxId } = queueMail(write, {
      dedupeKey: `${KIND}:${letter.lastNoticeId}`,
      kind: KIND,
      to: { name: null, address },
      subject: headerText(letter.subject),
      text: letter.text,
      entity: `notice:${letter.lastNoticeId}`,
      notBefore: write.now,
      taskId,
    })
    if (outbox.failuresAfter(write.db, letter.lastNoticeId, write.now - OLDEST_MS, 1).length > 0) planDigest(write)
    return { told: letter.told, outbox_id: outboxId }
  },
})

function readFailures(db: Db, { after }: { after: number }, call: TaskCall): DigestInput {
  const failures = outbox.failuresAfter(db, after, call.now - OLDEST_MS, MOST_TOLD)
  return {
    office: readSetting(db, 'office').name,
    failures: failures.map(({ id, at, task_id, task, error }) => {
      const reason = error === null ? null : (JSON.parse(error) as Reason)
      const wording = reason === null ? null : wordReason(db, reason)
      return { noticeId: id, at: at as Instant, taskId: task_id, task, wording }
    }),
  }
}
