import type { FinishedKind, FinishedWork } from '../jobs/api/shell-channel'

const PLACES: Record<FinishedKind, string> = {
  run_prepared: '/pay-runs',
  payslips_made: '/pay-runs',
  import_checked: '/imports',
  import_applied: '/imports',
  import_refused: '/imports',
  task_failed: '/tasks',
}

/** Where the window shows what has finished: its own page, or the list where several did. */
export const placeOf = ({ kind, id, n }: FinishedWork): string => (n === 1 ? `${PLACES[kind]}/${id}` : PLACES[kind])
