import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Administrator } from '../support/administrator'
import { manyPeople } from '../support/many-people'
import { dataDir } from '../support/office'

/**
 * However large the file, the office never works at it for long without hearing anybody else: dropping, checking, writing,
 * looking at what undoing would do, undoing, and dropping it again. What counts is how long the thread itself worked in a
 * turn; how long it waited for a processor is the machine's.
 */
const ROWS = 20_000
const MOST_MS = 200

test(`${ROWS} rows in and out again: no turn of the office works for more than ${MOST_MS} ms`, async () => {
  const turns = path.join(dataDir(), 'turns')
  fs.writeFileSync(turns, '')
  const admin = await Administrator.sitsDown({
    environment: {
      NODE_OPTIONS: `--require ${path.resolve('test/bench/long-turns.cjs')}`,
      DAYBOOK_LONG_TURNS: turns,
    },
  })
  const longest = (): number => {
    const worked = fs.readFileSync(turns, 'utf8').split('\n').filter(Boolean)
    fs.writeFileSync(turns, '')
    return Math.max(0, ...worked.map((line) => (JSON.parse(line) as { cpuMs: number }).cpuMs))
  }
  longest() // of its start
  const found: Record<string, number> = {}
  const file = { name: 'people.xlsx', bytes: manyPeople(ROWS) }
  const { import_id: id, counts } = await admin.drops(file, 'employees')
  expect(counts).toMatchObject({ rows: ROWS, create: ROWS })
  found.checked = longest()
  await admin.applies(id)
  found.applied = longest()
  const again = await admin.drops(file, 'employees')
  expect(again.counts).toMatchObject({ rows: ROWS, unchanged: ROWS })
  found.checked_again = longest()
  const preview = await admin.ask('POST', '/api/rpc/imports.undo_preview', { id })
  expect(preview.body).toMatchObject({ kept: [] })
  found.previewed = longest()
  await admin.ask('POST', `/api/imports/${id}/undo`)
  await admin.until(`/api/imports/${id}`, ({ body }) => body.state === 'undone')
  found.undone = longest()
  console.log(`longest turns, ms: ${JSON.stringify(found)}`)
  expect((await admin.ask('GET', '/api/employees?limit=1')).body.items).toEqual([])
  for (const [what, ms] of Object.entries(found)) expect(ms, what).toBeLessThan(MOST_MS)
  await admin.leaves()
}, 300_000)
