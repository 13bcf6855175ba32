import { afterEach, describe, expect, it } from 'vitest'
import { type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))
const clean = async () =>
  (await office.engine.finished((await office.engine.enqueue('payroll.cleanup_old_payroll_locks', {})).taskId)).result

async function drafted() {
  office = await payrollOffice()
  await office.hire('Ana', 290_000)
  const period = await office.addPeriod()
  await office.process({ period_id: period })
  return period
}

describe('the hourly look for stuck runs', () => {
  it('frees a run whose task is gone: back to draft, with its figures and the reason', async () => {
    const period = await drafted()
    const { id } = office.run(period)
    office.db.prepare(`update pay_run set status = 'computing', task_id = 999 where id = ?`).run(id)
    office.db
      .prepare(`insert into slip select null, run_id, party_id, 'staged', status, reason, total_days, employed_days,
      paid_half_days, base_minor, gross_minor, deductions_minor, employer_minor, net_minor, taxable_minor from slip`)
      .run()
    expect(await clean()).toEqual({ freed: [id] })
    const run = office.run(period)
    expect(run).toMatchObject({ status: 'draft', version: 1, gross_minor: 290_000 })
    expect(JSON.parse(run.note ?? '')).toMatchObject({ code: 'payroll.task_gone', params: { task: 999 } })
    expect(office.db.prepare('select state from slip').pluck().all()).toEqual(['current'])
    expect(office.db.prepare(`select code from notice where kind = 'freed'`).pluck().all()).toEqual([
      'payroll.run_freed',
    ])
  })

  it('frees a run whose task has ended', async () => {
    const period = await drafted()
    office.db.prepare(`update pay_run set status = 'computing' where id = ?`).run(office.run(period).id)
    expect(await clean()).toEqual({ freed: [office.run(period).id] })
  })

  it('leaves alone what is being computed, and everything else', async () => {
    const period = await drafted()
    expect(await clean()).toEqual({ freed: [] })
    const { taskId } = await office.engine.enqueue('test.noop', {}, { countdownSeconds: 3600 })
    office.db.prepare(`update pay_run set status = 'computing', task_id = ?`).run(taskId)
    expect(await clean()).toEqual({ freed: [] })
    expect(office.run(period).status).toBe('computing')
  })
})

describe('a computation that ends without figures', () => {
  it('gives the run back as a draft with the reason', async () => {
    const period = await drafted()
    office.db.exec(
      `update component set method = 'percent', rate_ppm = 1, base = '["GONE"]', one_off = 0 where code = 'TDS'`,
    )
    const { state, error } = await office.process({ period_id: period })
    expect([state, error?.code]).toEqual(['FAILURE', 'payroll.unknown_base'])
    expect(office.run(period)).toMatchObject({ status: 'draft', version: 1, gross_minor: 290_000 })
  })

  it('is forgotten when the next one finds the same figures', async () => {
    const period = await drafted()
    office.db.prepare(`update pay_run set note = '{"code":"payroll.task_gone","params":{}}'`).run()
    await office.process({ period_id: period })
    expect(office.run(period)).toMatchObject({ note: null, version: 1 })
  })

  it('when it is revoked amid its work drops what it had staged', async () => {
    const period = await drafted()
    const { id } = office.run(period)
    const { taskId } = await office.engine.enqueue(
      'payroll.process_payroll_period',
      { period_id: period },
      { countdownSeconds: 60 },
    )
    office.db.prepare(`update pay_run set status = 'computing', task_id = ? where id = ?`).run(taskId, id)
    await office.engine.revoke(taskId, { terminate: true }, 'user:1')
    const run = office.run(period)
    expect(run.status).toBe('draft')
    expect(JSON.parse(run.note ?? '').code).toMatch(/^engine\./)
  })
})
