import type { RunTable } from '../engine/define-task'

/** What the slots and the network lane run of this area. */
export const notifyRuns = {
  'notify.deliver_mail': () => import('./deliver-run'),
  'notify.deliver_waiting': () => import('./pass-through-run'),
  'notify.failure_digest': () => import('./digest-run'),
  'notify.test_mail': () => import('./test-mail-run'),
  'mail.send_email': () => import('./send-email-run'),
} satisfies RunTable
