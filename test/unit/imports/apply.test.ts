import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { rowsAfter } from '../../../db/queries/imports/rows'
import { setImportKinds } from '../../../jobs/imports'
import { applyImport } from '../../../jobs/imports/tasks/apply'
import { undoImport } from '../../../jobs/imports/tasks/undo'
import { verifyAudit } from '../../../jobs/shared/audit'
import { apply, batchOf, check, contentOf, dropFile, fix, undo, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb } from '../../support/office-db'
import { runTask } from '../../support/run-task'

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

const FILE = 'No,Name,Mail,Member since\n1,Ana,a@example.org,2025-01-01\n2,Bo,b@example.org,2025-02-01\n'
const names = () => db.prepare('select name from party order by id').pluck().all()

test('applying writes the rows, says which party each became, and leaves one audit entry with counts and digest', async () => {
  const id = await dropFile(db, FILE)
  const ran = await apply(db, id)
  expect(ran.result).toEqual({ import_id: id, state: 'applied', applied: 2 })
  expect(names()).toEqual(['Ana', 'Bo'])
  expect(view(db, id)).toMatchObject({ state: 'applied', applied: 2, applied_rows: 'all', applied_by: 'user:1' })
  expect(rowsAfter(db, id, 0, 10).map(({ n, entity }) => ({ n, entity }))).toEqual([
    { n: 2, entity: 'party:1' },
    { n: 3, entity: 'party:2' },
  ])
  const entries = db.prepare("select payload from audit where action = 'import.applied'").pluck().all() as string[]
  expect(entries.map((text) => JSON.parse(text))).toMatchObject([
    { kind: 'members', counts: { create: 2 }, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  expect(verifyAudit(db, null).ok).toBe(true)
  expect(ran.write.enqueued).toEqual([{ task: 'test.members_changed', args: { import_id: id } }])
})

test('all rows are refused while errors stand, with the count and the way out; the good rows can be applied', async () => {
  const id = await dropFile(db, `${FILE}3,,c@example.org,\n`)
  await expect(apply(db, id)).rejects.toMatchObject({
    code: 'import.errors_stand',
    kind: 'conflict',
    params: { count: 1, good: 2 },
  })
  expect(names()).toEqual([])
  await apply(db, id, 'good')
  expect(names()).toEqual(['Ana', 'Bo'])
})

test('an import is applied once', async () => {
  const id = await dropFile(db, FILE)
  await apply(db, id)
  await expect(apply(db, id)).rejects.toMatchObject({ code: 'import.already_applied' })
})

test('the same file dropped again says when it was imported and changes nothing', async () => {
  const first = await dropFile(db, FILE)
  await apply(db, first)
  const content = contentOf(db)
  const again = await dropFile(db, FILE)
  const { counts, findings } = view(db, again)
  expect(counts).toMatchObject({ rows: 2, create: 0, update: 0, unchanged: 2 })
  expect(findings).toMatchObject([{ code: 'import.seen_before', message: expect.stringContaining('2026-01-02') }])
  await apply(db, again)
  expect(contentOf(db)).toEqual(content)
})

test('a file dropped twice before either was applied takes effect once', async () => {
  const first = await dropFile(db, FILE)
  const second = await dropFile(db, FILE)
  await apply(db, first)
  const content = contentOf(db)
  const ran = await apply(db, second)
  expect(ran.result).toMatchObject({ state: 'applied', applied: 0 })
  expect(view(db, second).counts).toMatchObject({ create: 0, unchanged: 2 })
  expect(contentOf(db)).toEqual(content)
})

test('rows that would now do something else than was shown are not applied but shown again', async () => {
  const id = await dropFile(db, FILE)
  db.exec(`insert into party (id, kind, name, origin, created_at, changed_at) values (9, 'person', 'Zoe', 'user:1', 0, 0);
           insert into party_role (party_id, role, external_ref, origin) values (9, 'client', '1', 'user:1')`)
  const ran = await apply(db, id)
  expect(ran.result).toMatchObject({ state: 'checked', differing: 1 })
  expect(names()).toEqual(['Zoe'])
  expect(view(db, id)).toMatchObject({
    state: 'checked',
    counts: { create: 1, update: 1 },
    reason: { code: 'import.facts_changed' },
  })
  await apply(db, id)
  expect(names()).toEqual(['Ana', 'Bo'])
})

test('what the office becomes between planning and writing is noticed', async () => {
  const id = await dropFile(db, FILE)
  const ran = await apply(db, id, 'all', {
    meanwhile: (run) => {
      if (run > 1) return
      db.exec(`insert into party (id, kind, name, origin, created_at, changed_at) values (9, 'person', 'Ana', 'x', 0, 0);
               insert into party_role (party_id, role, external_ref, origin) values (9, 'client', '1', 'x')`)
    },
  })
  expect(ran.runs).toBe(2)
  expect(ran.result).toMatchObject({ state: 'checked' })
})

test('a kind that fails while writing leaves nothing behind and the import can be applied again', async () => {
  const id = await dropFile(db, FILE)
  const content = contentOf(db)
  const failing = {
    ...membersKind,
    apply: (...given: Parameters<typeof membersKind.apply>) => {
      membersKind.apply(...given)
      throw new Error('disk full')
    },
  }
  setImportKinds([failing])
  const ran = await apply(db, id)
  expect(ran.error).not.toBeNull()
  expect(contentOf(db)).toEqual(content)
  expect(batchOf(db, id)).toMatchObject({ state: 'checked', applied_n: 0 })
  expect(db.prepare('select count(*) from import_before').pluck().get()).toBe(0)
  expect(db.prepare("select count(*) from temp.sqlite_schema where type = 'trigger'").pluck().get()).toBe(0)
  setImportKinds([membersKind])
  await apply(db, id)
  expect(names()).toEqual(['Ana', 'Bo'])
})

test('undo restores what was there, exactly: added rows go, changed rows are as they were', async () => {
  await apply(db, await dropFile(db, FILE))
  const before = contentOf(db)
  const id = await dropFile(db, 'No,Name,Mail,Member since\n1,Anna,anna@example.org,2025-01-05\n7,Gil,g@example.org,\n')
  expect(view(db, id).counts).toMatchObject({ create: 1, update: 1 })
  await apply(db, id)
  expect(contentOf(db)).not.toEqual(before)
  const ran = await undo(db, id)
  expect(ran.result).toEqual({ import_id: id, state: 'undone', restored: 2, removed: 2, kept: 0 })
  expect(contentOf(db)).toEqual(before)
  expect(view(db, id)).toMatchObject({ state: 'undone', kept: [], undone_by: 'user:1' })
  expect(verifyAudit(db, null).ok).toBe(true)
  expect(db.prepare('select count(*) from import_before where batch_id = ?').pluck().get(id)).toBe(0)
})

test('undo keeps whole what was edited or used since, lists it, and puts back the rest', async () => {
  const id = await dropFile(db, `${FILE}3,Cy,c@example.org,2025-03-01\n`)
  await apply(db, id)
  db.exec(`update party set email = 'new@example.org' where name = 'Ana'`)
  db.exec(`insert into document (type, series, year, number, status, party_id, origin, created_at)
           values ('invoice', 'INV', 2026, 1, 'posted', 2, 'user:1', 0)`)
  const ran = await undo(db, id)
  expect(ran.result).toMatchObject({ removed: 2, kept: 2 })
  expect(
    db.prepare('select name, external_ref from party p join party_role r on r.party_id = p.id order by p.id').all(),
  ).toEqual([
    { name: 'Ana', external_ref: '1' },
    { name: 'Bo', external_ref: '2' },
  ])
  expect(view(db, id).kept).toMatchObject([
    { row: 2, entity: 'party:1', message: expect.stringContaining('changed since') },
    { row: 3, entity: 'party:2', message: expect.stringContaining('came later') },
  ])
})

test('what an undo kept can be undone when nothing stands in its way any more', async () => {
  const empty = contentOf(db)
  const id = await dropFile(db, FILE)
  await apply(db, id)
  db.exec(`update party set email = 'new@example.org' where id = 1`)
  await undo(db, id)
  expect(names()).toEqual(['Ana'])
  await undo(db, id).catch(() => null)
  expect(names()).toEqual(['Ana'])
  db.exec(`update party set email = 'a@example.org' where id = 1`)
  expect((await undo(db, id)).result).toMatchObject({ kept: 0 })
  expect(contentOf(db)).toEqual(empty)
})

test('two imports are undone in the order last first; the earlier one keeps what the later one changed', async () => {
  const empty = contentOf(db)
  const first = await dropFile(db, FILE)
  await apply(db, first)
  const second = await dropFile(db, FILE.replace('Ana', 'Anna'))
  await apply(db, second)
  expect((await undo(db, first)).result).toMatchObject({ kept: 1 })
  expect((await undo(db, second)).result).toMatchObject({ kept: 0 })
  expect((await undo(db, first)).result).toMatchObject({ kept: 0 })
  expect(contentOf(db)).toEqual(empty)
})

test('only an applied import can be undone', async () => {
  const id = await dropFile(db, FILE)
  await expect(undo(db, id)).rejects.toMatchObject({ code: 'import.not_applied' })
})

test('rows that were mended by typing are applied with what was typed', async () => {
  const id = await dropFile(db, `${FILE}3,,c@example.org,\n`)
  await fix(db, id, 4, { Name: 'Cy' })
  await apply(db, id)
  expect(names()).toEqual(['Ana', 'Bo', 'Cy'])
})

test('its tasks, started by hand at the wrong time, change nothing', async () => {
  const id = await dropFile(db, FILE)
  const early = [
    await runTask(db, applyImport, { import_id: id, rows: 'all' }),
    await runTask(db, undoImport, { import_id: id }),
  ]
  expect(early.map(({ error }) => error?.code)).toEqual(['import.apply_by_request', 'import.apply_by_request'])
  expect(batchOf(db, id).state).toBe('checked')
  await apply(db, id)
  const late = await check(db, id)
  expect(late.error?.code).toBe('import.mapping_settled')
  expect(batchOf(db, id)).toMatchObject({ state: 'applied', create_n: 2 })
  expect(names()).toEqual(['Ana', 'Bo'])
})
