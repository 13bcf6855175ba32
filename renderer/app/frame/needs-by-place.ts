import type { Output } from '../../../jobs/api/contract'

type Need = Output<'today.read'>['needs'][number]

const PLACES: Record<Need['kind'], string> = {
  approve_run: '#/pay-runs',
  mend_slips: '#/pay-runs',
  answer_import: '#/imports',
  mend_import: '#/imports',
  apply_import: '#/imports',
  task_failed: '#/tasks',
  mail_unknown: '#/outbox',
  mail_failed: '#/outbox',
  mail_held: '#/outbox',
}

/** How many things need somebody, by the address of the place; Today has them all. */
export function needsByPlace(needs: Need[]): Map<string, number> {
  const counts = new Map([['#/today', needs.length]])
  for (const { kind } of needs) counts.set(PLACES[kind], (counts.get(PLACES[kind]) ?? 0) + 1)
  return counts
}
