import { z } from 'zod'
import { defineTask } from '../../engine/define-task'
import { addNotice } from '../../shared/notices'
import type { Params } from '../../values/problem'
import { type BackupMade, recordBackup } from '../backup'
import { followBackup } from '../daily-backup'
import { maintenanceRuns } from '../runs'

/**
 * The daily backup. The copy is made by the office process on its write connection; the task asks for news of it page by
 * page, so that it has progress, limits and attempts like any other, and its acknowledgement notes what was made. It
 * waits in a slot and not in the network lane: a one-shot command has none.
 */
export const backup = defineTask({
  name: 'maintenance.backup',
  queue: 'maintenance',
  args: z.object({}),
  key: () => 'daily',
  page: (db) => {
    const news = followBackup(db)
    return { rows: [news], next: news.state === 'copying' ? 'more' : null }
  },
  version: () => 'daily', // a finished copy cannot become stale
  run: maintenanceRuns['maintenance.backup'],
  commit: (write, made: BackupMade) => {
    recordBackup(write, made)
    if (made.gaps.length > 0) {
      const params = { count: made.gaps.length, file: made.gaps[0] ?? '' }
      addNotice(write, { kind: 'backup', code: 'maintenance.files_missing', params })
    }
    return { file: made.file, bytes: made.bytes, files: made.files, removed: made.removed }
  },
  failed: (write, _args, reason) => {
    addNotice(write, { kind: 'backup', code: reason.code, params: reason.params as Params })
  },
})
