import { expect } from 'vitest'
import type { Db } from '../../../db/open'
import { areas } from '../../../jobs/areas'
import { setImportKinds } from '../../../jobs/imports'
import { openTestDb } from '../office-db'
import { apply, dropFile, view } from './import-file'

/** An office that knows the kinds of all areas. */
export function officeOfAllKinds(office: Parameters<typeof openTestDb>[0] = {}): Db {
  setImportKinds(areas.flatMap((area) => area.importKinds))
  return openTestDb(office)
}

type Given = { name?: string; options?: Record<string, unknown> }

/** Drops a file and tells what became of it; each error as `row column: message`. */
export async function check(db: Db, kind: string, content: string | Uint8Array, given: Given = {}) {
  const id = await dropFile(db, content, { kind, name: given.name ?? `${kind}.csv`, options: given.options ?? {} })
  const { state, questions, counts, mapping, left_alone, errors, warnings, reason } = view(db, id)
  return {
    id,
    state,
    reason,
    questions: questions.map(({ ask }) => ask),
    counts: Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)),
    mapping,
    leftAlone: left_alone.map(({ column }) => column),
    errors: errors.map(({ row, column, expected }) => `${row} ${column ?? '–'}: ${expected}`),
    warnings: warnings.map(({ row, column, expected }) => `${row} ${column ?? '–'}: ${expected}`),
  }
}

/** Drops a file of which every row is good, and applies it. */
export async function bringIn(db: Db, kind: string, content: string | Uint8Array, given: Given = {}): Promise<number> {
  const { id, state, errors, questions, reason } = await check(db, kind, content, given)
  expect({ kind, state, errors, questions, reason }).toEqual({
    kind,
    state: 'checked',
    errors: [],
    questions: [],
    reason: null,
  })
  await apply(db, id)
  return id
}
