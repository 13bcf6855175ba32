import { type BackupCheck, type CheckBackup, checkCopy } from '../../db/backup'
import type { Db } from '../../db/open'
import type { Reader } from '../engine/engine'
import { Problem, type Reason } from '../values/problem'
import { verifyQuestions } from './verify'

type Checked = { check: BackupCheck } | { reason: Reason }

/** What the reader thread answers for this area. It reads a backup through a connection of its own. */
export const maintenanceQuestions: Record<string, (db: Db, params: unknown) => unknown> = {
  ...verifyQuestions,
  'maintenance.check_backup': (_db, params): Checked => {
    try {
      return { check: checkCopy((params as { file: string }).file) }
    } catch (error) {
      if (error instanceof Problem) return { reason: error.reason }
      throw error
    }
  },
}

/** Has a copy read back on the reader thread, so that the office goes on working meanwhile. */
export function checkOnReader(reader: Reader): CheckBackup {
  return async (file) => {
    const answer = await reader.ask<Checked>('maintenance.check_backup', { file })
    if ('check' in answer) return answer.check
    throw new Problem(answer.reason.code, answer.reason.params, { kind: 'internal' })
  }
}
