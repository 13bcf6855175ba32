import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import {
  erasePersonal,
  GENESIS,
  headFile,
  headProblem,
  readHead,
  recordAudit,
  verifyAudit,
  writeHead,
} from '../../../jobs/shared/audit'
import { createParty } from '../../../jobs/shared/parties'
import { openTestDb, tempFolder, testWrite } from '../../support/office-db'

/** A chain of some thirty entries, every third with a personal part of party 7. */
function chain(): Db {
  const db = openTestDb()
  const write = testWrite(db)
  db.transaction(() => {
    for (let n = 0; n < 30; n++) {
      recordAudit(write, {
        action: 'payroll.period_changed',
        entity: `period:${n}`,
        payload: { n, note: 'ünïcode “quotes” \\ and \n lines' },
        ...(n % 3 === 0 && { personal: { partyId: 7, payload: { name: `Ana ${n}`, base_minor: 100_000 + n } } }),
      })
    }
  })()
  return db
}

const last = (db: Db) =>
  db.prepare('select seq, hash from audit order by seq desc limit 1').get() as { seq: number; hash: string }

/** What somebody with the file and a database tool can do: the triggers are dropped first. */
function tamper(db: Db, sql: string): void {
  db.exec(`drop trigger audit_no_update; drop trigger audit_no_delete; pragma foreign_keys = off; ${sql}`)
}

describe('the chain', () => {
  test('is gapless, begins at the genesis, and verifies', () => {
    const db = chain()
    const rows = db.prepare('select seq, prev_hash, hash from audit order by seq').all() as {
      seq: number
      prev_hash: string
      hash: string
    }[]
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    expect(rows[0]?.prev_hash).toBe(GENESIS)
    expect(rows.slice(1).map(({ prev_hash }) => prev_hash)).toEqual(rows.slice(0, -1).map(({ hash }) => hash))
    expect(verifyAudit(db, last(db))).toEqual({ ok: true, entries: rows.length, firstBad: null, kind: null })
  })

  test('takes no entry of a transaction that was rolled back', () => {
    const db = chain()
    const before = last(db)
    expect(() =>
      db.transaction(() => {
        recordAudit(testWrite(db), { action: 'x.y', entity: 'x:1' })
        throw new Error('no')
      })(),
    ).toThrow('no')
    expect(last(db)).toEqual(before)
    expect(recordAudit(testWrite(db), { action: 'x.y', entity: 'x:1' })).toBe(before.seq + 1)
    expect(verifyAudit(db, null).ok).toBe(true)
  })

  test('refuses to be changed or shortened', () => {
    const db = chain()
    expect(() => db.exec("update audit set action = 'x' where seq = 3")).toThrow('never changed')
    expect(() => db.exec('delete from audit where seq = 3')).toThrow('never shortened')
  })

  test('holds no personal data in the entries themselves', () => {
    const db = chain()
    const text = JSON.stringify(db.prepare('select * from audit').all())
    expect(text).not.toContain('Ana')
    expect(text).not.toContain('base_minor')
  })

  test('an empty one verifies', () => {
    const db = chain()
    tamper(db, 'delete from audit_personal; delete from audit')
    expect(verifyAudit(db, null)).toEqual({ ok: true, entries: 0, firstBad: null, kind: null })
  })
})

