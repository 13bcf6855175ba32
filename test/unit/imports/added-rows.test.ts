import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { imageChanges, imageCount } from '../../../db/queries/imports/before-images'
import { undoChanges } from '../../../db/queries/imports/undo'
import { setImportKinds } from '../../../jobs/imports'
import { contentOf, dropFile } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb } from '../../support/office-db'

const TABLES = [
  { table: 'party', key: ['id'], ownNumbers: true as const },
  { table: 'party_role', key: ['id'], ownNumbers: true as const },
  { table: 'employee_department', key: ['party_id'] },
]

let db: Db
let id: number
const freshOffice = async () => {
  setImportKinds([membersKind])
  db = openTestDb()
  id = await dropFile(db, 'No,Name\n1,Ana\n')
  add('Known')
}
beforeEach(freshOffice)

const add = (name: string): number =>
  Number(
    db
      .prepare("insert into party (kind, name, origin, created_at, changed_at) values ('person', ?, 'task:1', 1, 1)")
      .run(name).lastInsertRowid,
  )
const rename = (party: number, name: string) => db.prepare('update party set name = ? where id = ?').run(name, party)
const remove = (party: number) => db.prepare('delete from party where id = ?').run(party)
const page = (work: () => void) => db.transaction(() => imageChanges(db, id, TABLES, work).counts)()
const undo = () => db.transaction(() => undoChanges(db, id, TABLES))()
const packed = () => db.prepare('select count(*) from import_added').pluck().get()

test('the rows that a page adds are kept together, counted as rows, and undone exactly', () => {
  const before = contentOf(db)
  const text = 'Zoë “Zo”\n\\ \u0001 😀 Strauß'
  expect(page(() => ['A', text, ''].forEach(add)).party).toEqual([3, 0, 0])
  expect([packed(), imageCount(db, id, 1000), imageCount(db, id, 2)]).toEqual([1, 3, 2])
  expect(undo()).toMatchObject({ restored: 0, removed: 3, kept: [] })
  expect([packed(), imageCount(db, id, 1000)]).toEqual([0, 0])
  expect(contentOf(db)).toEqual(before)
})

test('a row that was added and changed since is kept, the others of its page go', () => {
  let changed = 0
  page(() => {
    add('A')
    changed = add('B')
    add('C')
  })
  rename(changed, 'B, married')
  expect(undo().kept).toMatchObject([{ unit: `party:${changed}`, why: 'edited' }])
  expect(db.prepare('select name from party order by id').pluck().all()).toEqual(['Known', 'B, married'])
})

test('a row that gets a number below the highest, whose row was removed, goes with the undo', () => {
  const [, freed, highest] = ['A', 'B', 'C'].map(add)
  remove(freed ?? 0)
  const before = contentOf(db)
  const counts = page(() => {
    remove(highest ?? 0)
    rename(add('In the gap'), 'Renamed')
    add('Where the highest was')
  })
  expect(counts.party).toEqual([1, 1, 0])
  expect(undo()).toMatchObject({ removed: 1, kept: [] })
  expect(contentOf(db)).toEqual(before)
})

test('whatever later pages do to rows that earlier ones added, undoing leaves what was there before', async () => {
  const deed = fc.record({ does: fc.constantFrom('add', 'rename', 'remove'), at: fc.nat(20) })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), async (pages) => {
      await freshOffice()
      const known = add('Highest')
      const before = contentOf(db)
      let n = 0
      for (const deeds of pages) {
        page(() => {
          for (const { does, at } of deeds) {
            const all = db.prepare('select id from party order by id').pluck().all() as number[]
            const one = all[at % all.length] ?? 0
            if (does === 'add') add(`New ${n++}`)
            else if (does === 'rename') rename(one, `Renamed ${n++}`)
            else if (one !== known) remove(one)
          }
        })
      }
      expect(undo().kept).toEqual([])
      expect(contentOf(db)).toEqual(before)
      expect([packed(), imageCount(db, id, 1000)]).toEqual([0, 0])
    }),
    { numRuns: 30 },
  )
})
