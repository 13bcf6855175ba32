import type { Output } from '../../jobs/api/contract'
import type { MarkName } from '../components/mark'

export type Mail = Output<'outbox.list'>['items'][number]
export type MailState = Mail['state']

export const MAIL_STATES: MailState[] = ['unknown', 'failed', 'held', 'queued', 'sending', 'accepted', 'cancelled']

export const mailMarks: Record<MailState, MarkName> = {
  held: 'paused',
  queued: 'waiting',
  sending: 'running',
  accepted: 'done',
  failed: 'failed',
  unknown: 'needs',
  cancelled: 'skipped',
}
