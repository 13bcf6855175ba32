import { regularRun } from '../../../db/queries/payroll/runs'
import type { Write } from '../../engine/write'
import { needPeriod } from '../load-run'
import { conflict, draftsFor, open, type Requested, refuseInactive } from './request'

/**
 * Arrears: what earlier periods come to with today's facts, beyond what was posted for them, posted now. Refuses
 * `payroll.period_not_active`, `arrears_not_run_yet` (nothing is posted there that could differ), `arrears_of_itself`,
 * `draft_in_the_way`.
 */
export function requestArrears(
  write: Write,
  periodId: number,
  asked: { periods: readonly number[]; people: number[] | null; reason: string },
): Requested {
  const into = needPeriod(write.db, periodId)
  refuseInactive(into)
  const periods = [...new Set(asked.periods)].sort((a, b) => a - b)
  for (const id of periods) {
    const period = needPeriod(write.db, id)
    if (id === into.id) throw conflict('payroll.arrears_of_itself', { period: period.description })
    const run = regularRun(write.db, id)
    if (run?.status !== 'approved' && run?.status !== 'paid') {
      throw conflict('payroll.arrears_not_run_yet', { period: period.description })
    }
  }
  const other = draftsFor(
    write,
    'arrears',
    (ask) =>
      ask.kind === 'arrears' &&
      ask.periods.some((one) => periods.includes(one)) &&
      (ask.people === null || asked.people === null || ask.people.some((one) => asked.people?.includes(one))),
  )
  if (other) throw conflict('payroll.draft_in_the_way', { no: other.no })
  return open(write, into.id, null, { kind: 'arrears', periods, people: asked.people, reason: asked.reason })
}