describe('tampering shows', () => {
  test.each([
    ['a payload', `update audit set payload = '{"n":99}' where seq = 12`, 'content', 12],
    ['who did it', `update audit set actor = 'user:9' where seq = 12`, 'content', 12],
    ['when', 'update audit set at = at - 1 where seq = 1', 'content', 1],
    ['a hash', `update audit set hash = '${'0'.repeat(64)}' where seq = 12`, 'content', 12],
    ['a link', `update audit set prev_hash = '${'0'.repeat(64)}' where seq = 12`, 'link', 12],
    ['an entry taken out', 'delete from audit_personal where seq = 12; delete from audit where seq = 12', 'gap', 12],
    ['the first entry taken out', 'delete from audit where seq = 1', 'gap', 1],
    [
      'a personal payload',
      `update audit_personal set payload = replace(payload, '100', '900')
       where seq = (select max(seq) from audit_personal)`,
      'content',
      30,
    ],
    [
      'a salt',
      'update audit_personal set salt = randomblob(16) where seq = (select max(seq) from audit_personal)',
      'content',
      30,
    ],
    [
      'a personal payload taken out without an erasure',
      'delete from audit_personal where seq = (select max(seq) from audit_personal)',
      'content',
      30,
    ],
  ])('%s', (_, sql, kind, firstBad) => {
    const db = chain()
    const head = last(db)
    tamper(db, sql)
    expect(verifyAudit(db, head)).toMatchObject({ ok: false, kind, firstBad })
  })

  test('an end cut off, by the head outside', () => {
    const db = chain()
    const head = last(db)
    tamper(db, `delete from audit_personal where seq > 20; delete from audit where seq > 20`)
    expect(verifyAudit(db, null).ok).toBe(true)
    expect(verifyAudit(db, head)).toEqual({ ok: false, entries: 20, firstBad: 21, kind: 'truncated' })
  })

  test('everything written anew, by the head outside', () => {
    const db = chain()
    const head = last(db)
    tamper(db, 'delete from audit_personal; delete from audit')
    for (let n = 0; n < head.seq + 5; n++) recordAudit(testWrite(db), { action: 'forged.entry', entity: `x:${n}` })
    expect(verifyAudit(db, null).ok).toBe(true)
    expect(verifyAudit(db, head)).toMatchObject({ ok: false, firstBad: head.seq, kind: 'rewritten' })
  })

  test('an older head is contained in the chain and raises no alarm', () => {
    const db = chain()
    const head = last(db)
    recordAudit(testWrite(db), { action: 'x.y', entity: 'x:1' })
    expect(verifyAudit(db, head).ok).toBe(true)
  })
})

describe('erasing a person', () => {
  test('removes payloads and salts, the chain still verifies, and nobody else is touched', () => {
    const db = chain()
    const other = createParty(testWrite(db), { kind: 'person', name: 'Bruno', origin: 'user:1' })
    const erased = db.transaction(() => erasePersonal(testWrite(db), 7))()
    expect(erased).toBe(10)
    const left = db.prepare('select distinct party_id from audit_personal where party_id is not null').pluck().all()
    expect(left).toEqual([other])
    expect(verifyAudit(db, last(db)).ok).toBe(true)
  })

  test('leaves none of the bytes in the database file', () => {
    const db = chain()
    db.pragma('wal_checkpoint(TRUNCATE)')
    expect(fs.readFileSync(db.name).includes('Ana 27')).toBe(true)
    db.transaction(() => erasePersonal(testWrite(db), 7))()
    db.pragma('wal_checkpoint(TRUNCATE)')
    expect(fs.readFileSync(db.name).includes('Ana 27')).toBe(false)
    expect(db.pragma('secure_delete', { simple: true })).not.toBe(1)
  })
})

describe('the head outside the database', () => {
  const folderOf = (db: Db) => path.dirname(db.name)

  test('follows the chain, and is written only when it has grown', async () => {
    const db = chain()
    const folder = folderOf(db)
    expect(readHead(folder)).toBeNull()
    await writeHead(folder, db)
    expect(readHead(folder)).toEqual(last(db))
    fs.rmSync(headFile(folder))
    await writeHead(folder, db)
    expect(fs.existsSync(headFile(folder))).toBe(false)
    recordAudit(testWrite(db), { action: 'x.y', entity: 'x:1' })
    await writeHead(folder, db)
    expect(readHead(folder)).toEqual(last(db))
  })

  test('what is appended while it is being written is noted too', async () => {
    const db = chain()
    const writes: Promise<void>[] = []
    for (let n = 0; n < 50; n++) {
      recordAudit(testWrite(db), { action: 'x.y', entity: `x:${n}` })
      writes.push(writeHead(folderOf(db), db))
      if (n % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(writes)
    expect(readHead(folderOf(db))).toEqual(last(db))
  })

  test('that cannot be written stops nobody and says so; the next commit tries again', async () => {
    const db = chain()
    const missing = path.join(tempFolder(), 'gone')
    await writeHead(missing, db)
    expect(headProblem(db)).toMatchObject({ code: 'audit.head_not_written' })
    fs.mkdirSync(missing)
    await writeHead(missing, db)
    expect(headProblem(db)).toBeNull()
    expect(readHead(missing)).toEqual(last(db))
  })

  test('that a power cut left half written is as good as none', () => {
    const folder = tempFolder()
    for (const text of ['', '{"seq":12,"ha', '{"seq":"12","hash":"x"}', 'null']) {
      fs.writeFileSync(headFile(folder), text)
      expect(readHead(folder)).toBeNull()
    }
  })
})
