import type { Db } from '../../db/open'
import { putSetting, settingText } from '../../db/queries/shared/settings'
import type { StoredFile } from '../engine/define-task'
import type { Write } from '../engine/write'
import { canonicalJson } from '../values/json'
import { recordAudit } from './audit'
import { linkFile } from './files'

/** The office's logo as payslips carry it; the file that was chosen is kept beside it. */
export type Logo = {
  sha256: string
  mediaType: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
  chosen: { sha256: string; name: string }
}

const SETTING = 'logo'

export function readLogo(db: Db): Logo | null {
  const stored = settingText(db, SETTING)
  // `setLogo` wrote it.
  return stored === undefined ? null : (JSON.parse(stored) as Logo | null)
}

/** Both files are stored already; from here on they are part of the office's data, and payslips made from now on show it. */
export function setLogo(write: Write, logo: Logo, files: readonly StoredFile[]): void {
  for (const file of files) linkFile(write, file)
  keep(write, logo)
}

/** Payslips made from now on have none; those that were made keep theirs. */
export function removeLogo(write: Write): void {
  if (readLogo(write.db) !== null) keep(write, null)
}

function keep(write: Write, logo: Logo | null): void {
  putSetting(write.db, SETTING, canonicalJson(logo), write.now)
  recordAudit(write, {
    action: logo ? 'office.logo_set' : 'office.logo_removed',
    entity: `setting:${SETTING}`,
    payload: logo ? { sha256: logo.sha256, chosen: logo.chosen.sha256 } : {},
  })
  write.emit({ type: 'setting_changed', name: SETTING })
}
