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
