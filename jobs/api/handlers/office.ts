import { ZodError } from 'zod'
import { filesBeside } from '../../../db/backup-files'
import { listBackups } from '../../../db/backup-rotation'
import { backupFolder } from '../../../db/folder'
import { auditAfter, auditBefore, auditThatFits } from '../../../db/queries/shared/audit'
import { nameOfEntity } from '../../../db/queries/shared/entity-names'
import { askAudit, checkOnReader, makeBackup, recordBackup, verifyOffice } from '../../maintenance'
import { deliverWaiting } from '../../notify'
import { realignPeriods } from '../../payroll/period-schedule'
import type { AuditVerdict } from '../../shared/audit'
import { seeNotices, unseenNotices } from '../../shared/notices'
import { changeSetting, settingName } from '../../shared/setting-change'
import { readSetting, type SettingName } from '../../shared/settings'
import { Problem } from '../../values/problem'
import { instant, toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { officeContract } from '../contract/office'
import { inputProblem } from '../input-problems'
import type { Caller, HandlersOf, Office } from '../office'
import { auditDetail } from './audit-detail'

/** Who must be watched by a second person, or by the idle lock, may not switch it off. */
function refuseGuarded({ db }: Office, name: SettingName, patch: Record<string, unknown>, { role }: Caller): void {
  if (role === 'owner') return
  const before: Record<string, unknown> = readSetting(db, name)
  const guarded = name === 'payroll' ? ['two_person_approval'] : name === 'office' ? ['lock_after_minutes'] : []
  if (guarded.some((field) => patch[field] !== undefined && patch[field] !== before[field]))
    throw new Problem('api.forbidden', { role, needed: 'owner' }, { kind: 'forbidden' })
}

/** Of a filter; what is typed beyond them says little more. */
const MOST_WORDS = 6

const verdict = ({ ok, entries, firstBad, kind }: AuditVerdict) => ({ ok, entries, first_bad: firstBad, kind })

export const officeHandlers: HandlersOf<typeof officeContract> = {
  'office.read_setting': (office, { setting }) => ({ ...readSetting(office.db, settingName(setting)) }),

  async 'office.write_setting'(office, { setting, ...patch }, caller) {
    const name = settingName(setting)
    refuseGuarded(office, name, patch, caller)
    try {
      return await office.engine.write(caller.actor, (write) => {
        const changed = changeSetting(write, office.secrets, name, patch)
        if (name === 'mail') deliverWaiting(write)
        if (name === 'office') realignPeriods(write) // its days of the week
        return { ...changed }
      })
    } catch (error) {
      throw error instanceof ZodError ? inputProblem(error, patch) : error
    }
  },

  async 'office.audit'(office, { after, order, before, limit, actor, q }) {
    const words = (q ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
    const isFiltered = order === 'newest' && (actor !== undefined || words.length > 0)
    const found = isFiltered && auditThatFits(office.db, before ?? null, limit, { actor: actor ?? null, words })
    const rows = found
      ? found.rows
      : order === 'newest'
        ? auditBefore(office.db, before ?? null, limit)
        : auditAfter(office.db, after, limit)
    const zone = office.engine.zone()
    const items = await Promise.all(
      rows.map(async (row) => ({
        seq: row.seq,
        at: toIso(instant(row.at)),
        actor: row.actor,
        action: row.action,
        entity: row.entity,
        name: nameOfEntity(office.db, row.entity),
        detail: await auditDetail(office.db, row, zone),
        hash: row.hash,
      })),
    )
    return { items, next: found ? found.next : rows.length < limit ? null : (rows.at(-1)?.seq ?? null) }
  },

  'office.verify_audit': async (office) => verdict(await askAudit(office.engine.reader, office.folder)),

  async 'office.restore'(office, { file }, caller) {
    if (!office.restore) throw new Problem('maintenance.cannot_restore_here', {}, { kind: 'conflict' })
    // Only what stands in the list: a window is no way to other files of the computer.
    if (!listBackups(backupFolder(office.folder)).some((one) => one.file === file))
      throw new Problem('db.backup_missing', { file }, { kind: 'not_found' })
    const { setAside, heldMails } = await office.restore(file, caller.actor)
    return { file, set_aside: setAside, held_mails: heldMails }
  },

  async 'office.backup'(office, { file }, caller) {
    const made = await makeBackup({
      db: office.db,
      now: office.clock.now(),
      zone: office.engine.zone(),
      kind: 'by_hand',
      check: checkOnReader(office.engine.reader),
      ...(file !== undefined && { file }),
    })
    await office.engine.write(caller.actor, (write) => recordBackup(write, made))
    return {
      file: made.file,
      files_folder: filesBeside(made.file),
      bytes: made.bytes,
      sha256: made.note.sha256,
      files: made.files,
      missing_files: made.gaps.length,
      tables: made.note.tables,
    }
  },

  'office.backups': (office) => ({
    items: listBackups(backupFolder(office.folder)).map((one) => ({ ...one, at: toIso(one.at) })),
    next: null,
  }),

  async 'office.verify'(office) {
    const found = await verifyOffice(office.engine.reader, office.folder)
    return {
      ok: found.ok,
      database: found.database,
      audit: { ...verdict(found.audit), head_noted: found.audit.headNoted },
      files: { linked: found.files.linked, faults: found.files.gaps },
    }
  },

  'office.notices': (office) => ({
    items: unseenNotices(office.db).map(({ id, at, kind, reason, entity }) => ({
      id,
      at: toIso(at),
      kind,
      reason: { code: reason.code, ...wordReason(reason) },
      entity,
    })),
    next: null,
  }),

  'office.see_notices': async (office, { ids }, caller) => ({
    seen: await office.engine.write(caller.actor, (write) => seeNotices(write, ids)),
  }),
}
