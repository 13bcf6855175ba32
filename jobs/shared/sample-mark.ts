import type { Db } from '../../db/open'
import { putSetting, settingText } from '../../db/queries/shared/settings'
import type { Write } from '../engine/write'
import { recordAudit } from './audit'

const NAME = 'sample'

/**
 * Whether everything in this office is invented. The mark stands apart from the settings that can be edited: it is what
 * keeps mail from leaving, so nothing takes it off. Removing the sample office opens another database.
 */
export const isSample = (db: Db): boolean => settingText(db, NAME) !== undefined

/** Marks a fresh office as the sample one, before anything else is written into it. */
export function markSample(write: Write, seed: number): void {
  putSetting(write.db, NAME, JSON.stringify({ seed }), write.now)
  recordAudit(write, { action: 'office.sample_made', entity: 'setting:sample', payload: { seed } })
  write.emit({ type: 'setting_changed', name: NAME })
}
