import { afterEach, describe, expect, it } from 'vitest'
import { createScheduler, type Scheduler } from '../../../jobs/engine/scheduler'
import { changePeriod } from '../../../jobs/payroll/periods'
import { recordAudit } from '../../../jobs/shared/audit'
import { instant } from '../../../jobs/values/time'
import { GUIDE, type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
let scheduler: Scheduler | null = null
afterEach(async () => {
  await scheduler?.stop()
  scheduler = null
  await office.engine.stop(1000)
})

const DUE = Date.parse('2024-02-26T02:00:00Z')
const set = (iso: string) => office.clock.set(instant(Date.parse(iso)))
const automatic = () =>
  office.db
    .prepare(`select count(*) from task t join task_name n on n.id = t.name_id
  where n.name = 'payroll.process_payroll_period'`)
    .pluck()
    .get() as number
/** The runs that were started have ended. */
async function settled() {
  const ids = office.db
    .prepare(`select id from task where state in ('ready', 'waiting', 'running')
    and due_at is null`)
    .pluck()
    .all() as number[]
  await Promise.all(ids.map((id) => office.engine.finished(id)))
}

describe('the daily payroll task', () => {
  it('starts a period whose due instant has passed, and only once', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000, '2010-01-01')
    const id = await office.addPeriod(GUIDE)
    expect((await office.autoRun()).result).toEqual({ started: [], missed: [], moved: [] })

    set('2024-02-26T02:00:00Z')
    const { result } = await office.autoRun()
    expect(result).toMatchObject({ started: [{ period_id: id, due_at: '2024-02-26T02:00:00.000Z' }] })
    await settled()
    expect(office.run(id)).toMatchObject({ status: 'draft', version: 1, employees: 1 })
    expect(office.period(id).handled_due_at).toBe(DUE)

    set('2024-02-27T02:00:00Z')
    expect((await office.autoRun()).result).toMatchObject({ started: [] })
  })

  it('leaves periods alone that are not automated, not active, or not due', async () => {
    office = await payrollOffice('2024-02-28')
    await office.addPeriod({ automation_enabled: false, automation_rule: { days_before_end: 3 } })
    await office.addPeriod({ ...GUIDE, start_date: '2024-01-01', end_date: '2024-01-31', status: 'closed' })
    await office.addPeriod({ ...GUIDE, start_date: '2024-03-01', end_date: '2024-03-31' })
    expect((await office.autoRun()).result).toEqual({ started: [], missed: [], moved: [] })
  })

  it('lets a period be missed more than seven days after its end, and says so', async () => {
    office = await payrollOffice('2024-02-10')
    const id = await office.addPeriod(GUIDE)
    set('2024-03-08T00:00:00Z')
    expect((await office.autoRun()).result).toMatchObject({ started: [], missed: [id] })
    expect(office.period(id)).toMatchObject({ status: 'missed', handled_due_at: DUE })
    expect(office.runs(id)).toEqual([])
    expect(office.db.prepare('select kind, code, entity from notice').all()).toEqual([
      { kind: 'while_closed', code: 'payroll.period_missed', entity: `period:${id}` },
    ])
    expect((await office.autoRun()).result).toMatchObject({ missed: [] })
  })

  it('works out the due instant anew where the office has moved to another zone', async () => {
    office = await payrollOffice('2024-02-10')
    const id = await office.addPeriod(GUIDE)
    office.db.prepare('update period set due_at = ? where id = ?').run(DUE + 3_600_000, id)
    expect((await office.autoRun()).result).toMatchObject({ moved: [id] })
    expect(office.period(id).due_at).toBe(DUE)
  })
})

