import type { z } from 'zod'
import type { Origin } from '../../payroll/origin'
import type { OriginView } from '../contract/pay-review'

export function originView(origin: Origin): z.infer<typeof OriginView> {
  if (origin.kind === 'import') {
    return { kind: 'import', import_id: origin.importId, row: origin.row, file_name: origin.fileName }
  }
  if (origin.kind === 'user') return { kind: 'user', user_id: origin.userId }
  if (origin.kind === 'task') return { kind: 'task', task_id: String(origin.taskId) }
  return { kind: 'unknown' }
}
