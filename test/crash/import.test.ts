import path from 'node:path'
import { expect, test } from 'vitest'
import { openReadOnly } from '../../db/open'
import { randomFrom } from '../../jobs/sample/random'
import { Administrator } from '../support/administrator'
import { contentOf } from '../support/imports/import-file'

/**
 * An import of several pages dies by SIGKILL while it is written, and again while it is undone; the office is started at
 * once on what is left. Whatever the instant: every row is written once, and undone it is as it was. `DAYBOOK_SEED=n`
 * kills at the same commits again.
 */
const SEED = Number(process.env.DAYBOOK_SEED) || Date.now() % 100_000
const ROUNDS = 3
const STANDING = 400
const ROWS = 4_500
/** Commits of an apply or undo of so many rows: one for each page, and those of the task itself. */
const COMMITS = 6

const csv = (first: number, rows: number, called: string) =>
  [
    'Employee number,Name,Department,Hire date,E-mail',
    ...Array.from({ length: rows }, (_, i) => {
      const n = first + i
      return `${n},${called} ${n},Team ${n % 7},2018-05-${String((n % 28) + 1).padStart(2, '0')},p${n}@office.example`
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
])

test(`killed while it is written and while it is undone, an import takes effect once and goes without a trace (seed ${SEED})`, async () => {
  const random = randomFrom(SEED)
  const admin = await Administrator.sitsDown({ now: '2026-01-20T10:00:00Z' })
  const standing = await admin.drops({ name: 'standing.csv', bytes: csv(1, STANDING, 'Standing') }, 'employees')
  await admin.applies(standing.import_id)
  const before = content(admin)
  expect(before.party).toHaveLength(STANDING)

  for (let round = 0; round < ROUNDS; round++) {
    const file = { name: `round-${round}.csv`, bytes: csv(200, ROWS, `Round ${round}`) }
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

/** The office dies at one of the next commits, on one side of it. */
async function armed(admin: Administrator, random: ReturnType<typeof randomFrom>): Promise<void> {
  const point = random.pick(['engine.before_commit', 'engine.after_commit'])
  const nth = random.between(1, COMMITS)
  await admin.ask('POST', '/api/test/fault', { point, action: 'kill', nth })
}
