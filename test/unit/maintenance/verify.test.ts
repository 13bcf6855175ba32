import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Db, openReadOnly } from '../../../db/open'
import type { Reader } from '../../../jobs/engine/engine'
import { checkOnReader, maintenanceQuestions, makeBackup, verifyOffice } from '../../../jobs/maintenance'
import { writeHead } from '../../../jobs/shared/audit'
import { linkFile } from '../../../jobs/shared/files'
import type { Zone } from '../../../jobs/values/time'
import { openTestDb, TEST_NOW, testWrite } from '../../support/office-db'
import { filesOf } from '../../support/run-task'

/** Answers as the reader thread does: from a read-only connection of its own, questions and answers as plain data. */
function readerOf(db: Db): Reader {
  const own = openReadOnly(db.name)
  return {
    async ask<T>(question: string, params: unknown = null) {
      const answer = maintenanceQuestions[question] ?? expect.fail(`nobody answers ${question}`)
      return structuredClone(answer(own, structuredClone(params))) as T
    },
  }
}

async function office() {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const files = filesOf(db)
  const stored = await files.put(Buffer.from('payslip'), 'application/pdf', 'slip.pdf')
  linkFile(testWrite(db), stored)
  await writeHead(folder, db)
  const verify = () => verifyOffice(readerOf(db), folder)
  return { db, folder, files, stored, verify }
}

test('a sound office is found sound', async () => {
  const { verify } = await office()
  expect(await verify()).toEqual({
    ok: true,
    database: [],
    audit: { ok: true, entries: 2, firstBad: null, kind: null, headNoted: true },
    files: { linked: 1, gaps: [] },
  })
})

test('a damaged and a missing file are named', async () => {
  const { files, stored, verify } = await office()
  fs.writeFileSync(files.path(stored.sha256), 'scribble')
  expect(await verify()).toMatchObject({ ok: false, files: { gaps: [{ name: 'slip.pdf', fault: 'damaged' }] } })
  fs.rmSync(files.path(stored.sha256))
  expect(await verify()).toMatchObject({ ok: false, files: { gaps: [{ name: 'slip.pdf', fault: 'missing' }] } })
})

test('a chain cut off, a row that points nowhere, and a head that is gone are told', async () => {
  const { db, folder, verify } = await office()
  db.exec('pragma foreign_keys = off; drop trigger audit_no_delete; delete from audit where seq = 2')
  db.exec("insert into party_role (party_id, role, origin) values (999, 'employee', 'user:1')")
  expect(await verify()).toMatchObject({
    ok: false,
    database: expect.arrayContaining(['a row of party_role points to no party']),
    audit: { kind: 'truncated', firstBad: 2 },
  })
  fs.rmSync(path.join(folder, 'audit-head.json'))
  expect((await verify()).audit.headNoted).toBe(false)
})

test('every linked file is looked at, over many pages', async () => {
  const { db, verify } = await office()
  db.transaction(() => {
    for (let n = 0; n < 1200; n++) {
      linkFile(testWrite(db), {
        sha256: n.toString(16).padStart(64, '0'),
        size: 1,
        mediaType: 'x/y',
        originalName: `${n}`,
      })
    }
  })()
  expect((await verify()).files).toMatchObject({ linked: 1201, gaps: { length: 1200 } })
})

test('a backup is read back on the reader, and what it finds comes back as the same problem', async () => {
  const { db, folder } = await office()
  const check = checkOnReader(readerOf(db))
  const { file } = await makeBackup({ db, now: TEST_NOW, zone: 'Europe/Lisbon' as Zone, kind: 'by_hand', check })
  expect(await check(file)).toMatchObject({ tables: { file: 1 } })
  fs.truncateSync(file, 5000)
  await expect(check(file)).rejects.toMatchObject({ code: 'db.backup_damaged' })
  await expect(check(path.join(folder, 'nothing.db'))).rejects.toThrow()
})