describe('a run by its rule', () => {
  it('runs a missed period when somebody clicks, and the period is active again', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000, '2010-01-01')
    const id = await office.addPeriod(GUIDE)
    set('2024-03-20T00:00:00Z')
    await office.autoRun()
    expect((await office.process({ period_id: id })).state).toBe('SUCCESS')
    expect([office.period(id).status, office.run(id).status]).toEqual(['active', 'draft'])
  })

  it('that comes too late misses the period instead', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000, '2010-01-01')
    const id = await office.addPeriod(GUIDE)
    set('2024-03-08T08:00:00Z')
    expect((await office.process({ period_id: id, due_at: DUE })).result).toMatchObject({ status: 'missed' })
    expect(office.period(id).status).toBe('missed')
  })

  it('notes how late it was, within seven days of the end', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000, '2010-01-01')
    const id = await office.addPeriod(GUIDE)
    set('2024-03-07T23:00:00Z')
    await office.process({ period_id: id, due_at: DUE })
    expect(JSON.parse(office.run(id).note ?? '')).toEqual({
      code: 'payroll.ran_late',
      params: { due_at: '2024-02-26T02:00:00.000Z', ran_at: expect.stringMatching(/^2024-03-07T23:00:00/) },
    })
    expect(office.outbox()[0]?.body_text).toContain('It was due on 26 February 2024 at 02:00 and ran')
  })

  it('does nothing for an instant that is answered, moved, or not there yet', async () => {
    office = await payrollOffice('2024-02-26')
    await office.hire('Ana', 290_000, '2010-01-01')
    const id = await office.addPeriod(GUIDE)
    const skipped = async (due_at: number) =>
      ((await office.process({ period_id: id, due_at })).result as { skipped?: { code: string } }).skipped?.code
    expect(await skipped(DUE)).toBeUndefined()
    expect(await skipped(DUE)).toBe('payroll.due_already_answered')
    expect(await skipped(DUE + 1000)).toBe('payroll.due_instant_moved')
    await office.engine.write('user:1', (write) =>
      changePeriod(write, id, { automation_rule: { run_on_date: '2024-02-28' } }),
    )
    expect(await skipped(Date.parse('2024-02-28T02:00:00Z'))).toBe('payroll.not_due')
    expect(office.runs(id)).toHaveLength(1)
  })
})

describe('with the scheduler', () => {
  const startScheduler = async () => {
    scheduler = createScheduler({
      engine: office.engine,
      builtIn: [
        {
          name: 'Find due pay runs',
          task: 'payroll.auto_run_payroll',
          cron: '0 2 * * *',
          expiresSeconds: 3600,
          module: null,
        },
      ],
      isModuleOn: () => true,
      audit: recordAudit,
      onCaughtUp: () => undefined,
    })
    await scheduler.start()
  }

  it('a computer asleep from the 26th to the 31st runs the period once, on waking, and says why', async () => {
    office = await payrollOffice('2019-01-10')
    await office.hire('Ana', 290_000, '2010-01-01')
    const id = await office.addPeriod({ ...GUIDE, start_date: '2019-01-01', end_date: '2019-01-31' })
    await startScheduler()
    set('2019-01-26T12:00:00Z')
    await scheduler?.tick()
    await settled()
    expect(office.runs(id)).toEqual([])

    set('2019-01-31T09:00:00Z')
    await scheduler?.tick()
    await settled()
    await settled()
    expect(office.runs(id)).toHaveLength(1)
    expect(office.run(id)).toMatchObject({ version: 1, status: 'draft' })
    expect(JSON.parse(office.run(id).note ?? '')).toMatchObject({ code: 'payroll.ran_late' })
    const [occurrence] = office.db
      .prepare(`select o.state, o.reason, o.late_s from occurrence o join schedule s on s.id = o.schedule_id
        where s.name = ?`)
      .all(`payroll period ${id}`) as { state: string; reason: string | null; late_s: number }[]
    expect(occurrence?.state).toBe('enqueued')
    expect(occurrence?.late_s).toBe(3 * 86_400 + 7 * 3600)
    expect(occurrence?.reason).not.toBeNull()
    expect(office.db.prepare('select count(*) from slip').pluck().get()).toBe(1)
    expect(office.outbox()).toHaveLength(1)
    expect(automatic()).toBeLessThanOrEqual(2)
  })

  it('a period saved just after its due instant runs at once', async () => {
    office = await payrollOffice('2019-02-05')
    await office.hire('Ana', 290_000, '2010-01-01')
    await startScheduler()
    const id = await office.addPeriod({ ...GUIDE, start_date: '2019-01-01', end_date: '2019-01-31' })
    await scheduler?.tick()
    await settled()
    expect(office.run(id)).toMatchObject({ version: 1, status: 'draft' })
  })
})
