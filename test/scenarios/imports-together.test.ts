import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice, untilReady } from '../support/office'

// Two files about the same people, both checked, both applied at once: what the second would write was shown on facts that
// the first changes.

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

/** Several pages of people, so that writing them is several transactions. */
const people = (phone: number) =>
  [
    'Employee number,Name,Phone',
    ...Array.from({ length: 6_000 }, (_, i) => `${1000 + i},Person ${i},+351 912 ${phone + i}`),
  ].join('\n')

async function checked(name: string, text: string): Promise<number> {
  const { body } = await office.upload('/api/imports', { name, bytes: text }, { kind: 'employees' })
  return untilReady(async () => {
    const { state } = (await office.api('GET', `/api/imports/${body.import_id}`)).body
    return state === 'checked' ? body.import_id : null
  })
}
const stateOf = async (id: number) => (await office.api('GET', `/api/imports/${id}`)).body

test('of two imports one is written after the other, and the second says that what it was shown is no more', async () => {
  const [first, second] = [await checked('first.csv', people(100_000)), await checked('second.csv', people(500_000))]
  const asked = await Promise.all(
    [first, second].map((id) => office.api('POST', `/api/imports/${id}/apply`, { rows: 'all' })),
  )
  const tasks = await Promise.all(asked.map(({ body }) => office.ended(body.task_id)))
  expect(tasks.map(({ state }) => state)).toEqual(['SUCCESS', 'SUCCESS'])
  const [one, two] = tasks.map(({ attempts }) => attempts.at(-1)).sort((a, b) => (a.started_at < b.started_at ? -1 : 1))
  expect(Date.parse(two.started_at), 'the second began').toBeGreaterThanOrEqual(Date.parse(one.finished_at))
  expect(
    tasks.map(({ attempts }) => attempts.length),
    'waiting is no attempt',
  ).toEqual([1, 1])
  expect(await stateOf(first)).toMatchObject({ state: 'applied' })
  expect(await stateOf(second)).toMatchObject({ state: 'checked', reason: { code: 'import.facts_changed' } })
}, 240_000)
