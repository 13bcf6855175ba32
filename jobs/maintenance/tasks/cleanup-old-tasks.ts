import { z } from 'zod'
import { dropPast, HISTORY } from '../../../db/queries/history'
import { dropResults, dropTasks, type KeptRow, keptAfter, keptOnes, subtractCount } from '../../../db/queries/retention'
import { defineTask } from '../../engine/define-task'
import { readSetting } from '../../shared/settings'
import { HISTORY_START, type HistoryCursor, type PastRow, pastPage } from '../history'
import { dropped, keptSince, youngestMs } from '../retention'
import { maintenanceRuns } from '../runs'

const PAGE = 500
type TaskRow = { id: number; what: 'task' | 'result' }
type Row = TaskRow | PastRow

/**
 * Clears tasks, and before them their results, that are older than the office keeps them, and then what tells of the time
 * in which they ran. A page is a transaction.
 */
export const cleanupOldTasks = defineTask({
  name: 'maintenance.cleanup_old_tasks',
  queue: 'invoices', // where the guide routes it
  args: z.object({}),
  key: () => 'all',
  version: () => 'pages',
  page: (db, _args, cursor, call) => {
    const kept = readSetting(db, 'tasks')
    const since = keptSince(kept, call.now)
    if (typeof cursor === 'object' && cursor !== null) return pastPage(db, cursor as HistoryCursor, since, PAGE)
    const rows = keptAfter(db, typeof cursor === 'number' ? cursor : 0, PAGE)
    const last = rows.at(-1)
    // Numbers are given in the order of time: where one is too young, all that follow are.
    const isDone = !last || last.created_at > call.now - youngestMs(kept)
    return {
      rows: rows.flatMap((row): TaskRow[] => {
        const what = dropped(row, kept, call.now)
        return what ? [{ id: row.id, what }] : []
      }),
      next: isDone ? HISTORY_START : last.id,
    }
  },
  run: maintenanceRuns['maintenance.cleanup_old_tasks'],
  stage: (write, _args, rows: Row[]) => {
    const tasks = rows.filter((row): row is TaskRow => row.what === 'task' || row.what === 'result')
    const of = (what: TaskRow['what']) => tasks.filter((row) => row.what === what).map(({ id }) => id)
    dropResults(write.db, of('result'), write.now)
    const gone = keptOnes(write.db, of('task')) // one that was tried again meanwhile stays
    for (const { name_id, queue_id, state, n } of countedOf(gone)) subtractCount(write.db, name_id, queue_id, state, n)
    dropTasks(
      write.db,
      gone.map(({ id }) => id),
    )
    for (const table of HISTORY)
      dropPast(
        write.db,
        table,
        rows.filter(({ what }) => what === table).map(({ id }) => id),
      )
  },
})

function countedOf(rows: KeptRow[]) {
  const counts = new Map<string, Pick<KeptRow, 'name_id' | 'queue_id' | 'state'> & { n: number }>()
  for (const { name_id, queue_id, state } of rows) {
    const key = `${name_id} ${queue_id} ${state}`
    const count = counts.get(key) ?? { name_id, queue_id, state, n: 0 }
    count.n++
    counts.set(key, count)
  }
  return [...counts.values()]
}
