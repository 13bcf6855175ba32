import fs from 'node:fs'
import path from 'node:path'
import { checkCopy, integrityFaults } from '../../db/backup'
import { fileGaps, filesBeside } from '../../db/backup-files'
import { listBackups } from '../../db/backup-rotation'
import { backupFolder, databaseFile, filesFolder, holdsOffice } from '../../db/folder'
import { applyMigrations, MIGRATIONS, versionOf } from '../../db/migrate'
import { type Db, openDb, openReadOnly } from '../../db/open'
import { finishRestore } from '../../db/restore'
import { finishSettingAside } from '../../db/set-aside'
import { readHead, verifyAudit } from '../../jobs/shared/audit'
import { readFileLink } from '../../jobs/shared/files'
import { createSecretStore } from '../../jobs/shared/secrets'
import type { What } from './facts'

/** What is wrong with a data folder as the power cut left it, in words; nothing where every law holds. */
export function breaches(folder: string, facts: readonly What[]): string[] {
  if (!fs.existsSync(folder)) return facts.length > 0 ? [`the data folder is gone, with ${facts.length} facts`] : []
  try {
    finishRestore(folder)
    finishSettingAside(folder)
    if (!holdsOffice(folder) && facts.length > 0) return [`the database is gone, with ${facts.length} facts`]
    const db = openDb(databaseFile(folder))
    try {
      return [...laws(db, folder, facts), ...backups(folder)]
    } finally {
      db.close()
    }
  } catch (error) {
    return [`it does not open: ${error instanceof Error ? error.message : String(error)} ${JSON.stringify(error)}`]
  }
}

function laws(db: Db, folder: string, facts: readonly What[]): string[] {
  const found = facts.some(({ kind }) => kind === 'opened') && versionOf(db) === 0 ? ['the office is empty'] : []
  if (versionOf(db) < (MIGRATIONS.at(-1)?.number ?? 0)) applyMigrations(db, 0) // the first start goes on where it was cut
  found.push(...integrityFaults(db).map((fault) => `the database: ${fault}`))
  const verdict = verifyAudit(db, readHead(folder))
  if (!verdict.ok) found.push(`the audit chain: ${verdict.kind} at ${verdict.firstBad} of ${verdict.entries}`)
  found.push(...fileGaps(db, [filesFolder(folder)], true).gaps.map(({ name, fault }) => `the file ${name} is ${fault}`))
  found.push(...restored(db, folder))
  const keys = effects(db)
  if (new Set(keys).size < keys.length) found.push('an effect is there twice')
  return [...found, ...facts.flatMap((fact) => missing(db, folder, fact))]
}

const effects = (db: Db): string[] => db.prepare('select key from test_effect').pluck().all() as string[]
const column = (db: Db, sql: string, key: number): unknown => db.prepare(sql).pluck().get(key)

/** Of one acknowledged fact what is not there. */
function missing(db: Db, folder: string, fact: What): string[] {
  const not = (holds: boolean): string[] => (holds ? [] : [`acknowledged and gone: ${JSON.stringify(fact)}`])
  switch (fact.kind) {
    case 'opened':
      return []
    case 'task accepted':
      return not(column(db, 'select 1 from task where id = ?', fact.id) === 1)
    case 'task ended':
      return not(column(db, 'select upper(state) from task where id = ?', fact.id) === fact.state)
    case 'effect':
      return not(effects(db).includes(fact.key))
    case 'file kept':
      return not(readFileLink(db, fact.sha256) !== null)
    case 'import':
      return not(fact.states.includes(String(column(db, 'select state from import_batch where id = ?', fact.id))))
    case 'audit entry':
      return not(column(db, 'select hash from audit where seq = ?', fact.seq) === fact.hash)
    case 'secret':
      return not(createSecretStore(folder, db).get(fact.name) === fact.text)
    case 'mails queued':
      return not(db.prepare('select count(*) from outbox').pluck().get() === fact.count)
    case 'backup':
      return not(isBackupWhole(path.join(folder, fact.file), fact.sha256))
  }
}

/** The database as it was noted, and beside it every file that it links. */
function isBackupWhole(file: string, sha256: string): boolean {
  if (!fs.existsSync(file) || checkCopy(file).sha256 !== sha256) return false
  const copy = openReadOnly(file)
  try {
    return fileGaps(copy, [filesBeside(file)], true).gaps.length === 0
  } finally {
    copy.close()
  }
}

/** An office that came out of a backup says so and holds its mail, from the first instant: nothing is sent twice. */
function restored(db: Db, folder: string): string[] {
  const isAside = fs
    .readdirSync(folder)
    .some((name) => name.startsWith('before-restore-') && fs.existsSync(path.join(folder, name, 'daybook.db')))
  if (!isAside) return []
  const entries = db.prepare("select count(*) from audit where action = 'office.restored'").pluck().get()
  const waiting = db.prepare("select count(*) from outbox where state = 'queued'").pluck().get()
  return entries === 1 && waiting === 0 ? [] : [`restored without a word, with ${waiting} mails about to leave again`]
}

/** What bears the name of a backup is one, acknowledged or not. */
function backups(folder: string): string[] {
  return listBackups(backupFolder(folder)).flatMap(({ file }) => {
    try {
      checkCopy(file)
      return []
    } catch (error) {
      return [`${path.basename(file)} is no backup: ${String(error)}`]
    }
  })
}
