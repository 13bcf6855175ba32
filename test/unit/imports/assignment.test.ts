import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPairs } from '../../../jobs/imports/mapping/assignment'

const worth = (gains: number[][], pairs: (number | null)[]): number =>
  pairs.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (gains[row]?.[column] ?? 0)), 0)

/** Every way to pair, for tables small enough. */
function mostOf(gains: number[][], row = 0, used: ReadonlySet<number> = new Set()): number {
  if (row === gains.length) return 0
  let most = mostOf(gains, row + 1, used)
  gains[row]?.forEach((gain, column) => {
    if (gain > 0 && !used.has(column)) {
      most = Math.max(most, gain + mostOf(gains, row + 1, new Set([...used, column])))
    }
  })
  return most
}

test('the first choice of one gives way where both are better off', () => {
  expect(
    bestPairs([
      [0.3, 0.25],
      [0.28, 0],
    ]),
  ).toEqual([1, 0])
})

test('what gains nothing stays alone', () => {
  expect(bestPairs([[0, -1], [0.1, 0], []])).toEqual([null, 0, null])
  expect(bestPairs([])).toEqual([])
})

test('no other pairing of a table gains more, and no column is given twice', () => {
  const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 100 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  fc.assert(
    fc.property(table, (gains) => {
      const pairs = bestPairs(gains)
      const given = pairs.filter((column) => column !== null)
      expect(new Set(given).size).toBe(given.length)
      expect(worth(gains, pairs)).toBe(mostOf(gains))
    }),
  )
})
