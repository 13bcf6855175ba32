import { expect, test } from 'vitest'
import type { Db } from '../../db/open'
import { SUPPLEMENTARY_POINTS } from '../../jobs/values/faults'
import { Administrator } from '../support/administrator'
import { readFacts } from '../support/crash/facts'

/**
 * Off-cycle pay, a correction, arrears, final pay and a reversal in one office that is killed at a named point in each of
 * them: nothing is lost, nothing is paid or taken back twice, and the reversed run adds up to nothing.
 */
const FILE = [
  'Employee number,Name,Salary,Hire date',
  ...['Ana', 'Ben', 'Eva', 'Gil'].map((name, at) => `${at + 1},${name},${at + 1}000.00,2018-05-01`),
].join('\n')
const KINDS = ['off_cycle', 'correction', 'arrears', 'final', 'reversal'] as const
type Kind = (typeof KINDS)[number]

const TAKES_EFFECT = ['payroll.approved_before_commit', 'payroll.approved'] as const

test.each([...SUPPLEMENTARY_POINTS, ...TAKES_EFFECT])(
  'killed at %s in every kind of run, all of them count once',
  async (point) => {
    const admin = await Administrator.sitsDown({ now: '2019-02-20T10:00:00Z' })
    const { body: people, january, february, run } = await paidJanuary(admin)
    const [ana = 0, ben = 0, eva = 0] = people
    const change = (id: number, fields: object) => admin.ask('PATCH', `/api/employees/${id}`, fields)
    const raise = (id: number, base_minor: number) => change(id, { base_minor, from: '2018-05-01' })
    const asks: Record<Kind, () => Promise<[path: string, body: object]>> = {
      off_cycle: async () => [
        `/api/payroll/periods/${february}/off-cycle`,
        { items: [{ employee_id: ana, code: 'INCENTIVE', amount_minor: 50_000 }], codes: [], reason: 'Bonus' },
      ],
      correction: async () => {
        await raise(ana, 110_000)
        const slips = await admin.ask('GET', `/api/payroll/runs/${run}/slips`)
        const slip = slips.body.items.find((one: { employee: { id: number } }) => one.employee.id === ana)
        return [`/api/payroll/slips/${slip.id}/correct`, { reason: 'Wrong salary' }]
      },
      arrears: async () => {
        await raise(ben, 230_000)
        return [`/api/payroll/periods/${february}/arrears`, { for_periods: [january], reason: 'Raise' }]
      },
      final: async () => {
        await change(eva, { termination_date: '2019-02-14' })
        return [`/api/employees/${eva}/final-pay`, { reason: 'Leaves' }]
      },
      reversal: async () => [`/api/payroll/runs/${run}/reverse`, { reason: 'Wrong file' }],
    }
    for (const kind of KINDS) {
      const [path, body] = await asks[kind]()
      await admin.ask('POST', '/api/test/fault', { point, action: 'kill' })
      const before = admin.restarts
      await posts(admin, path, body)
      expect(admin.restarts, `${point} was not reached by ${kind}`).toBe(before + 1)
    }
    console.log(`killed at ${point}: ${admin.restarts} restarts`)
    await checkLaws(admin)
    readFacts(admin.at.folder, checkRows)
    await admin.leaves()
  },
)

async function paidJanuary(admin: Administrator) {
  const checked = await admin.drops({ name: 'salaries.csv', bytes: FILE }, 'salaries', { year: 2019, month: 1 })
  await admin.applies(checked.import_id)
  const period = (start_date: string, end_date: string) =>
    admin.createsPeriod({ start_date, end_date, period_type: 'monthly', status: 'active' })
  const january = await period('2019-01-01', '2019-01-31')
  const february = await period('2019-02-01', '2019-02-28')
  await admin.ask('POST', `/api/payroll/periods/${january}/run`, { force: true })
  const { id: run } = await admin.seesDraft(january)
  expect((await admin.approves(run)).status).toBe(200)
  const { body } = await admin.ask('GET', '/api/employees')
  return { body: body.items.map((one: { id: number }) => one.id) as number[], january, february, run: run as number }
}

/** Drafts a run, waits until it is computed, and approves it. */
async function posts(admin: Administrator, path: string, body: object): Promise<void> {
  const drafted = await admin.ask('POST', path, body)
  expect([drafted.status, drafted.body.error?.code]).toEqual([202, undefined])
  const draft = `/api/payroll/runs/${drafted.body.run_id}`
  await admin.until(draft, ({ body: run }) => run.status === 'draft' && run.version > 0)
  const approved = await admin.approves(drafted.body.run_id)
  expect([200, 409]).toContain(approved.status) // 409: it was written, only the answer was lost
  const after = await admin.ask('GET', draft)
  expect(after.body.status).toBe('approved')
}

async function checkLaws(admin: Administrator): Promise<void> {
  for (const state of ['PENDING', 'STARTED', 'PROGRESS', 'RETRY', 'FAILURE']) {
    const stuck = await admin.until(`/api/tasks?state=${state}`, ({ body }) =>
      state !== 'FAILURE' && body.items.length ? null : body,
    )
    expect(stuck.items, `${state} tasks`).toEqual([])
  }
  expect((await admin.ask('GET', '/api/audit/verify')).body).toMatchObject({ ok: true, first_bad: null })
  expect((await admin.ask('POST', '/api/rpc/office.verify', {})).body).toMatchObject({ ok: true })
}

/** What is left on the disk, as rows. */
function checkRows(db: Db): void {
  const runs = db.prepare('select kind, status from pay_run order by id').all()
  expect(runs).toEqual([
    { kind: 'regular', status: 'reversed' },
    { kind: 'off_cycle', status: 'approved' },
    { kind: 'correction', status: 'reversed' },
    { kind: 'arrears', status: 'approved' },
    { kind: 'final', status: 'approved' },
    { kind: 'reversal', status: 'approved' },
  ])
  expect(db.prepare(`select count(*) from slip where state = 'staged'`).pluck().get()).toBe(0)
  const nets = `
    select r.kind, p.name, s.net_minor from current_slip s join pay_run r on r.id = s.run_id
    join party p on p.id = s.party_id where r.kind not in ('regular', 'reversal') order by r.id, p.name`
  expect(db.prepare(nets).raw().all()).toEqual([
    ['off_cycle', 'Ana', 50_000],
    ['correction', 'Ana', 110_000],
    ['arrears', 'Ben', 30_000],
    ['final', 'Eva', 150_000], // 14 of 28 days
  ])
  expect(db.prepare('select count(*) from slip_replacement').pluck().get()).toBe(1)
  const left = `
    select l.code, sum(l.amount_minor) from current_slip s join pay_run r on r.id = s.run_id
    join slip_line l on l.slip_id = s.id
    where r.kind in ('regular', 'correction', 'reversal') group by l.code having sum(l.amount_minor) <> 0`
  expect(db.prepare(left).all()).toEqual([])
}
