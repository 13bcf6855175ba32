import path from 'node:path'
import { z } from 'zod'
import { filesFolder } from '../../../db/folder'
import { unlinkedOf } from '../../../db/queries/maintenance'
import { defineTask } from '../../engine/define-task'
import { collect, type Leftover } from '../leftovers'
import { maintenanceRuns } from '../runs'

/**
 * Removes stored files that nothing came to link: uploads that were given up, output of tasks that were killed between
 * file and commit. Linked ones and those younger than a day stay. The slot looks for them, the office, which alone
 * knows what is linked, removes them a chunk a turn.
 */
export const collectFiles = defineTask({
  name: 'maintenance.collect_files',
  queue: 'maintenance',
  args: z.object({}),
  key: () => 'all',
  load: (db) => ({ root: filesFolder(path.dirname(db.name)) }),
  version: () => 'all',
  run: maintenanceRuns['maintenance.collect_files'],
  stage: (write, _args, leftovers: Leftover[]) => {
    const root = filesFolder(path.dirname(write.db.name))
    const stored = leftovers.filter(({ sha256 }) => sha256 !== null)
    const unlinked = new Set(
      unlinkedOf(
        write.db,
        stored.map(({ sha256 }) => sha256 ?? ''),
      ),
    )
    for (const leftover of leftovers) {
      if (leftover.sha256 === null || unlinked.has(leftover.sha256)) collect(root, leftover)
    }
  },
  commit: (_write, output: { old: number }) => output,
})
