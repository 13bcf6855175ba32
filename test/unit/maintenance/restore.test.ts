import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBeside } from '../../../db/backup-files'
import { databaseFile } from '../../../db/folder'
import { lockFolder } from '../../../db/lock'
import { MIGRATIONS } from '../../../db/migrate'
import { type Db, openDb } from '../../../db/open'
import { finishRestore } from '../../../db/restore'
import { makeBackup, restoreBackup } from '../../../jobs/maintenance'
import { readHead, verifyAudit, writeHead } from '../../../jobs/shared/audit'
import { linkFile } from '../../../jobs/shared/files'
import { unseenNotices } from '../../../jobs/shared/notices'
import { queueMail } from '../../../jobs/shared/outbox'
import { createParty } from '../../../jobs/shared/parties'
import { createSecretStore } from '../../../jobs/shared/secrets'
import { instant, type Zone } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, tempFolder, testWrite } from '../../support/office-db'
import { filesOf } from '../../support/run-task'

const LATER = instant(TEST_NOW + 86_400_000)
const names = (db: Db) => db.prepare('select name from party order by id').pluck().all()
const person = (db: Db, name: string) => createParty(testWrite(db), { kind: 'person', name, origin: 'user:1' })
const lastSeq = (db: Db) => db.prepare('select max(seq) from audit').pluck().get() as number

/** An office with Ana in it, backed up; then came Bruno. Its database is closed. */
async function officeWithBackup() {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const stored = await filesOf(db).put(Buffer.from('payslip'), 'application/pdf', 'slip.pdf')
  linkFile(testWrite(db), stored)
  person(db, 'Ana')
  createSecretStore(folder, db).set(testWrite(db), 'mail.password', 'text')
  queueMail(testWrite(db), {
    dedupeKey: 'k1',
    kind: 'payslip',
    to: { name: null, address: 'ana@example.org' },
    subject: 'Payslip',
    text: 'x',
  })
  const { file } = await makeBackup({ db, now: TEST_NOW, zone: 'Europe/Lisbon' as Zone, kind: 'by_hand' })
  person(db, 'Bruno')
  await writeHead(folder, db)
  const head = readHead(folder)
  db.close()
  return { folder, file, stored, head }
}
const state = (folder: string) =>
  Object.fromEntries(
    fs
      .readdirSync(folder)
      .filter((name) => name !== 'office.lock')
      .map((name) => {
        const file = path.join(folder, name)
        return [
          name,
          fs.statSync(file).isFile() ? createHash('sha256').update(fs.readFileSync(file)).digest('hex') : 'folder',
        ]
      }),
  )

test('a restore brings the backup’s state back, keeps the other aside, and goes on with the audit chain', async () => {
  const { folder, file, head } = await officeWithBackup()
  const done = await restoreBackup(folder, file, { now: LATER })
  const db = openDb(databaseFile(folder))
  expect(names(db)).toEqual(['Ana'])
  expect(done.tables).toMatchObject({ party: 1 })
  expect(verifyAudit(db, readHead(folder))).toMatchObject({ ok: true, entries: lastSeq(db) })
  const entry = db.prepare("select payload from audit where action = 'office.restored'").pluck().get() as string
  expect(JSON.parse(entry)).toMatchObject({ backup: path.basename(file), left: head })
  expect(createSecretStore(folder, db).get('mail.password')).toBe('text')
  const aside = openDb(path.join(done.setAside, 'daybook.db'))
  expect(names(aside)).toEqual(['Ana', 'Bruno'])
  expect(readHead(done.setAside)).toEqual(head)
})

test('mail that waited is held until a person releases it, and Today says so', async () => {
  const { folder, file } = await officeWithBackup()
  const done = await restoreBackup(folder, file, { now: LATER })
  expect(done.heldMails).toBe(1)
  const db = openDb(databaseFile(folder))
  expect(db.prepare('select state from outbox').pluck().all()).toEqual(['held'])
  expect(unseenNotices(db)[0]?.reason).toMatchObject({ code: 'maintenance.restored_mail_held', params: { mails: 1 } })
})

test('on another computer the files come too, and secrets are asked for again', async () => {
  const { file, stored } = await officeWithBackup()
  const elsewhere = path.join(tempFolder(), 'new', 'office')
  await restoreBackup(elsewhere, file, { now: LATER })
  const db = openDb(databaseFile(elsewhere))
  expect(names(db)).toEqual(['Ana'])
  expect(String(await filesOf(db).read(stored.sha256))).toBe('payslip')
  expect(() => createSecretStore(elsewhere, db).get('mail.password')).toThrow(
    expect.objectContaining({ code: 'secrets.sealed_elsewhere' }),
  )
})

