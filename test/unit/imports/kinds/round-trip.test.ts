import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../../../../db/open'
import { areas } from '../../../../jobs/areas'
import { exportOf, importKind, importKinds, setImportKinds } from '../../../../jobs/imports'
import { KIND_QUEUES } from '../../../../jobs/imports/names'
import { apply, contentOf, dropFile, undo, view } from '../../../support/imports/import-file'
import { csvOf, KIND_ROWS, type KindRows } from '../../../support/imports/kind-rows'
import { openTestDb, TEST_NOW } from '../../../support/office-db'

beforeEach(() => setImportKinds(areas.flatMap((area) => area.importKinds)))

test('every kind that the interface promises is declared, and tried here', () => {
  const declared = importKinds()
    .filter(({ apart }) => !apart) // laid beside something that is open: tried where that is
    .map(({ kind }) => kind)
    .sort()
  expect(declared).toEqual(Object.keys(KIND_QUEUES).sort())
  expect(KIND_ROWS.map(({ kind }) => kind).sort()).toEqual(declared)
})

async function bringIn(db: Db, kind: string, csv: string, options: Record<string, unknown> = {}) {
  const id = await dropFile(db, csv, { kind, name: `${kind}.csv`, options })
  const { state, errors, questions } = view(db, id)
  expect({ kind, state, errors, questions }).toEqual({ kind, state: 'checked', errors: [], questions: [] })
  const applied = await apply(db, id)
  expect([kind, applied.error]).toEqual([kind, null])
  return id
}

async function prepared({ before }: KindRows): Promise<Db> {
  const db = openTestDb()
  for (const { kind, csv } of before) await bringIn(db, kind, csv)
  return db
}

async function exported(db: Db, one: KindRows, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const kind = importKind(one.kind)
  const options: Record<string, unknown> = kind.options.parse(one.options ?? {})
  return (await exportOf(db, kind, options, format, TEST_NOW)).bytes
}

describe.each(KIND_ROWS)('$kind', (one) => {
  test('what is exported, as csv or xlsx, and imported again is unchanged, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(one.rows, async (rows) => {
        const db = await prepared(one)
        await bringIn(db, one.kind, csvOf(rows), one.options)
        const before = contentOf(db)
        for (const format of ['csv', 'xlsx'] as const) {
          const bytes = await exported(db, one, format)
          const id = await dropFile(db, bytes, { kind: one.kind, name: `again.${format}`, options: one.options ?? {} })
          const { state, questions, errors, counts } = view(db, id)
          expect({ format, state, questions, errors }).toEqual({ format, state: 'checked', questions: [], errors: [] })
          expect(counts.rows).toBeGreaterThanOrEqual(rows.length)
          expect({ format, ...counts }).toMatchObject({ create: 0, update: 0, duplicate: 0, unchanged: counts.rows })
          await apply(db, id)
          expect(contentOf(db)).toEqual(before)
        }
      }),
      { numRuns: 4 },
    )
  })

  test('an import that is undone leaves the same content in every business table', async () => {
    await fc.assert(
      fc.asyncProperty(one.rows, one.rows, async (standing, rows) => {
        const db = await prepared(one)
        await bringIn(db, one.kind, csvOf(standing), one.options)
        const before = contentOf(db)
        const id = await dropFile(db, csvOf(rows), { kind: one.kind, name: 'new.csv', options: one.options ?? {} })
        expect(view(db, id).state).toBe('checked')
        await apply(db, id, 'good')
        await undo(db, id)
        expect(view(db, id)).toMatchObject({ state: 'undone', kept: [] })
        expect(contentOf(db)).toEqual(before)
      }),
      { numRuns: 4 },
    )
  })
})
