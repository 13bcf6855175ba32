import { expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { besideSheet, comparedBefore, onceCompared } from '../../../jobs/payroll/sheets/comparison'
import { openTestDb } from '../../support/office-db'

const PEOPLE = 5_000
const COLUMNS = 24
/** What one turn of the office may take (DESIGN.md). Asked of warm code alone: the first passes are the compiler's. */
const TURN_MS = 200
/** So many turns a comparison takes at least: people are compared 500 at a time, after both sides were read in pages. */
const LEAST_TURNS = PEOPLE / 500

/** A draft of 5,000 people with 24 lines each, and a sheet beside it in which every tenth line is another. */
function largeOffice(): Db {
  const db = openTestDb()
  const positions = JSON.stringify(Array.from({ length: COLUMNS }, (_, at) => at))
  db.transaction(() => {
    db.exec(`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${PEOPLE})
      insert into party (id, kind, name, origin, created_at, changed_at)
      select i, 'person', 'Person ' || i, 'user:1', 0, 0 from n;
      insert into period (id, period_type, start_on, end_on, status, description, automation_enabled, origin, created_at, changed_at)
      values (1, 'monthly', '2026-01-01', '2026-01-31', 'active', 'January', 0, 'user:1', 0, 0);
      insert into pay_run (id, period_id, no, kind, status, version, currency, employees, origin, created_at, changed_at)
      values (1, 1, 1, 'regular', 'draft', 1, 'EUR', ${PEOPLE}, 'user:1', 0, 0);
      insert into slip (id, run_id, party_id, state, status, total_days, employed_days, paid_half_days, gross_minor,
                        deductions_minor, employer_minor, net_minor)
      select id, 1, id, 'current', 'ok', 31, 31, 62, 24000, 0, 0, 24000 from party;
      insert into file (sha256, size, media_type, original_name, created_at) values ('f', 1, 'text/csv', 'old.csv', 0);
      insert into import_batch (id, kind, sha256, file_name, options, state, created_by, created_at)
      values (1, 'pay_sheet', 'f', 'old.csv', '{}', 'applied', 'user:1', 0);`)
    db.prepare(
      `insert into run_component select 1, 'C' || value, 'C' || value, 'earning', 1, value from json_each(?)`,
    ).run(positions)
    db.prepare(
      `insert into slip_line (slip_id, position, code, kind, amount_minor)
       select slip.id, l.value, 'C' || l.value, 'earning', 1000 from slip cross join json_each(?) l`,
    ).run(positions)
    db.prepare(
      `insert into pay_sheet_row (run_id, import_id, row, party_id, name, amounts, origin)
       select 1, 1, id + 1, id, name,
              (select json_group_object('C' || l.value, 1000 + 100 * ((party.id + l.value) % 10 = 0)) from json_each(?) l), 'import:1'
       from party`,
    ).run(positions)
  })()
  return db
}

/** Something that no comparison is made of: what was found is not taken for what is there now. */
const isWrittenTo = (db: Db) => db.prepare('update party set changed_at = changed_at + 1 where id = 1').run()

/** How many turns a promise is waited for, and the longest any took of the processor, in milliseconds. */
async function turnsOf(work: Promise<unknown>): Promise<{ turns: number; longest: number }> {
  let done = false
  let turns = 0
  let longest = 0
  const cpu = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const ended = work.finally(() => {
    done = true
  })
  for (let last = cpu(); !done; last = cpu()) {
    await new Promise((resolve) => setImmediate(resolve))
    longest = Math.max(longest, cpu() - last)
    turns++
  }
  await ended
  return { turns, longest }
}

test(`${PEOPLE} people with ${COLUMNS} columns are compared in steps`, async () => {
  const db = largeOffice()
  await besideSheet(db, 1) // the second time nothing has to be compiled any more
  isWrittenTo(db)
  const { turns, longest } = await turnsOf(besideSheet(db, 1))
  console.log(`a comparison of ${PEOPLE} × ${COLUMNS}: ${turns} turns, the longest ${longest.toFixed(1)} ms`)
  expect(turns).toBeGreaterThan(LEAST_TURNS)
  expect(longest).toBeLessThan(TURN_MS)
  const found = await besideSheet(db, 1)
  expect(found.comparison.cells).toMatchObject({ open: (PEOPLE * COLUMNS) / 10, same: (PEOPLE * COLUMNS * 9) / 10 })
})

test('a write finds it made, whatever else the office wrote meanwhile, what was accepted among it', async () => {
  const db = largeOffice()
  const found = await besideSheet(db, 1)
  isWrittenTo(db)
  expect(comparedBefore(db, 1)).toBe(found)
  expect(await besideSheet(db, 1)).not.toBe(found) // somebody may have another name now
  db.prepare(`insert into pay_sheet_accepted values (1, 'party:1', 'C9', -100, 'As agreed', 'user:1', 1)`).run()
  expect(comparedBefore(db, 1).comparison.cells.accepted).toBe(0)
  expect((await besideSheet(db, 1)).comparison.cells.accepted).toBe(1)
})

test('a run that became another just before the write is compared again step by step, and no write rests on the old one', async () => {
  const db = largeOffice()
  await besideSheet(db, 1)
  let tries = 0
  const write = async () => {
    if (tries++ === 0) db.prepare('update pay_run set version = 2').run()
    return comparedBefore(db, 1).run.version
  }
  const asked = onceCompared(db, 1, write)
  const { turns, longest } = await turnsOf(asked)
  console.log(`a write after the run was changed: ${turns} turns, the longest ${longest.toFixed(1)} ms`)
  expect([await asked, tries]).toEqual([2, 2])
  expect(turns).toBeGreaterThan(LEAST_TURNS)
})

test('a run that is another before every write is refused in words, and nothing is compared in one turn', async () => {
  const db = largeOffice()
  const asked = onceCompared(db, 1, async () => {
    db.prepare('update pay_run set version = version + 1').run()
    return comparedBefore(db, 1)
  })
  const refused = asked.then(
    () => null,
    (error: unknown) => error,
  )
  const { turns, longest } = await turnsOf(refused)
  console.log(`refused after ${turns} turns, the longest ${longest.toFixed(1)} ms`)
  expect(turns).toBeGreaterThan(5 * LEAST_TURNS) // each of five tries
  expect(await refused).toMatchObject({ code: 'payroll.sheet_keeps_changing' })
})

test('what changes meanwhile is in the answer', async () => {
  const db = largeOffice()
  const asked = besideSheet(db, 1)
  expect(besideSheet(db, 1)).toBe(asked) // asked by two, made once
  await new Promise((resolve) => setImmediate(resolve))
  db.prepare(`insert into pay_sheet_accepted values (1, 'party:1', 'C9', -100, 'As agreed', 'user:1', 1)`).run()
  expect((await asked).comparison.cells.accepted).toBe(1)
})
