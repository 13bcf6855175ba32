import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openReadOnly } from '../../db/open'
import { Administrator } from '../support/administrator'
import { realFile, whyMissing } from '../support/real-file'

const salaryFile = realFile('data/people/HRDataset_v14.csv')
const missing = whyMissing(salaryFile)
const JANUARY = { year: 2019, month: 'JAN', salary_period: 'annual' }

/** What an office shows of its people, and what its tables hold of them. */
async function content(admin: Administrator) {
  const answers = await Promise.all(
    ['/api/employees?limit=500', '/api/payroll/periods/', '/api/people/charts?month=2019-01'].map(async (path) => {
      const { status, body } = await admin.ask('GET', path)
      return { path, status, ...body, refreshed_at: null, task_id: null }
    }),
  )
  const db = openReadOnly(path.join(admin.at.folder, 'daybook.db'))
  const tables = ['party', 'party_role', 'department', 'employee_department', 'contract', 'month_item', 'salary_fact']
  const rows = tables.map((table) => [table, db.prepare(`select count(*) from ${table}`).pluck().get()])
  db.close()
  return { answers, rows: Object.fromEntries(rows) }
}

async function chartsAreDrawn(admin: Administrator): Promise<void> {
  await admin.until('/api/tasks?task=people.sync_chart_data_batch', ({ body }) =>
    body.items.every((task: { ready: boolean }) => task.ready),
  )
}

async function undoes(admin: Administrator, importId: number) {
  const { status } = await admin.ask('POST', `/api/imports/${importId}/undo`)
  expect(status).toBe(202)
  const undone = await admin.until(`/api/imports/${importId}`, ({ body }) => body.state === 'undone' && body)
  await chartsAreDrawn(admin)
  return undone
}

async function dropsAndApplies(admin: Administrator): Promise<number> {
  const file = { name: 'salaries.csv', bytes: fs.readFileSync(salaryFile) }
  const { import_id } = await admin.drops(file, 'salaries', JANUARY)
  await admin.applies(import_id)
  await chartsAreDrawn(admin)
  return import_id
}

test('an import undone leaves the office as empty as it was, departments and charts included', async ({ skip }) => {
  skip(missing !== '', missing)
  const admin = await Administrator.sitsDown({ now: '2019-02-01T09:00:00Z' })
  const before = await content(admin)
  expect(before.rows).toMatchObject({ party: 0, department: 0, salary_fact: 0 })

  const importId = await dropsAndApplies(admin)
  const full = await content(admin)
  expect(full.rows).toMatchObject({ party: 310, employee_department: 310, department: 6 })
  expect(full.answers[2]).toMatchObject({ state: 'fresh', departments: { length: 6 } })

  expect((await undoes(admin, importId)).kept).toEqual([])
  expect(await content(admin)).toEqual(before)

  // And it can be done again.
  await dropsAndApplies(admin)
  expect((await content(admin)).rows).toEqual(full.rows)
  expect((await admin.ask('GET', '/api/audit/verify')).body.ok).toBe(true)
  await admin.leaves()
})
