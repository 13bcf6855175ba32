import { afterEach, describe, expect, it } from 'vitest'
import { setBasePay, setEmployment, setMonthItems } from '../../../jobs/payroll'
import { changePeriod } from '../../../jobs/payroll/periods'
import { processPayrollPeriod } from '../../../jobs/payroll/tasks/process-payroll-period'
import { readSetting, writeSetting } from '../../../jobs/shared/settings'
import type { Currency } from '../../../jobs/values/money'
import type { LocalDate, Month } from '../../../jobs/values/time'
import { testWrite } from '../../support/office-db'
import { runTask } from '../../support/run-task'
import { GUIDE, type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))

const february = '2024-02' as Month
const incentive = (partyId: number, amountMinor: number) => ({
  partyId,
  month: february,
  source: 'typed',
  items: [{ code: 'INCENTIVE', amountMinor }],
  origin: 'user:1',
})

describe('a pay run', () => {
  it('drafts a slip for everybody employed in the period', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 290_000)
    await office.hire('Bruno', 290_000, '2024-02-16')
    await office.hire('Carla', 290_000, '2020-01-01', '2024-01-31')
    await office.hire('Dora', 290_000, '2024-03-01')
    const id = await office.addPeriod()
    const { state, result } = await office.process({ period_id: id })
    expect(state).toBe('SUCCESS')
    expect(result).toMatchObject({ status: 'draft', employees: 2, errors: 0, gross_minor: 430_000, net_minor: 430_000 })
    const run = office.run(id)
    expect(run).toMatchObject({ status: 'draft', version: 1, employees: 2, gross_minor: 430_000, currency: 'EUR' })
    expect(office.slips(run.id).map((slip) => [slip.name, slip.gross_minor, slip.paid_half_days])).toEqual([
      ['Ana', 290_000, 58],
      ['Bruno', 140_000, 28],
    ])
  })

  it('gives an error slip to whoever cannot be paid and goes on with the others', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 290_000)
    const bruno = await office.hire('Bruno', null)
    const id = await office.addPeriod()
    expect((await office.process({ period_id: id })).result).toMatchObject({
      employees: 2,
      errors: 1,
      gross_minor: 290_000,
    })
    const [, bad] = office.slips(office.run(id).id)
    expect(bad).toMatchObject({ status: 'error', net_minor: 0 })
    expect(JSON.parse(bad?.reason ?? '')).toEqual({ code: 'payroll.no_base_pay', params: { from: '2024-02-01' } })

    const change = { partyId: bruno, baseMinor: 100_000, from: '2024-02-01' as LocalDate, origin: 'user:1' }
    await office.engine.write('user:1', (write) => setBasePay(write, change))
    expect((await office.process({ period_id: id })).result).toMatchObject({ errors: 0, gross_minor: 390_000 })
  })

  it('that is computed again from the same input changes nothing', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 290_000)
    await office.hire('Bruno', 333_333)
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    const before = {
      run: office.run(id),
      slips: office.slips(office.run(id).id),
      lines: office.lines(office.run(id).id),
    }
    const { result } = await office.process({ period_id: id })
    expect(result).toMatchObject({ unchanged: true, run_id: before.run.id })
    const run = office.run(id)
    expect(run).toEqual({ ...before.run, task_id: run.task_id })
    expect({ slips: office.slips(run.id), lines: office.lines(run.id) }).toEqual({
      slips: before.slips,
      lines: before.lines,
    })
    expect(office.db.prepare(`select count(*) from slip where state = 'staged'`).pluck().get()).toBe(0)
  })

  it('is computed anew in place: same run, next version', async () => {
    office = await payrollOffice()
    const ana = await office.hire('Ana', 290_000)
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    const first = office.run(id)
    await office.engine.write('user:1', (write) => setMonthItems(write, incentive(ana, 10_000)))
    await office.process({ period_id: id })
    expect(office.run(id)).toMatchObject({ id: first.id, no: 1, version: 2, gross_minor: 300_000 })
    expect(office.runs(id)).toHaveLength(1)
    expect(office.slips(first.id)).toHaveLength(1)
    expect(office.lines(first.id).map((line) => line.code)).toEqual(['BASE', 'INCENTIVE'])
  })

  it('of a period without anybody is an empty draft', async () => {
    office = await payrollOffice()
    const id = await office.addPeriod()
    expect((await office.process({ period_id: id })).state).toBe('SUCCESS')
    expect(office.run(id)).toMatchObject({ status: 'draft', employees: 0 })
  })

  it('with more people than fit into one chunk has every slip once', async () => {
    office = await payrollOffice()
    await Promise.all(Array.from({ length: 520 }, (_, i) => office.hire(`Employee ${i}`, 100_000 + i)))
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    const slips = office.slips(office.run(id).id)
    expect(new Set(slips.map((slip) => slip.party_id)).size).toBe(520)
    expect(slips.reduce((sum, slip) => sum + slip.net_minor, 0)).toBe(office.run(id).net_minor)
  })
})

