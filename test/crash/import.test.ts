import path from 'node:path'
import { expect, test } from 'vitest'
import { openReadOnly } from '../../db/open'
import { type Random, randomFrom } from '../../jobs/sample/random'
import { Administrator } from '../support/administrator'
import { contentOf } from '../support/imports/import-file'

/**
 * An import of several pages dies by SIGKILL while it is written, and again while it is undone; the office is started at
 * once on what is left. Whatever the instant: every row is written once, and undone it is as it was. `DAYBOOK_SEED=n`
 * makes the same files and kills at the same commits again.
 */
const SEED = Number(process.env.DAYBOOK_SEED) || Date.now() % 100_000
const ROUNDS = 3
const STANDING = 400
const ROWS = 4_500
/** Commits of an apply or undo of so many rows: one for each page, and those of the task itself. */
const COMMITS = 6
/** Of an upload, which is checked and written by one task; where it is past them before the fault is armed, its undo dies. */
const UPLOAD_COMMITS = 9

const csv = (first: number, rows: number, called: string, random: Random) =>
  [
    'Employee number,Name,Department,Hire date,E-mail',
    ...Array.from({ length: rows }, (_, i) => {
      const n = first + i
      const department = random.pick(['', 'Docks', `Team ${random.between(1, 30)}`])
      const email = random.pick(['', `p${n}@office.example`])
      return `${n},${called} ${n},${department},2018-05-${String(random.between(1, 28)).padStart(2, '0')},${email}`
    }),
  ].join('\n')

/** Every row of every business table; what an import that was undone leaves behind is its own record alone. */
function content(admin: Administrator): Record<string, unknown[]> {
  const db = openReadOnly(path.join(admin.at.folder, 'daybook.db'))
  try {
    const { notice: _notices, ...tables } = contentOf(db)
    return Object.fromEntries(Object.entries(tables).filter(([table]) => BUSINESS.has(table)))
  } finally {
    db.close()
  }
}
const BUSINESS = new Set([
  'party',
  'party_role',
  'party_link',
  'department',
  'employee_department',
  'contract',
  'month_item',
  'salary_fact',
  'document',
  'academic_year',
  'student',
  'enrolment',
])

test(`killed while it is written and while it is undone, an import takes effect once and goes without a trace (seed ${SEED})`, async () => {
  const random = randomFrom(SEED)
  const admin = await Administrator.sitsDown({ now: '2026-01-20T10:00:00Z' })
  const standing = await admin.drops({ name: 'standing.csv', bytes: csv(1, STANDING, 'Standing', random) }, 'employees')
  await admin.applies(standing.import_id)
  const before = content(admin)
  expect(before.party).toHaveLength(STANDING)

  for (let round = 0; round < ROUNDS; round++) {
    const file = { name: `round-${round}.csv`, bytes: csv(200, ROWS, `Round ${round}`, random) }
    const checked = await admin.drops(file, 'employees')
    expect(checked).toMatchObject({ state: 'checked', counts: { update: 201, create: ROWS - 201, error: 0 } })
    await armed(admin, random)
    await admin.applies(checked.import_id)
    const applied = content(admin)
    expect(applied.party).toHaveLength(199 + ROWS)
    expect(applied.contract).toHaveLength(199 + ROWS)
    expect(new Set(applied.party_role?.map((role) => (role as { external_ref: string }).external_ref)).size).toBe(
      199 + ROWS,
    )
    await armed(admin, random)
    const { status } = await admin.ask('POST', `/api/imports/${checked.import_id}/undo`)
    expect([202, 409]).toContain(status) // 409: it was written, only the answer was lost
    const undone = await admin.until(`/api/imports/${checked.import_id}`, ({ body }) => body.state === 'undone' && body)
    expect(undone.kept).toEqual([])
    expect(content(admin)).toEqual(before)
  }
  expect(admin.restarts).toBeGreaterThan(ROUNDS)
  expect((await admin.ask('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
  await admin.leaves()
}, 240_000)

const students = (rows: number, random: Random) =>
  [
    'admission number,name,address,date of birth',
    ...Array.from({ length: rows }, (_, n) => {
      const address = random.pick(['', `${random.between(1, 99)} Mill Lane`])
      return `S${n},Student ${n},${address},${random.pick(['', '2012-02-29'])}`
    }),
  ].join('\n')

test(`killed while it is written, a bulk upload of guide 004 takes effect once and goes without a trace (seed ${SEED})`, async () => {
  const random = randomFrom(SEED + 1)
  const admin = await Administrator.sitsDown({ now: '2026-01-20T10:00:00Z' })
  // The first upload makes the school year, which stays.
  await isWritten(admin, await uploads(admin, students(50, random)))
  const before = content(admin)
  expect(before.student).toHaveLength(50)
  for (let round = 0; round < ROUNDS; round++) {
    const id = await uploads(admin, students(ROWS, random))
    await armed(admin, random, UPLOAD_COMMITS)
    await isWritten(admin, id)
    const applied = content(admin)
    expect(applied.student).toHaveLength(ROWS)
    expect(applied.party).toHaveLength(ROWS)
    await admin.ask('POST', `/api/imports/${id}/undo`)
    const undone = await admin.until(`/api/imports/${id}`, ({ body }) => body.state === 'undone' && body)
    expect(undone.kept).toEqual([])
    expect(content(admin)).toEqual(before)
  }
  expect(admin.restarts).toBeGreaterThanOrEqual(ROUNDS)
  expect((await admin.ask('GET', '/api/audit/verify')).body).toMatchObject({ ok: true })
  await admin.leaves()
}, 240_000)

/** Asks for the upload as the guide's client does. */
async function uploads(admin: Administrator, text: string): Promise<number> {
  const file = { name: 'students.csv', bytes: text }
  const { status, body } = await admin.upload('/api/academic/students/bulk-upload/', file, {})
  expect(status).toBe(202)
  return body.import_id
}

const isWritten = (admin: Administrator, id: number) =>
  admin.until(`/api/imports/${id}`, ({ body }) => body.state === 'applied')

/** The office dies at one of the next commits, on one side of it. */
async function armed(admin: Administrator, random: Random, commits = COMMITS): Promise<void> {
  const point = random.pick(['engine.before_commit', 'engine.after_commit'])
  const nth = random.between(1, commits)
  await admin.ask('POST', '/api/test/fault', { point, action: 'kill', nth })
}
