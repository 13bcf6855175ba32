import type { Area } from '../area'
import { backup } from './tasks/backup'
import { cleanupOldTasks } from './tasks/cleanup-old-tasks'
import { collectFiles } from './tasks/collect-files'
import { maintenanceWords } from './words'

export { type BackupMade, makeBackup, recordBackup } from './backup'
export { provideBackups } from './daily-backup'
export { checkOnReader, maintenanceQuestions } from './questions'
export { backUpBeforeMigration, type RestoreDone, restoreBackup } from './restore'
export { askAudit, type OfficeVerdict, verifyOffice } from './verify'

/** What an office does for itself: backups, and clearing away files that nothing links. */
export const maintenance: Area = {
  name: 'maintenance',
  module: null,
  tasks: [backup, collectFiles, cleanupOldTasks],
  schedules: [
    { name: 'Daily backup', task: 'maintenance.backup', cron: '0 3 * * *', misfire: 'latest' },
    { name: 'Clear old tasks', task: 'maintenance.cleanup_old_tasks', cron: '0 3 * * *', misfire: 'latest' },
    { name: 'Collect unlinked files', task: 'maintenance.collect_files', cron: '30 3 * * *', misfire: 'latest' },
  ],
  importKinds: [],
  words: maintenanceWords,
}
