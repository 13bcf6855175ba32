import { expect, test } from 'vitest'
import { finishedKind } from '../../../jobs/api/shell-events'

test.each([
  [{ type: 'run_changed', id: 3, status: 'draft', prepared: true }, 'run_prepared'],
  [{ type: 'run_changed', id: 3, payslips: 'made' }, 'payslips_made'],
  [{ type: 'import_changed', id: 5, state: 'checked' }, 'import_checked'],
  [{ type: 'import_changed', id: 5, state: 'applied' }, 'import_applied'],
  [{ type: 'import_changed', id: 5, state: 'refused' }, 'import_refused'],
  [{ type: 'task_failed', id: 9 }, 'task_failed'],
])('%o is worth a notification', (event, kind) => {
  expect(finishedKind(event)).toBe(kind)
})

test.each([
  { type: 'run_changed', id: 3, status: 'draft' }, // given back after a failure, which is told by itself
  { type: 'run_changed', id: 3, status: 'approved' },
  { type: 'import_changed', id: 5, state: 'checking' },
  { type: 'import_changed', id: 5 },
  { type: 'tasks_changed' },
  { type: 'progress', id: 1 },
  { type: 'backup_made' },
])('%o is not', (event) => {
  expect(finishedKind(event)).toBeNull()
})
