import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addedFields, addedGroups, isAdded, nameOfAdded } from '../../../jobs/values/added-fields'

const CODES = ['BASE', 'MEALS', 'PENSION', 'SICKNESS', 'TAX'] as const
const columns = fc.array(
  fc.record({ name: fc.string(), stands: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }) }),
  { maxLength: 8 },
)

test('every column that stands for something is in one group, and so is every field', () => {
  fc.assert(
    fc.property(columns, (all) => {
      const groups = addedGroups(all, ({ stands }) => stands)
      const grouped = groups.flatMap((group) => group.columns)
      expect([...grouped].sort(byPlace(all))).toEqual(all.filter(({ stands }) => stands.length > 0))
      const fields = groups.flatMap((group) => group.fields)
      expect(new Set(fields).size).toBe(fields.length)
      for (const group of groups)
        expect(new Set(group.columns.flatMap(({ stands }) => stands))).toEqual(new Set(group.fields))
    }),
  )
})

const byPlace =
  <T>(all: readonly T[]) =>
  (a: T, b: T) =>
    all.indexOf(a) - all.indexOf(b)

test('columns without a field in common stay apart', () => {
  fc.assert(
    fc.property(columns, (all) => {
      const groups = addedGroups(all, ({ stands }) => stands)
      // No group can be cut in two: from its first column all others are reached over fields in common.
      for (const { columns: own } of groups) {
        const reached = new Set(own[0]?.stands)
        for (let n = 0; n < own.length; n++)
          for (const { stands } of own)
            if (stands.some((one) => reached.has(one))) for (const one of stands) reached.add(one)
        expect(own.every(({ stands }) => stands.every((one) => reached.has(one)))).toBe(true)
      }
    }),
  )
})

test('a name says which fields are added, and no two columns get the same one', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1 }), { maxLength: 12 }), (all) => {
      const taken = new Set<string>()
      for (const fields of all) {
        const name = nameOfAdded(fields, taken)
        expect(taken.has(name)).toBe(false)
        expect(addedFields(name)).toEqual([...fields].sort())
        expect(isAdded(name)).toBe(name !== fields[0])
        taken.add(name)
      }
    }),
  )
})
