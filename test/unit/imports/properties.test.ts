import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../db/open'
import { setImportKinds } from '../../../jobs/imports'
import { apply, contentOf, dropFile, undo, view } from '../../support/imports/import-file'
import { membersKind } from '../../support/imports/members'
import { openTestDb } from '../../support/office-db'

let db: Db
beforeEach(() => {
  setImportKinds([membersKind])
  db = openTestDb()
})

type Member = { number: string; name: string; mail: string; joined: string; fee: string }
const HEADERS: Record<keyof Member, string[]> = {
  number: ['No', 'Member ID', 'MITGLIEDSNUMMER', 'member_number', 'Numéro de membre'],
  name: ['Name', 'full name', 'Nome Completo', 'VollständigerName'],
  mail: ['E-Mail', 'mail', 'Courriel', 'emailAddress'],
  joined: ['Joined on', 'Eintritt', 'MemberSince', 'date_joined'],
  fee: ['Fee', 'Beitrag', 'monthly fee', 'Cotisation (EUR)'],
}
const KEYS = Object.keys(HEADERS) as (keyof Member)[]

const member: fc.Arbitrary<Member> = fc.record({
  number: fc.integer({ min: 1, max: 12 }).map(String),
  name: fc.constantFrom('Ana', 'Bo', 'Cy', 'Zoë Müller', 'D’Arcy'),
  mail: fc.constantFrom('', 'a@example.org', 'b@example.org'),
  joined: fc.constantFrom('', '2025-01-31', '2024-02-29'),
  fee: fc.constantFrom('', '1.50', '20.00'),
})
/** A number each, so that no row contradicts another. */
const members = fc.uniqueArray(member, { maxLength: 12, selector: ({ number }) => number })

function csv(rows: readonly Member[], keys: readonly (keyof Member)[] = KEYS, names = 0): string {
  const header = keys.map((key) => HEADERS[key][names % HEADERS[key].length])
  return `${[header, ...rows.map((row) => keys.map((key) => row[key]))].map((cells) => cells.join(',')).join('\n')}\n`
}

async function importAll(target: Db, ...files: string[]): Promise<number> {
  let last = 0
  for (const file of files) {
    last = await dropFile(target, file)
    expect(view(target, last).state).toBe('checked')
    await apply(target, last)
  }
  return last
}

/** What the rows became, without ids and origins, which count imports and rows. */
const written = (target: Db): unknown[] =>
  target
    .prepare(
      `select p.name, p.email, r.external_ref, r.from_on from party p join party_role r on r.party_id = p.id
       order by r.external_ref`,
    )
    .all()

test('an import that is undone leaves the same content in every business table', async () => {
  await fc.assert(
    fc.asyncProperty(members, members, async (standing, rows) => {
      await importAll(db, csv(standing))
      const before = contentOf(db)
      const id = await importAll(db, csv(rows))
      await undo(db, id)
      expect(contentOf(db)).toEqual(before)
    }),
    { numRuns: 15 },
  )
})

test('imports undone last first lead back to the beginning', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(members, { minLength: 1, maxLength: 3 }), async (files) => {
      const before = contentOf(db)
      const ids: number[] = []
      for (const rows of files) ids.push(await importAll(db, csv(rows)))
      for (const id of ids.reverse()) await undo(db, id)
      expect(contentOf(db)).toEqual(before)
    }),
    { numRuns: 8 },
  )
})

test('columns in any order and under any of their names give the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      members.filter((rows) => rows.length > 0),
      fc.shuffledSubarray(KEYS, { minLength: KEYS.length }),
      fc.nat(11),
      async (rows, keys, names) => {
        const plain = openTestDb()
        const shuffled = openTestDb()
        await importAll(plain, csv(rows))
        await importAll(shuffled, csv(rows, keys, names))
        expect(written(shuffled)).toEqual(written(plain))
      },
    ),
    { numRuns: 10 },
  )
})

test('a file imported in any number of parts, in any order, gives what the whole gives', async () => {
  await fc.assert(
    fc.asyncProperty(members, fc.array(fc.nat(12), { maxLength: 4 }), fc.boolean(), async (rows, cuts, backwards) => {
      const whole = openTestDb()
      const parts = openTestDb()
      const at = [0, ...cuts.sort((a, b) => a - b), rows.length]
      const files = at.slice(1).map((end, i) => csv(rows.slice(at[i], end)))
      await importAll(whole, csv(rows))
      await importAll(parts, ...(backwards ? files.reverse() : files))
      expect(written(parts)).toEqual(written(whole))
    }),
    { numRuns: 12 },
  )
})

test('importing the same rows again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(members, async (rows) => {
      await importAll(db, csv(rows))
      const before = contentOf(db)
      const id = await importAll(db, csv([...rows].reverse()))
      expect(view(db, id).counts).toMatchObject({ create: 0, update: 0, unchanged: rows.length })
      expect(contentOf(db)).toEqual(before)
    }),
    { numRuns: 10 },
  )
})

test('every row ends as exactly one of create, update, unchanged, duplicate or error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(member, { maxLength: 15 }), async (rows) => {
      const { counts } = view(db, await dropFile(db, csv(rows)))
      const { create, update, unchanged, duplicate, error } = counts
      expect(create + update + unchanged + duplicate + error).toBe(rows.length)
      expect(
        db.prepare('select count(*) from import_row where batch_id = (select max(id) from import_batch)').pluck().get(),
      ).toBe(rows.length)
      const stored = db
        .prepare(
          'select outcome, count(*) as n from import_row where batch_id = (select max(id) from import_batch) group by 1',
        )
        .all() as { outcome: keyof typeof counts; n: number }[]
      for (const { outcome, n } of stored) expect(counts[outcome]).toBe(n)
    }),
    { numRuns: 20 },
  )
})
