import { expect, test } from 'vitest'
import { nothingShown, renewed, withHead, withPage, withPageAgain } from '../../../renderer/components/merge-pages'

type Row = { id: number; state?: string }
const keyOf = (row: Row) => String(row.id)
const rows = (...ids: number[]): Row[] => ids.map((id) => ({ id }))
const ids = (list: { rows: Row[] }) => list.rows.map((row) => row.id)

const start = () => withHead<Row>(nothingShown, { items: rows(9, 8, 7), next: 7 }, keyOf)
const two = () => withPage(start(), { items: rows(6, 5, 4), next: 4 }, keyOf)

test('pages stand one after the other, and no row twice', () => {
  expect(ids(two())).toEqual([9, 8, 7, 6, 5, 4])
  expect(ids(withPage(two(), { items: rows(4, 3), next: null }, keyOf))).toEqual([9, 8, 7, 6, 5, 4, 3])
})

test('new rows come in front of what was read, which keeps its cursor', () => {
  const shown = withHead(two(), { items: rows(10, 9, 8), next: 8 }, keyOf)
  expect(ids(shown)).toEqual([10, 9, 8, 7, 6, 5, 4])
  expect(shown.next).toBe(4)
})

test('more new rows than a page holds begin the list anew, without a hole', () => {
  const shown = withHead(two(), { items: rows(30, 29, 28), next: 28 }, keyOf)
  expect(ids(shown)).toEqual([30, 29, 28])
  expect(shown.next).toBe(28)
})

test('while a row is looked at nothing moves: known rows are renewed in place and new ones are counted', () => {
  const shown = renewed<Row>(two(), { items: [{ id: 10 }, { id: 9, state: 'done' }, { id: 8 }], next: 8 }, keyOf)
  expect(ids(shown)).toEqual([9, 8, 7, 6, 5, 4])
  expect(shown.rows[0]).toEqual({ id: 9, state: 'done' })
  expect(shown.newer).toBe(1)
  expect(shown.isMoreNewer).toBe(false)
  expect(renewed(two(), { items: rows(30, 29, 28), next: 28 }, keyOf)).toMatchObject({ newer: 3, isMoreNewer: true })
})

test('a list that has become short is what the office says it is', () => {
  expect(ids(withHead(two(), { items: rows(9), next: null }, keyOf))).toEqual([9])
})

test('a page asked again shows what came into it and what went from it, and the pages after it stay', () => {
  const three = withPage(two(), { items: rows(3, 2, 1), next: 1 }, keyOf)
  const again = (...items: number[]) =>
    withPageAgain(three, '7', { items: rows(...items), next: items.at(-1) ?? null }, keyOf)
  expect(ids(again(6, 5.5, 5, 4))).toEqual([9, 8, 7, 6, 5.5, 5, 4, 3, 2, 1])
  expect(ids(again(6, 4))).toEqual([9, 8, 7, 6, 4, 3, 2, 1])
  expect(ids(again(6, 1, 4)), 'one that moved here stands here only').toEqual([9, 8, 7, 6, 1, 4, 3, 2])
  expect(again(6, 4).next).toBe(1)
})

test('a page asked again that is the last one now ends the list', () => {
  const shown = withPageAgain(two(), '7', { items: rows(6), next: null }, keyOf)
  expect(ids(shown)).toEqual([9, 8, 7, 6])
  expect(shown.next).toBeNull()
})

test('a page that follows no row known here, or ends at none, renews only what is known', () => {
  const page = { items: [{ id: 5, state: 'done' }, { id: 2 }], next: 2 }
  for (const after of ['7', '70']) {
    const shown = withPageAgain<Row>(two(), after, page, keyOf)
    expect(ids(shown)).toEqual([9, 8, 7, 6, 5, 4])
    expect(shown.rows[4]).toEqual({ id: 5, state: 'done' })
  }
})
