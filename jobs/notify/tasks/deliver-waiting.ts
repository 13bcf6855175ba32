import { z } from 'zod'
import { waitingMail } from '../../../db/queries/outbox'
import { defineTask } from '../../engine/define-task'
import type { Write } from '../../engine/write'
import { canDeliver, enqueueDelivery, HELD_FOR_GOOD } from '../../shared/outbox'
import { readSetting } from '../../shared/settings'
import { instant } from '../../values/time'
import { notifyRuns } from '../runs'

/** A turn of the office stays short however many mails have gathered. */
const PAGE = 500

/**
 * Call it when the mail setting has changed: where the office can deliver now, what gathered in the outbox meanwhile gets
 * its delivery. Answers with whether it can.
 */
export function deliverWaiting(write: Write): boolean {
  if (!canDeliver(readSetting(write.db, 'mail'))) return false
  write.enqueue('notify.deliver_waiting', { after: 0 })
  return true
}

/** Gives every mail that waits in the outbox a task that delivers it, a page at a time. */
export const deliverWaitingMail = defineTask({
  name: 'notify.deliver_waiting',
  queue: 'notifications',
  args: z.object({ after: z.number().int().nonnegative().default(0) }),
  key: ({ after }) => `after ${after}`,
  run: notifyRuns['notify.deliver_waiting'],
  commit: (write, _output: unknown, { after }) => {
    if (!canDeliver(readSetting(write.db, 'mail'))) return { given: 0 }
    const page = waitingMail(write.db, after, HELD_FOR_GOOD, PAGE)
    for (const { id, not_before } of page) {
      enqueueDelivery(write, id, not_before > write.now ? instant(not_before) : null)
    }
    const last = page.length === PAGE ? page[page.length - 1] : undefined
    if (last) write.enqueue('notify.deliver_waiting', { after: last.id })
    return { given: page.length }
  },
})
