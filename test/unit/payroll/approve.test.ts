import { afterEach, describe, expect, it } from 'vitest'
import { setBasePay } from '../../../jobs/payroll'
import { approveRun, markRunPaid } from '../../../jobs/payroll/approve'
import { verifyAudit } from '../../../jobs/shared/audit'
import { instant, type LocalDate } from '../../../jobs/values/time'
import { GUIDE, type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))
const approve = (runId: number) => office.engine.write('user:1', (write) => approveRun(write, runId))
const ordered = () =>
  office.db
    .prepare(
      `select t.args from task t join task_name n on n.id = t.name_id where n.name = 'payroll.generate_payslips'`,
    )
    .pluck()
    .all()

async function drafted(...salaries: (number | null)[]) {
  office = await payrollOffice()
  for (const [index, salary] of salaries.entries()) await office.hire(`Employee ${index}`, salary)
  const period = await office.addPeriod()
  await office.process({ period_id: period })
  return { period, run: office.run(period).id }
}

describe('an approval', () => {
  it('makes the slips facts, orders the payslips and writes the salary facts, all at once', async () => {
    const { period, run } = await drafted(290_000, 333_333)
    await approve(run)
    expect(office.run(period)).toMatchObject({ status: 'approved', approved_by: 'user:1' })
    expect(ordered()).toEqual([`{"run_id":${run}}`])
    expect(
      office.db.prepare(`select month, source, basic_minor, gross_minor, net_minor from salary_fact order by 3`).all(),
    ).toEqual([
      { month: '2024-02', source: 'payroll', basic_minor: 290_000, gross_minor: 290_000, net_minor: 290_000 },
      { month: '2024-02', source: 'payroll', basic_minor: 333_333, gross_minor: 333_333, net_minor: 333_333 },
    ])
    expect(office.audits('payroll.run_approved')).toBe(1)
    expect(verifyAudit(office.db, null)).toMatchObject({ ok: true })
  })

  it('is blocked by error slips, and names them', async () => {
    const { period, run } = await drafted(290_000, null)
    await expect(approve(run)).rejects.toMatchObject({
      code: 'payroll.run_has_errors',
      kind: 'conflict',
      params: { count: 1, names: 'Employee 1 (E2)' },
    })
    expect([office.run(period).status, ordered()]).toEqual(['draft', []])
  })

  it('is refused a second time', async () => {
    const { run } = await drafted(290_000)
    await approve(run)
    await expect(approve(run)).rejects.toMatchObject({ code: 'payroll.run_already_approved', kind: 'conflict' })
    expect(ordered()).toHaveLength(1)
  })

  it('is refused for a run without slips', async () => {
    const { run } = await drafted()
    await expect(approve(run)).rejects.toMatchObject({ code: 'payroll.run_is_empty' })
  })

  it('is refused while the run is computed', async () => {
    const { run } = await drafted(290_000)
    office.db.prepare(`update pay_run set status = 'computing', task_id = 9 where id = ?`).run(run)
    await expect(approve(run)).rejects.toMatchObject({ code: 'payroll.run_is_computing', params: { task: 9 } })
  })

  it('of a run that is not there is refused', async () => {
    await drafted()
    await expect(approve(99)).rejects.toMatchObject({ code: 'payroll.run_not_found', kind: 'not_found' })
  })

  it('protects the slips: computing again is refused and changes nothing', async () => {
    const { period, run } = await drafted(290_000)
    await approve(run)
    const before = [office.run(period), office.slips(run), office.lines(run)]
    const raise = { partyId: 1, baseMinor: 1, from: '2024-02-01' as LocalDate, origin: 'user:1' }
    await office.engine.write('user:1', (write) => setBasePay(write, raise))
    for (const force of [false, true]) {
      const { error } = await office.process({ period_id: period, force })
      expect(error?.code).toBe('payroll.run_already_approved')
    }
    expect([office.run(period), office.slips(run), office.lines(run)]).toEqual(before)
  })

  it('leaves nothing to do for the period’s rule', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000)
    const period = await office.addPeriod(GUIDE)
    await office.process({ period_id: period, force: true })
    await approve(office.run(period).id)
    office.clock.set(instant(Date.parse('2024-02-26T02:00:00Z')))
    const { state, result } = await office.process({ period_id: period, due_at: Date.parse('2024-02-26T02:00:00Z') })
    expect([state, result]).toMatchObject(['SUCCESS', { skipped: { code: 'payroll.run_already_approved' } }])
    expect(office.run(period).status).toBe('approved')
    expect((await office.autoRun()).result).toMatchObject({ started: [] })
  })
})

describe('two periods that end in one month', () => {
  it('add up to the month’s salary facts', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 290_000)
    for (const [start_date, end_date] of [
      ['2024-02-01', '2024-02-15'],
      ['2024-02-16', '2024-02-29'],
    ] as const) {
      const id = await office.addPeriod({ period_type: 'semimonthly', start_date, end_date })
      await office.process({ period_id: id })
      await approve(office.run(id).id)
    }
    expect(office.db.prepare('select gross_minor from salary_fact').pluck().all()).toEqual([290_000])
  })
})

describe('a run is paid', () => {
  it('once, and only after its approval', async () => {
    const { period, run } = await drafted(290_000)
    const pay = () => office.engine.write('user:1', (write) => markRunPaid(write, run))
    await expect(pay()).rejects.toMatchObject({ code: 'payroll.run_not_approved' })
    await approve(run)
    await pay()
    expect(office.run(period).status).toBe('paid')
    await expect(pay()).rejects.toMatchObject({ code: 'payroll.run_already_paid' })
  })
})
