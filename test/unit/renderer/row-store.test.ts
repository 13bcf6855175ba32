import { expect, test } from 'vitest'
import type { Client } from '../../../renderer/app/client'
import { type Group, type ImportRow, layoutOf } from '../../../renderer/imports/check/layout'
import { RowStore } from '../../../renderer/imports/check/row-store'

const counts = { rows: 150, create: 150, update: 0, unchanged: 0, duplicate: 0, error: 0, warning: 0, skipped: 0 }
const layout = layoutOf('create', [], counts)
const group = layout.groups[0] as Group

const row = (number: number, name: string, outcome: ImportRow['outcome'] = 'create'): ImportRow => ({
  row: number,
  outcome,
  errors: [],
  warnings: [],
  changes: [],
  key: null,
  duplicate_of: null,
  entity: null,
  edits: {},
  values: {},
  cells: { Name: name },
})

/** An office that answers when it is told to, each question with what stands there at that moment. */
function slowOffice() {
  const asked: { offset: number; answer: (items: ImportRow[]) => Promise<void> }[] = []
  const client = {
    call: (_: string, { offset }: { offset: number }) =>
      new Promise((resolve) => {
        const answer = (items: ImportRow[]) => {
          resolve({ items })
          return flush()
        }
        asked.push({ offset, answer })
      }),
  } as unknown as Client
  return { asked, store: new RowStore(client, 1, () => undefined) }
}
/** Everything that was waiting for an answer has heard it. */
const flush = () => new Promise<void>((resolve) => setImmediate(resolve))
const nameAt = (store: RowStore, offset: number) => store.rowAt(group, offset)?.cells.Name

test('an answer that was on its way when a row was mended does not put the old row over it: it is asked again', async () => {
  const { asked, store } = slowOffice()
  void store.want(layout, 1, 1)
  await flush()
  store.put([row(1, 'mended')], layout.groups)
  await asked[0]?.answer([row(1, 'old'), row(2, 'other')])
  expect(nameAt(store, 0)).toBeUndefined()
  await asked[1]?.answer([row(1, 'mended'), row(2, 'other')])
  expect([nameAt(store, 0), nameAt(store, 1), asked.length]).toEqual(['mended', 'other', 2])
})

test('while a row is mended no others are asked for, and then at the places they have moved to', async () => {
  const { asked, store } = slowOffice()
  void store.want(layout, 1, 1)
  await flush()
  await asked[0]?.answer([row(1, 'one'), row(2, 'two')])
  let mended = () => {}
  store.waitFor(new Promise<void>((resolve) => (mended = resolve)))
  void store.want(layout, 120, 120)
  await flush()
  expect(asked).toHaveLength(1)
  mended()
  store.put([row(1, 'one', 'error')], layout.groups)
  await flush()
  expect(asked.map(({ offset }) => offset)).toEqual([0, 99])
})

test('a mending that was refused holds nothing up', async () => {
  const { asked, store } = slowOffice()
  store.waitFor(Promise.reject(new Error('refused')))
  void store.want(layout, 1, 1)
  await flush()
  await asked[0]?.answer([row(1, 'one')])
  expect(nameAt(store, 0)).toBe('one')
})

test('the page of the row that is typed in stays however far one scrolls; others go when they are many', async () => {
  const many = layoutOf('create', [], { ...counts, rows: 7_000, create: 7_000 })
  const [first] = many.groups as [Group]
  const client = {
    call: (_: string, { offset }: { offset: number }) =>
      Promise.resolve({ items: Array.from({ length: 100 }, (_, at) => row(offset + at, `row ${offset + at}`)) }),
  } as unknown as Client
  const store = new RowStore(client, 1, () => undefined)
  const at = (offset: number) => store.rowAt(first, offset)?.cells.Name
  await store.want(many, 1, 150)
  store.hold({ group: first, offset: 7 })
  for (let from = 201; from < 7_000; from += 100) await store.want(many, from, from + 1)
  expect([at(7), at(107)]).toEqual(['row 7', undefined])
  store.hold(null)
})
