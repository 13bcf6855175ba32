import type { Reason } from '../../values/problem'
import { type Instant, type LocalDate, toIso, type Zone } from '../../values/time'
import { isTooLate } from './due-instant'

export type PeriodState = {
  status: 'draft' | 'active' | 'closed' | 'missed'
  end: LocalDate
  /** Null: no rule says when. */
  dueAt: Instant | null
  handledDueAt: Instant | null
  /** Its regular run is approved or paid. */
  isApproved: boolean
}

/** How the run was asked for: by the rule (with the due instant it answers) or by hand. */
export type Asked = { dueAt: Instant | null; force: boolean }

/**
 * Whether a period may be computed now. `refuse`: the asker hears why. `skip`: nothing is left to do for a rule, which
 * is no failure. `missed`: too late to run by itself. `force` skips the rule, never the status.
 */
export type Decision =
  | { kind: 'compute' }
  | { kind: 'refuse'; reason: Reason }
  | { kind: 'skip'; reason: Reason }
  | { kind: 'missed' }

export function decideRun(period: PeriodState, asked: Asked, now: Instant, zone: Zone): Decision {
  const reason = (code: string, params: Reason['params'] = {}): Reason => ({ code: `payroll.${code}`, params })
  if (period.status === 'draft' || period.status === 'closed') {
    return { kind: 'refuse', reason: reason('period_not_active', { status: period.status }) }
  }
  if (asked.dueAt === null) {
    if (period.isApproved) return { kind: 'refuse', reason: reason('run_already_approved') }
    const waits = !asked.force && period.status === 'active' && period.dueAt !== null && period.dueAt > now
    if (waits && period.dueAt !== null) {
      return { kind: 'refuse', reason: reason('not_due', { due_at: toIso(period.dueAt) }) }
    }
    return { kind: 'compute' }
  }
  if (period.status === 'missed') return { kind: 'skip', reason: reason('period_missed') }
  if (period.dueAt !== asked.dueAt) {
    return { kind: 'skip', reason: reason('due_instant_moved', { asked: toIso(asked.dueAt) }) }
  }
  if (period.handledDueAt === asked.dueAt) return { kind: 'skip', reason: reason('due_already_answered') }
  if (asked.dueAt > now) return { kind: 'skip', reason: reason('not_due', { due_at: toIso(asked.dueAt) }) }
  if (period.isApproved) return { kind: 'skip', reason: reason('run_already_approved') }
  if (isTooLate(period, now, zone)) return { kind: 'missed' }
  return { kind: 'compute' }
}
