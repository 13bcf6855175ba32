import type { Area } from '../area'
import { deliverMail } from './tasks/deliver-mail'
import { deliverWaitingMail } from './tasks/deliver-waiting'
import { failureDigest } from './tasks/failure-digest'
import { sendEmail } from './tasks/send-email'
import { testMail } from './tasks/test-mail'
import { notifyWords } from './words'

export { equipNotify, type NotifyEquipment, wordReason } from './equipment'
export { letterOf } from './letter'
export { actOnOutbox, type OutboxAction, type Selection } from './outbox-actions'
export { compose as composeMail } from './smtp/compose'
export { deliverWaiting } from './tasks/deliver-waiting'
export { onTaskFailed } from './tasks/failure-digest'
export type { TestMailResult } from './test-mail-run'

/** Mail: the outbox's delivery, the guides' mail task, the digest of failures. Always on. */
export const notify: Area = {
  name: 'notify',
  module: null,
  tasks: [deliverMail, deliverWaitingMail, failureDigest, testMail, sendEmail],
  schedules: [],
  importKinds: [],
  words: notifyWords,
}
