import { afterEach, describe, expect, it } from 'vitest'
import { setBasePay } from '../../../jobs/payroll'
import { realignPeriods } from '../../../jobs/payroll/period-schedule'
import { changePeriod } from '../../../jobs/payroll/periods'
import { addHoliday } from '../../../jobs/shared/holidays'
import { writeSetting } from '../../../jobs/shared/settings'
import { instant, type LocalDate, toIso } from '../../../jobs/values/time'
import { GUIDE, type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))

const RULE = { days_before_end: 3, outcome: 'approve' }
const JANUARY = { ...GUIDE, start_date: '2024-01-01', end_date: '2024-01-31', automation_rule: RULE }
const FEBRUARY = { ...GUIDE, automation_rule: RULE }

/** The period's own task, at its due instant, and the approval that follows it. */
async function runsAtDue(periodId: number) {
  const due = office.period(periodId).due_at ?? 0
  office.clock.set(instant(due))
  const run = await office.process({ period_id: periodId, due_at: due })
  expect(run.state).toBe('SUCCESS')
  const id = office.db
    .prepare(
      `select max(t.id) from task t join task_name n on n.id = t.name_id where n.name = 'payroll.approve_by_rule'`,
    )
    .pluck()
    .get() as number | null
  return id === null ? null : office.engine.finished(id)
}

describe('a rule that approves', () => {
  it('approves the draft in which nothing needs a look, as the task that did it', async () => {
    office = await payrollOffice('2024-01-10')
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod(JANUARY)
    expect(await runsAtDue(id)).toMatchObject({ state: 'SUCCESS', result: { approved: true } })
    const run = office.run(id)
    expect([run.status, /^task:\d+$/.test(run.approved_by ?? '')]).toEqual(['approved', true])
    expect(office.audits('payroll.run_approved')).toBe(1)
  })

  it('leaves a draft with an error to somebody, and says how many payslips need a look', async () => {
    office = await payrollOffice('2024-01-10')
    await office.hire('Ana', 290_000)
    await office.hire('Bruno', null)
    const id = await office.addPeriod(JANUARY)
    expect(await runsAtDue(id)).toMatchObject({ state: 'SUCCESS', result: { approved: false } })
    expect(office.run(id).status).toBe('draft')
    const notice = office.db
      .prepare(`select params from notice where code = 'payroll.not_approved_by_rule'`)
      .pluck()
      .get() as string
    expect(JSON.parse(notice)).toMatchObject({ look: 1, employees: 2 })
  })

  it('leaves one alone that has been computed anew meanwhile, or whose rule does not say so', async () => {
    office = await payrollOffice('2024-01-10')
    await office.hire('Ana', 290_000)
    const bruno = await office.hire('Bruno', null)
    const id = await office.addPeriod(JANUARY)
    await runsAtDue(id)
    await office.engine.write('user:1', (w) =>
      setBasePay(w, { partyId: bruno, baseMinor: 300_000, from: '2024-01-01' as LocalDate, origin: 'user:1' }),
    )
    await office.process({ period_id: id, force: true })
    const asks = async (version: number) => {
      const { taskId } = await office.engine.enqueue('payroll.approve_by_rule', { run_id: office.run(id).id, version })
      return (await office.engine.finished(taskId)).result
    }
    const left = { approved: false, why: { code: 'payroll.draft_is_another' } }
    expect(await asks(1)).toMatchObject(left)
    await office.engine.write('user:1', (w) => changePeriod(w, id, { automation_rule: { days_before_end: 3 } }))
    expect(await asks(2)).toMatchObject(left)
    expect(office.run(id)).toMatchObject({ status: 'draft', version: 2 })
  })

  it('approves nothing that somebody computed by hand', async () => {
    office = await payrollOffice('2024-01-10')
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod(JANUARY)
    await office.process({ period_id: id, force: true })
    expect(office.run(id).status).toBe('draft')
    expect(
      office.db
        .prepare(
          `select count(*) from task t join task_name n on n.id = t.name_id where n.name = 'payroll.approve_by_rule'`,
        )
        .pluck()
        .get(),
    ).toBe(0)
  })

  it('is refused where two people approve; where that was asked for later, the draft stays and the task says why', async () => {
    office = await payrollOffice('2024-01-10')
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod(JANUARY)
    await office.engine.write('user:1', (w) =>
      writeSetting(w, 'payroll', { two_person_approval: true, tax_year_starts: '01-01' }),
    )
    await expect(office.addPeriod(FEBRUARY)).rejects.toMatchObject({ code: 'payroll.rule_cannot_approve' })
    expect(await runsAtDue(id)).toMatchObject({ state: 'FAILURE' })
    expect(office.run(id).status).toBe('draft')
    expect(office.audits('payroll.run_approved')).toBe(0)
  })
})

describe('a rule that keeps to working days', () => {
  it('moves with the office’s holidays, together with its schedule', async () => {
    office = await payrollOffice('2024-02-10')
    const id = await office.addPeriod({ ...GUIDE, automation_rule: { days_before_end: 3, working_day: 'before' } })
    const due = () => toIso(instant(office.period(id).due_at ?? 0))
    const scheduled = () =>
      toIso(
        instant(
          office.db.prepare('select once_at from schedule where origin = ?').pluck().get(`period:${id}`) as number,
        ),
      )
    expect(due()).toBe('2024-02-26T02:00:00.000Z')
    await office.engine.write('user:1', (w) => {
      addHoliday(w, { date: '2024-02-26', name: 'Carnival' })
      realignPeriods(w)
    })
    expect([due(), scheduled()]).toEqual(['2024-02-23T02:00:00.000Z', '2024-02-23T02:00:00.000Z'])
  })

  it('stays where it is when its days off change after it has run', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod({ ...GUIDE, automation_rule: { days_before_end: 3, working_day: 'before' } })
    await runsAtDue(id)
    await office.engine.write('user:1', (w) => {
      addHoliday(w, { date: '2024-02-26', name: 'Carnival' })
      realignPeriods(w)
    })
    const { due_at, handled_due_at } = office.period(id)
    expect([due_at, handled_due_at]).toEqual([Date.parse('2024-02-26T02:00:00Z'), due_at])
    await office.engine.write('user:1', (w) => changePeriod(w, id, { description: 'February' }))
    expect((await office.autoRun()).result).toEqual({ started: [], missed: [], moved: [] })
  })
})
