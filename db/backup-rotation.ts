import fs from 'node:fs'
import path from 'node:path'
import { dayNumber, type Instant, instant, type LocalDate, toIso, wallClock, type Zone } from '../jobs/values/time'
import { noteFile } from './backup'

/** Daily ones are rotated; those made by hand and those before a migration have counts of their own. */
export type BackupKind = 'daily' | 'by_hand' | 'before_migration'
export type BackupFile = { file: string; kind: BackupKind; at: Instant; bytes: number }

const KEPT_DAYS = 7
const KEPT_WEEKS = 4
const KEPT_BEFORE_MIGRATION = 10

const NAME = /^daybook-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(-by-hand|-before-\d{4})?\.db$/

/** `daybook-2026-01-02T03-00-00-000Z.db`: sorts by age, and has no character that a file system minds. */
const stem = (at: Instant): string => `daybook-${toIso(at).replace(/[:.]/g, '-')}`

export const backupName = (at: Instant, kind: 'daily' | 'by_hand'): string =>
  `${stem(at)}${kind === 'daily' ? '' : '-by-hand'}.db`

/** `to`: the migration it was made before. */
export const migrationBackupName = (at: Instant, to: number): string =>
  `${stem(at)}-before-${String(to).padStart(4, '0')}.db`

function parseName(name: string): { at: Instant; kind: BackupKind } | null {
  const match = NAME.exec(name)
  if (!match) return null
  const [, date, hour, minute, second, ms, suffix] = match
  const at = Date.parse(`${date}T${hour}:${minute}:${second}.${ms}Z`)
  const kind = suffix === '-by-hand' ? 'by_hand' : suffix ? 'before_migration' : 'daily'
  return Number.isNaN(at) ? null : { at: instant(at), kind }
}

/** The backups of a folder, newest first. */
export function listBackups(folder: string): BackupFile[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .flatMap((name) => {
      const parsed = parseName(name)
      const file = path.join(folder, name)
      return parsed ? [{ file, ...parsed, bytes: fs.statSync(file).size }] : []
    })
    .sort((a, b) => b.at - a.at)
}

const DAYS_A_WEEK = 7
/** Weeks begin on Monday (ISO 8601); day 0 was a Thursday. */
const weekOf = (date: LocalDate): number => Math.floor((dayNumber(date) + 3) / DAYS_A_WEEK)

/**
 * Which of the backups (newest first) can go: of the daily ones the newest of each of the last seven days that have one
 * and of each of the last four weeks stay, of those before migrations the last ten, and all that were made by hand.
 */
export function superseded<B extends { at: Instant; kind: BackupKind }>(backups: B[], zone: Zone): B[] {
  const days = new Set<LocalDate>()
  const weeks = new Set<number>()
  let beforeMigration = 0
  return backups.filter(({ at, kind }) => {
    if (kind === 'by_hand') return false
    if (kind === 'before_migration') return ++beforeMigration > KEPT_BEFORE_MIGRATION
    const { date } = wallClock(at, zone)
    const isDaily = !days.has(date) && days.size < KEPT_DAYS
    if (isDaily) days.add(date)
    const isWeekly = !weeks.has(weekOf(date)) && weeks.size < KEPT_WEEKS
    if (isWeekly) weeks.add(weekOf(date))
    return !isDaily && !isWeekly
  })
}

/** Removes superseded backups with their notes; answers with those that stay, newest first, and how many went. */
export function rotate(folder: string, zone: Zone): { kept: BackupFile[]; removed: number } {
  const all = listBackups(folder)
  const gone = new Set(superseded(all, zone))
  for (const { file } of gone) {
    fs.rmSync(file, { force: true })
    fs.rmSync(noteFile(file), { force: true })
  }
  return { kept: all.filter((backup) => !gone.has(backup)), removed: gone.size }
}
