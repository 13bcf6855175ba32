import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkCopy } from '../../../db/backup'
import { filesBeside } from '../../../db/backup-files'
import { listBackups } from '../../../db/backup-rotation'
import { backupFolder } from '../../../db/folder'
import type { Db } from '../../../db/open'
import { maintenance, makeBackup, provideBackups } from '../../../jobs/maintenance'
import { linkFile } from '../../../jobs/shared/files'
import { unseenNotices } from '../../../jobs/shared/notices'
import { createSecretStore } from '../../../jobs/shared/secrets'
import { Problem } from '../../../jobs/values/problem'
import { type Instant, instant, type Zone } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, tempFolder, testWrite } from '../../support/office-db'
import { filesOf, runTask } from '../../support/run-task'

const LISBON = 'Europe/Lisbon' as Zone
const DAY = 86_400_000
const task = maintenance.tasks.find(({ name }) => name === 'maintenance.backup') ?? expect.fail('no such task')

/** An office with a linked file, a stored one that nothing links, and a secret. */
async function office() {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const files = filesOf(db)
  const linked = await files.put(Buffer.from('payslip'), 'application/pdf', 'slip.pdf')
  const unlinked = await files.put(Buffer.from('upload'), 'text/csv', 'upload.csv')
  linkFile(testWrite(db), linked)
  createSecretStore(folder, db).set(testWrite(db), 'mail.password', 'quite secret')
  return { db, folder, files, linked, unlinked }
}
const storedIn = (store: string) =>
  fs
    .readdirSync(store, { recursive: true })
    .map(String)
    .filter((name) => name.length > 3)
    .map((name) => path.basename(name))
const order = (db: Db, now: Instant = TEST_NOW) => ({ db, now, zone: LISBON, kind: 'daily' as const })

test('a backup holds the database and the files it links, and never the key of the secrets', async () => {
  const { db, folder, linked } = await office()
  const made = await makeBackup(order(db))
  expect(made).toMatchObject({ files: 1, gaps: [], removed: 0 })
  expect(checkCopy(made.file)).toMatchObject({ tables: { file: 1, secret: 1 } })
  expect(storedIn(filesBeside(made.file))).toEqual([linked.sha256])
  const all = fs.readdirSync(backupFolder(folder), { recursive: true }).map(String)
  expect(all.some((name) => name.includes('secret.key'))).toBe(false)
  const key = fs.readFileSync(path.join(folder, 'secret.key'))
  for (const name of all) {
    const file = path.join(backupFolder(folder), name)
    if (fs.statSync(file).isFile()) expect(fs.readFileSync(file).includes(key.toString().trim())).toBe(false)
  }
})

test('a file is brought along once, however many backups hold it, and goes when the last of them goes', async () => {
  const { db, folder, files, linked } = await office()
  const first = await makeBackup(order(db))
  const store = filesBeside(first.file)
  expect(fs.statSync(path.join(store, linked.sha256.slice(0, 2), linked.sha256)).nlink).toBe(2)
  const second = await files.put(Buffer.from('later'), 'text/plain', 'later.txt')
  linkFile(testWrite(db), second)
  db.prepare('delete from file where sha256 = ?').run(linked.sha256)
  for (const day of [7, 14, 21, 28, 35, 36, 37, 38, 39, 40, 41, 42]) {
    await makeBackup(order(db, instant(TEST_NOW + day * DAY)))
  }
  expect(storedIn(store)).toEqual([second.sha256])
  expect(listBackups(backupFolder(folder))).toHaveLength(9)
  expect(String(await files.read(linked.sha256))).toBe('payslip')
})

test('a damaged or missing file is named; the backup is made all the same', async () => {
  const { db, files, linked } = await office()
  fs.chmodSync(files.path(linked.sha256), 0o600)
  fs.writeFileSync(files.path(linked.sha256), 'scribble')
  const made = await makeBackup(order(db))
  expect(made.gaps).toEqual([linked.sha256])
  fs.rmSync(files.path(linked.sha256))
  expect((await makeBackup(order(db, instant(TEST_NOW + 1)))).gaps).toEqual([linked.sha256])
})

test('one by hand goes where it was told, with its files, and replaces nothing', async () => {
  const { db, linked } = await office()
  const file = path.join(tempFolder(), 'usb', 'office.db')
  const made = await makeBackup({ ...order(db), kind: 'by_hand', file })
  expect(made.file).toBe(file)
  expect(storedIn(path.join(path.dirname(file), 'daybook-files'))).toEqual([linked.sha256])
  await expect(makeBackup({ ...order(db), kind: 'by_hand', file })).rejects.toMatchObject({
    code: 'maintenance.backup_file_exists',
  })
  await expect(makeBackup({ ...order(db), kind: 'by_hand', file: 'office.db' })).rejects.toMatchObject({
    code: 'maintenance.backup_path_relative',
  })
})

test('one is made at a time', async () => {
  const { db } = await office()
  const first = makeBackup(order(db))
  await expect(makeBackup(order(db))).rejects.toMatchObject({ code: 'maintenance.backup_running' })
  await first
  await makeBackup(order(db, instant(TEST_NOW + 1)))
})

test('what an office that died in the midst of a copy left behind is cleared away', async () => {
  const { db, folder } = await office()
  fs.mkdirSync(backupFolder(folder))
  for (const name of ['.daybook-x.db.part', '.daybook-x.db.part-journal'])
    fs.writeFileSync(path.join(backupFolder(folder), name), 'half')
  await makeBackup(order(db))
  expect(fs.readdirSync(backupFolder(folder)).filter((name) => name.startsWith('.'))).toEqual([])
})

test('the daily task makes a verified backup and notes in the chain how far it reaches', async () => {
  const { db } = await office()
  provideBackups(db, { now: () => TEST_NOW, zone: () => LISBON })
  const ran = await runTask(db, task, {})
  expect(ran.error).toBeNull()
  expect(ran.result).toMatchObject({ files: 1, removed: 0 })
  const { file } = ran.result as { file: string }
  const entry = db.prepare("select payload from audit where action = 'office.backed_up'").pluck().get() as string
  expect(JSON.parse(entry)).toMatchObject({ file: path.basename(file), head: checkCopy(file).audit_head })
  expect((await runTask(db, task, {})).error).toBeNull() // and the next day again
})

test('a daily backup that fails says why in the task and on Today, and is tried again where it may get better', async () => {
  const { db } = await office()
  provideBackups(db, {
    now: () => TEST_NOW,
    zone: () => LISBON,
    check: () => {
      throw new Problem('db.disk_full', { folder: '/data' }, { transient: true })
    },
  })
  const ran = await runTask(db, task, {})
  expect(ran.error).toEqual({ code: 'db.disk_full', params: { folder: '/data' } })
  expect(unseenNotices(db)).toMatchObject([{ kind: 'backup', reason: { code: 'db.disk_full' } }])
})

test('the built-in schedule makes it every night at three', () => {
  expect(maintenance.schedules).toContainEqual(
    expect.objectContaining({ task: 'maintenance.backup', cron: '0 3 * * *', misfire: 'latest' }),
  )
})
