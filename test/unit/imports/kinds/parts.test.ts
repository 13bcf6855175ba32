import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '../../../../db/open'
import { importKind } from '../../../../jobs/imports'
import { officeFacts } from '../../../../jobs/shared/settings'
import { csvOf, KIND_ROWS } from '../../../support/imports/kind-rows'
import { bringIn, officeOfAllKinds } from '../../../support/imports/office-files'
import { TEST_NOW } from '../../../support/office-db'

/** What a row without a school year is about is the office's to say: it has one. */
const BEFORE: Record<string, { kind: string; csv: string }[]> = {
  classrooms: [{ kind: 'classrooms', csv: 'level,school year\nForm 0,2025/2026\n' }],
}

type Rows = Record<string, string>[]

/** What the office holds of a kind, without the order it came in. */
function contentOf(db: Db, kind: string, options: Record<string, unknown>): string[] {
  const { content, options: schema } = importKind(kind)
  const rows = [...content(db, schema.parse(options), officeFacts(db, TEST_NOW))]
  return rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))).sort()
}

/** Every part has the headers of the whole, as the files of one program have; nothing is cut that is one thing. */
const parted = (given: Rows, cuts: readonly number[], oneThing?: (row: Rows[number]) => string): Rows[] => {
  const thing = (row?: Rows[number]) => (row && oneThing ? oneThing(row) : '')
  const rows = [...given].sort((a, b) => (thing(a) < thing(b) ? -1 : thing(a) > thing(b) ? 1 : 0))
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const whole = rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? ''])))
  const between = cuts
    .map((cut) => cut % rows.length)
    .filter((cut) => oneThing === undefined || thing(rows[cut - 1]) !== thing(rows[cut]))
  const at = [0, ...[...new Set(between)].sort((a, b) => a - b), rows.length]
  return at.slice(1).flatMap((end, i) => (end > (at[i] ?? 0) ? [whole.slice(at[i], end)] : []))
}

test.each(KIND_ROWS)(
  '$kind: a file imported in any parts, in any order, leaves what the whole leaves',
  async (made) => {
    const { kind, options = {}, before, rows, oneThing } = made
    await fc.assert(
      fc.asyncProperty(rows, fc.array(fc.nat(7), { maxLength: 3 }), fc.boolean(), async (all, cuts, backwards) => {
        const inParts = async (files: Rows[]): Promise<string[]> => {
          const db = officeOfAllKinds({ currency: 'EUR' })
          for (const one of [...before, ...(BEFORE[kind] ?? [])]) await bringIn(db, one.kind, one.csv)
          for (const file of files) await bringIn(db, kind, csvOf(file), { options })
          return contentOf(db, kind, options)
        }
        const parts = parted(all, cuts, oneThing)
        const whole = await inParts(parted(all, [], oneThing))
        expect(await inParts(backwards ? [...parts].reverse() : parts)).toEqual(whole)
      }),
      { numRuns: 12 },
    )
  },
)