test('a restore can itself be undone by restoring what was set aside', async () => {
  const { folder, file } = await officeWithBackup()
  const { setAside } = await restoreBackup(folder, file, { now: LATER })
  await restoreBackup(folder, path.join(setAside, 'daybook.db'), { now: LATER })
  expect(names(openDb(databaseFile(folder)))).toEqual(['Ana', 'Bruno'])
})

describe('refused before anything is touched:', () => {
  const refused = async (folder: string, file: string, problem: object) => {
    const before = state(folder)
    await expect(restoreBackup(folder, file, { now: LATER })).rejects.toMatchObject(problem)
    expect(state(folder)).toEqual(before)
  }

  test('a folder in which an office works', async () => {
    const { folder, file } = await officeWithBackup()
    const lock = lockFolder(folder)
    await refused(folder, file, { code: 'db.folder_in_use' })
    lock.release()
  })

  test('a backup that is not there, and a folder', async () => {
    const { folder } = await officeWithBackup()
    await refused(folder, path.join(folder, 'nothing.db'), { code: 'db.backup_missing' })
    await refused(folder, folder, { code: 'db.backup_damaged' })
  })

  test('a backup with a flipped bit that SQLite itself would not notice', async () => {
    const { folder, file } = await officeWithBackup()
    const bytes = fs.readFileSync(file)
    const at = bytes.indexOf('Test office')
    bytes.write('Best', at)
    fs.writeFileSync(file, bytes)
    await refused(folder, file, { code: 'db.backup_damaged', params: { file } })
  })

  test('a backup that was cut short, though its note is gone', async () => {
    const { folder, file } = await officeWithBackup()
    fs.rmSync(`${file}.json`)
    fs.truncateSync(file, fs.statSync(file).size - 3 * 4096)
    await refused(folder, file, { code: 'db.backup_damaged', params: { file } })
  })

  test('a backup of a newer Daybook', async () => {
    const { folder, file } = await officeWithBackup()
    const copy = openDb(file)
    copy.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    copy.close()
    fs.rmSync(`${file}.json`)
    await refused(folder, file, {
      code: 'db.newer_database',
      params: { file, found: MIGRATIONS.length + 1, known: MIGRATIONS.length },
    })
  })

  test('a backup whose files are nowhere, unless that is accepted', async () => {
    const { file } = await officeWithBackup()
    fs.rmSync(filesBeside(file), { recursive: true })
    const elsewhere = tempFolder()
    await refused(elsewhere, file, {
      code: 'db.backup_files_missing',
      params: { count: 1, name: 'slip.pdf', store: filesBeside(file), file },
    })
    const done = await restoreBackup(elsewhere, file, { now: LATER, acceptMissingFiles: true })
    expect(done.missingFiles).toBe(1)
  })
})

describe('a restore that is interrupted', () => {
  /** The folder as a restore leaves it when the process dies right after the mark, the old log still beside the database. */
  async function interrupted() {
    const { folder, file } = await officeWithBackup()
    const lost = openDb(databaseFile(folder))
    person(lost, 'Carla') // stays in the write-ahead log
    const log = fs.readFileSync(`${lost.name}-wal`)
    lost.close()
    fs.writeFileSync(`${databaseFile(folder)}-wal`, log)
    fs.copyFileSync(file, path.join(folder, 'restoring-x.db'))
    fs.mkdirSync(path.join(folder, 'before-restore-x'))
    fs.writeFileSync(
      path.join(folder, 'restoring.json'),
      JSON.stringify({ staged: 'restoring-x.db', aside: 'before-restore-x' }),
    )
    return folder
  }
  const finished = (folder: string) => {
    expect(names(openDb(databaseFile(folder)))).toEqual(['Ana'])
    expect(fs.existsSync(path.join(folder, 'restoring.json'))).toBe(false)
    expect(fs.readdirSync(path.join(folder, 'before-restore-x'))).toEqual(
      expect.arrayContaining(['daybook.db', 'daybook.db-wal', 'audit-head.json']),
    )
  }

  test('is finished at the next start', async () => {
    const folder = await interrupted()
    expect(finishRestore(folder)).toBe(true)
    finished(folder)
    expect(finishRestore(folder)).toBe(false)
  })

  test('after any of its steps', async () => {
    for (const moved of [
      ['daybook.db'],
      ['daybook.db', 'daybook.db-wal'],
      ['daybook.db', 'daybook.db-wal', 'audit-head.json'],
    ]) {
      const folder = await interrupted()
      for (const name of moved) fs.renameSync(path.join(folder, name), path.join(folder, 'before-restore-x', name))
      finishRestore(folder)
      finished(folder)
    }
  })

  test('when only its mark is left to remove', async () => {
    const folder = await interrupted()
    const mark = fs.readFileSync(path.join(folder, 'restoring.json'))
    finishRestore(folder)
    fs.writeFileSync(path.join(folder, 'restoring.json'), mark)
    finishRestore(folder)
    finished(folder)
  })
})
