import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDb } from '../../../db/open'
import { syncedAtTheEnd } from '../../../db/sync-later'
import { tempFolder } from '../../support/office-db'

const OFF = 0
const FULL = 2

test('commits do not wait for the disk while the work lasts, and wait again after it, also where it failed', async () => {
  const file = path.join(tempFolder(), 'daybook.db')
  const db = openDb(file)
  const level = () => db.pragma('synchronous', { simple: true })
  db.exec('create table kept (n integer) strict')
  const seen = await syncedAtTheEnd(db, async () => {
    db.exec('insert into kept values (1)')
    return level()
  })
  expect([seen, level()]).toEqual([OFF, FULL])
  const failing = syncedAtTheEnd(db, async () => {
    db.exec('insert into kept values (2)')
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(level()).toBe(FULL)
  // What was committed stands in the files as they lie there, without anybody closing the database.
  const copy = path.join(tempFolder(), 'daybook.db')
  fs.copyFileSync(file, copy)
  fs.copyFileSync(`${file}-wal`, `${copy}-wal`)
  db.close()
  const read = openDb(copy)
  expect(read.prepare('select n from kept').pluck().all()).toEqual([1, 2])
  read.close()
})
