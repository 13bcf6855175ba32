import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp, checkCopy, readNote } from '../../../db/backup'
import { openReadOnly } from '../../../db/open'
import { createParty } from '../../../jobs/shared/parties'
import { openTestDb, TEST_NOW, tempFolder, testWrite } from '../../support/office-db'

const target = () => path.join(tempFolder(), 'office.db')
const addParties = (db: ReturnType<typeof openTestDb>, count: number) =>
  db.transaction(() => {
    for (let n = 0; n < count; n++)
      createParty(testWrite(db), { kind: 'person', name: `Person ${n}`, origin: 'user:1' })
  })()

test('a backup is one verified file with its note: rows of every table, digest, end of the audit chain', async () => {
  const db = openTestDb()
  addParties(db, 50)
  const file = target()
  const note = await backUp(db, file, TEST_NOW)
  expect(fs.readdirSync(path.dirname(file)).sort()).toEqual(['office.db', 'office.db.json'])
  expect(note).toMatchObject({ made_at: TEST_NOW, bytes: fs.statSync(file).size })
  expect(note.tables).toMatchObject({ party: 50, setting: 1, audit: 52 })
  expect(note.sha256).toBe(createHash('sha256').update(fs.readFileSync(file)).digest('hex'))
  expect(note.audit_head?.seq).toBe(52)
  expect(readNote(file)).toEqual(note)
  expect(fs.statSync(file).mode & 0o077).toBe(0)
})

test('what is written while the copy runs is in it as far as the copy reaches, and the counts agree', async () => {
  const db = openTestDb()
  addParties(db, 2000)
  let pages = 0
  let written = 0
  const note = await backUp(db, target(), TEST_NOW, {
    progress: (done) => {
      pages = done
      if (written++ < 20) addParties(db, 10)
    },
  })
  expect(pages).toBeGreaterThan(0)
  expect(written).toBeGreaterThan(0)
  expect(note.tables.party).toBe(2000 + 10 * Math.min(written, 20))
})

test('a copy that was not made whole never gets its name', async () => {
  const db = openTestDb()
  const file = target()
  const failing = backUp(db, file, TEST_NOW, {
    check: (copy) => {
      fs.truncateSync(copy, 8192)
      return checkCopy(copy)
    },
  })
  await expect(failing).rejects.toMatchObject({ code: 'db.backup_damaged' })
  expect(fs.readdirSync(path.dirname(file))).toEqual([])
})

test('a copy with fewer rows than the office is refused', async () => {
  const db = openTestDb()
  addParties(db, 3)
  const failing = backUp(db, target(), TEST_NOW, {
    check: (copy) => {
      const found = checkCopy(copy)
      return { ...found, tables: { ...found.tables, party: 2 } }
    },
  })
  await expect(failing).rejects.toMatchObject({
    code: 'db.backup_damaged',
    params: { reason: 'table party: 2 rows instead of 3' },
  })
})

test('what is written after the last page was copied is not in it, and nobody counts it', async () => {
  const db = openTestDb()
  addParties(db, 10)
  const note = await backUp(db, target(), TEST_NOW, {
    check: (copy) => {
      addParties(db, 10)
      return checkCopy(copy)
    },
  })
  expect(note.tables.party).toBe(10)
})

test('rows are counted over many turns, and the office gets all of them', async () => {
  const db = openTestDb()
  db.prepare(
    `with recursive n (i) as (select 1 union all select i + 1 from n where i < 25000)
     insert into notice (at, kind, code, params) select i, 'x', 'x.y', '{}' from n`,
  ).run()
  let turns = 0
  const tick = () => {
    turns++
    ticking = setImmediate(tick)
  }
  let ticking = setImmediate(tick)
  const note = await backUp(db, target(), TEST_NOW)
  clearImmediate(ticking)
  expect(note.tables.notice).toBe(25_000)
  expect(turns).toBeGreaterThan(2)
})

test('a folder that cannot be written is named', async () => {
  const file = target()
  fs.writeFileSync(path.join(path.dirname(file), 'blocked'), '')
  const failing = backUp(openTestDb(), path.join(path.dirname(file), 'blocked', 'office.db'), TEST_NOW)
  await expect(failing).rejects.toMatchObject({ code: 'db.not_a_folder' })
})

describe('reading a backup back', () => {
  async function made() {
    const db = openTestDb()
    addParties(db, 500)
    const file = target()
    await backUp(db, file, TEST_NOW)
    return file
  }

  test('finds a page overwritten with zeros', async () => {
    const file = await made()
    const handle = fs.openSync(file, 'r+')
    fs.writeSync(handle, Buffer.alloc(4096), 0, 4096, 4096 * 5)
    fs.closeSync(handle)
    expect(() => checkCopy(file)).toThrow(expect.objectContaining({ code: 'db.backup_damaged' }))
  })

  test('finds a file that was cut short', async () => {
    const file = await made()
    fs.truncateSync(file, fs.statSync(file).size - 4096 * 3)
    expect(() => checkCopy(file)).toThrow(expect.objectContaining({ code: 'db.backup_damaged' }))
  })

  test('finds what is no database, and a database that is no office', () => {
    const text = target()
    fs.writeFileSync(text, 'name,amount\n')
    expect(() => checkCopy(text)).toThrow(expect.objectContaining({ code: 'db.backup_damaged' }))
    const empty = target()
    fs.writeFileSync(empty, '')
    expect(() => checkCopy(empty)).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ reason: 'it is not an office of Daybook' }) }),
    )
  })

  test('finds a row that points nowhere', async () => {
    const db = openTestDb()
    db.pragma('foreign_keys = OFF')
    db.exec("insert into party_role (party_id, role, origin) values (999, 'employee', 'user:1')")
    await expect(backUp(db, target(), TEST_NOW)).rejects.toMatchObject({
      code: 'db.backup_damaged',
      params: { reason: 'a row of party_role points to no party' },
    })
  })

  test('leaves nothing beside the file', async () => {
    const file = await made()
    checkCopy(file)
    expect(fs.readdirSync(path.dirname(file)).sort()).toEqual(['office.db', 'office.db.json'])
    expect(openReadOnly(file).pragma('journal_mode', { simple: true })).toBe('delete')
  })
})
