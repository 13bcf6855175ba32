import type { Write } from '../../engine/write'
import { needPeriod } from '../load-run'
import { conflict, draftOfPeriod, open, type Requested } from './request'

/**
 * A trial run: everybody's payslips of a period as a regular run would make them today, whatever the period's state, to be
 * looked at and laid beside an old sheet. It is never approved. Refuses `payroll.trial_in_the_way`: one is enough, since it
 * is computed again as often as one likes.
 */
export function requestTrial(write: Write, periodId: number): Requested {
  const period = needPeriod(write.db, periodId)
  const other = draftOfPeriod(write, 'trial', period.id)
  if (other) throw conflict('payroll.trial_in_the_way', { no: other.no })
  return open(write, period.id, null, { kind: 'trial', reason: '' })
}
