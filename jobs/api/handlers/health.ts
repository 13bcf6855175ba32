import { statfs } from 'node:fs/promises'
import { listBackups } from '../../../db/backup-rotation'
import { damageProblem, hasMetDamage } from '../../../db/damage'
import { backupFolder } from '../../../db/folder'
import { markHealthRead } from '../../../db/queries/health'
import { readSetting } from '../../shared/settings'
import { Problem, type Reason } from '../../values/problem'
import { toIso } from '../../values/time'
import { wordReason } from '../../words'
import type { Office } from '../office'
import { isAlive, startedSlots } from './slots'

export type HealthCheck = { name: string; ok: boolean; detail: string }

/** Below this the next backup or a large import may not fit. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024
/** A daily backup that is this late has failed more than once. */
const BACKUP_LATE_DAYS = 3
const DAY_MS = 86_400_000

/** Everything an office needs to do its work, each tried or read at its source. */
export const readHealth = (office: Office): Promise<HealthCheck[]> =>
  Promise.all([
    checkDatabase(office),
    checkSlots(office),
    checkScheduler(office),
    checkDisk(office),
    checkBackup(office),
    checkMail(office),
  ])

/** What is wrong and how to mend it. */
function inFull(reason: Reason): string {
  const { message, fix } = wordReason(reason)
  return `${message} ${fix}`
}

async function checkDatabase(office: Office): Promise<HealthCheck> {
  try {
    await office.engine.write('system', (write) => markHealthRead(write.db, write.now))
    if (hasMetDamage(office.db)) throw damageProblem(office.folder)
    return { name: 'database', ok: true, detail: 'writes are kept' }
  } catch (error) {
    const found = error instanceof Problem ? inFull(error.reason) : 'it cannot be written'
    return { name: 'database', ok: false, detail: found }
  }
}

async function checkSlots(office: Office): Promise<HealthCheck> {
  const slots = await startedSlots(office)
  const { degradedReason } = office.engine.status()
  if (degradedReason) return { name: 'slots', ok: false, detail: inFull(degradedReason) }
  const alive = slots.filter(isAlive).length
  return { name: 'slots', ok: alive > 0, detail: `${alive} of ${slots.length} ready` }
}

async function checkScheduler(office: Office): Promise<HealthCheck> {
  return office.scheduler
    ? { name: 'scheduler', ok: true, detail: 'what is due starts by itself' }
    : { name: 'scheduler', ok: true, detail: 'rests: this office is open for one command only' }
}

async function checkDisk(office: Office): Promise<HealthCheck> {
  const { bavail, bsize } = await statfs(office.folder)
  const free = bavail * bsize
  const ok = free >= LEAST_FREE_BYTES
  const found = `${Math.floor(free / 1024 / 1024).toLocaleString('en')} MB free in ${office.folder}`
  return { name: 'disk', ok, detail: ok ? found : `${found}. Make room: at least 200 MB are needed for backups` }
}

async function checkBackup(office: Office): Promise<HealthCheck> {
  const last = listBackups(backupFolder(office.folder))[0]?.at ?? null
  if (last === null) return { name: 'backup', ok: true, detail: 'none yet; the first is made tonight' }
  const days = Math.floor((office.clock.now() - last) / DAY_MS)
  const isLate = days >= BACKUP_LATE_DAYS
  return { name: 'backup', ok: !isLate, detail: `the last one is of ${toIso(last).slice(0, 10)}` }
}

async function checkMail(office: Office): Promise<HealthCheck> {
  const { host } = readSetting(office.db, 'mail')
  return {
    name: 'mail',
    ok: true,
    detail: host === '' ? 'no mail server is set: mail waits in the outbox' : `goes out by ${host}`,
  }
}