describe('a pay run is refused', () => {
  it.each(['draft', 'closed'] as const)('where the period is %s, with force too', async (status) => {
    office = await payrollOffice()
    const id = await office.addPeriod({ status })
    for (const force of [false, true]) {
      const { state, error } = await office.process({ period_id: id, force })
      expect([state, error]).toEqual(['FAILURE', { code: 'payroll.period_not_active', params: { status } }])
    }
    expect(office.runs(id)).toEqual([])
  })

  it('before its rule says so, unless it is forced', async () => {
    office = await payrollOffice('2024-02-10')
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod(GUIDE)
    const { error } = await office.process({ period_id: id })
    expect(error).toEqual({ code: 'payroll.not_due', params: { due_at: '2024-02-26T02:00:00.000Z' } })
    expect((await office.process({ period_id: id, force: true })).state).toBe('SUCCESS')
  })

  it('where the period is not there', async () => {
    office = await payrollOffice()
    expect((await office.process({ period_id: 99 })).error?.code).toBe('payroll.period_not_found')
  })

  it('and by a positional list of the guide just the same', async () => {
    office = await payrollOffice()
    expect(office.engine.definition('payroll.tasks.process_payroll_period')?.positional).toEqual(['period_id', 'force'])
  })
})

describe('stale input', () => {
  const change = async (meanwhile: (db: PayrollOffice['db'], ana: number, period: number) => void) => {
    office = await payrollOffice('2024-02-10', { started: false })
    const ana = await office.hire('Ana', 290_000)
    const id = await office.addPeriod()
    const { runs, error } = await runTask(
      office.db,
      processPayrollPeriod,
      { period_id: id },
      {
        meanwhile: (run) => {
          if (run === 1) office.db.transaction(() => meanwhile(office.db, ana, id))()
        },
      },
    )
    expect(error).toBeNull()
    return { runs, gross: office.run(id).gross_minor, slips: office.slips(office.run(id).id).length }
  }

  it('is computed once where nothing changed', async () => {
    expect(await change(() => undefined)).toEqual({ runs: 1, gross: 290_000, slips: 1 })
  })

  it('is a changed base pay', async () => {
    const found = await change((db, ana) => {
      setBasePay(testWrite(db), { partyId: ana, baseMinor: 300_000, from: '2024-01-01' as LocalDate, origin: 'user:1' })
    })
    expect(found).toEqual({ runs: 2, gross: 300_000, slips: 1 })
  })

  it('is a new one-off item', async () => {
    const found = await change((db, ana) => setMonthItems(testWrite(db), incentive(ana, 5)))
    expect(found).toEqual({ runs: 2, gross: 290_005, slips: 1 })
  })

  it('is a changed component', async () => {
    const found = await change((db) => db.exec(`update component set rounding = 'to_5' where code = 'BASE'`))
    expect(found.runs).toBe(2)
  })

  it('is another currency', async () => {
    const found = await change((db) =>
      writeSetting(testWrite(db), 'office', { ...readSetting(db, 'office'), currency: 'USD' as Currency }),
    )
    expect(found.runs).toBe(2)
  })

  it('is the end of everybody’s employment: what was staged for them is nobody’s', async () => {
    const found = await change((db, ana) => {
      setEmployment(testWrite(db), {
        partyId: ana,
        from: '2020-01-01' as LocalDate,
        to: '2024-01-31' as LocalDate,
        origin: 'user:1',
      })
      db.prepare("update party_role set to_on = '2024-01-31'").run()
    })
    expect(found).toEqual({ runs: 2, gross: 0, slips: 0 })
  })

  it('is not another description of the period', async () => {
    const found = await change((db, _, id) => changePeriod(testWrite(db), id, { description: 'x' }))
    expect(found.runs).toBe(1)
  })

  it('is a contract that now ends with the period', async () => {
    const found = await change((db, ana) => {
      setBasePay(testWrite(db), { partyId: ana, baseMinor: 300_000, from: '2024-03-01' as LocalDate, origin: 'user:1' })
    })
    expect(found).toEqual({ runs: 2, gross: 290_000, slips: 1 })
  })
})

describe('whoever is to hear of a draft', () => {
  it('gets a mail each without names and amounts, once per version', async () => {
    office = await payrollOffice('2024-02-27')
    await office.hire('Ana', 290_000)
    const rule = {
      days_before_end: 3,
      notification_emails: ['finance@company.com', 'hr@company.com', 'HR@company.com'],
    }
    const id = await office.addPeriod({ ...GUIDE, automation_rule: rule })
    await office.process({ period_id: id })
    await office.process({ period_id: id, force: true })
    const mails = office.outbox()
    expect(mails.map((mail) => mail.to_address)).toEqual(['finance@company.com', 'hr@company.com'])
    expect(mails[0]?.subject).toBe('Payroll “February 2024 Payroll” is ready for review')
    for (const mail of mails) {
      expect(mail.body_text).toContain('Payslips drafted: 1')
      expect(mail.body_text).not.toMatch(/Ana|290|2.900/)
    }
  })

  it('is nobody where no rule names an address', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 290_000)
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    expect(office.outbox()).toEqual([])
  })
})
