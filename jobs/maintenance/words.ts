import type { Words } from '../values/problem'

export const maintenanceWords: Words = {
  'maintenance.backup_running': {
    message: 'A backup is being made already.',
    fix: 'Wait until it has ended, then begin another.',
  },
  'maintenance.backup_failed': {
    message: 'The backup was not made: {reason}.',
    fix: 'Make one by hand under Settings → Backup, and report this message if it fails again.',
  },
  'maintenance.backup_file_exists': {
    message: '{file} exists already. A backup never replaces a file.',
    fix: 'Give another name.',
  },
  'maintenance.backup_path_relative': {
    message: '“{file}” does not say where: the office may run in another folder than you.',
    fix: 'Give the whole path, such as /media/usb/office.db.',
  },
  'maintenance.cannot_restore_here': {
    message: 'The office is open for a single command only; a backup is restored into a running one from its window.',
    fix: 'Run “daybook restore FILE” instead.',
  },
  'maintenance.files_missing': {
    message:
      '{count} files that the office links are missing or damaged on this disk ({file} among them); the backup is without them.',
    fix: 'Run a verification, and bring the files back from an older backup.',
  },
  'maintenance.restored': {
    message: 'The office was restored from {file}. What was there before lies in {aside}.',
    fix: 'Look through Today. When all is well, that folder can be removed.',
  },
  'maintenance.restored_mail_held': {
    message:
      'The office was restored from {file}; {mails} mails that waited then are held, since they may have been sent meanwhile. What was there before lies in {aside}.',
    fix: 'Release in the outbox what has not been sent, and cancel the rest.',
  },
}
