import { afterEach, describe, expect, it } from 'vitest'
import { payrollContract } from '../../../jobs/api/contract/payroll'
import { payrollHandlers } from '../../../jobs/api/handlers/payroll'
import type { Office } from '../../../jobs/api/office'
import { Problem } from '../../../jobs/values/problem'
import { type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))

const OWNER = { actor: 'user:1', role: 'owner', name: 'Owner' } as const
type Name = keyof typeof payrollContract

/** As the router does it: input and answer go through the contract. */
async function call<N extends Name>(name: N, input: unknown) {
  const { db, engine, clock } = office
  const handler = payrollHandlers[name] as (office: Office, input: unknown, caller: typeof OWNER) => unknown
  const answer = await handler(
    { db, engine, clock } as unknown as Office,
    payrollContract[name].input.parse(input),
    OWNER,
  )
  return payrollContract[name].output.parse(answer) as (typeof payrollContract)[N]['output']['_output']
}
const refusal = (name: Name, input: unknown) =>
  call(name, input).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Problem) return error
      throw error
    },
  )

/** The body of guide 000, “Creating Automation Rules via API”. */
const GUIDE_BODY = JSON.parse(`{
    "start_date": "2024-02-01",
    "end_date": "2024-02-29",
    "period_type": "monthly",
    "automation_enabled": true,
    "automation_rule": {
      "days_before_end": 3,
      "cron": "0 2 * * *",
      "notification_emails": ["finance@company.com"]
    },
    "status": "active",
    "description": "February 2024 Payroll"
  }`)

describe('the payroll paths', () => {
  it('take the guide’s period verbatim and answer with its id, due instant and sentence', async () => {
    office = await payrollOffice()
    expect(payrollContract['payroll.create_period'].rest).toEqual([
      { verb: 'POST', path: '/api/payroll/periods', status: 201 },
    ])
    expect(await call('payroll.create_period', GUIDE_BODY)).toEqual({
      id: 1,
      ...GUIDE_BODY,
      due_at: '2024-02-26T02:00:00.000Z',
      rule_sentence: expect.stringContaining(
        'It runs 3 days before the end of the period or later at the first time named by “At 02:00”',
      ),
      warnings: [],
      runs: [],
    })
  })

  it('run, show and approve a period', async () => {
    office = await payrollOffice()
    const ana = await office.hire('Ana', 290_000)
    const { id } = await call('payroll.create_period', GUIDE_BODY)

    const early = await refusal('payroll.run_period', { id })
    expect([early?.code, early?.kind, early?.params.due_at]).toEqual([
      'payroll.not_due',
      'conflict',
      '2024-02-26T02:00:00.000Z',
    ])
    const { task_id } = await call('payroll.run_period', { id: String(id), force: true })
    await office.engine.finished(Number(task_id))

    const { runs, status } = await call('payroll.period', { id })
    const summary = { employees: 1, errors: 0, gross_minor: 290_000, net_minor: 290_000, currency: 'EUR' }
    expect([status, runs]).toEqual(['active', [{ id: 1, no: 1, kind: 'regular', status: 'draft', ...summary }]])

    const { items } = await call('payroll.slips', { id: 1 })
    expect(items).toEqual([
      {
        id: expect.any(Number),
        status: 'ok',
        reason: null,
        employee: { id: ana, external_ref: `E${ana}`, name: 'Ana', email: null },
        total_days: 29,
        payment_days: 29,
        gross_minor: 290_000,
        deductions_minor: 0,
        employer_minor: 0,
        net_minor: 290_000,
        to_pay_minor: 290_000,
        lines: [
          {
            code: 'BASE',
            name: 'Base pay',
            kind: 'earning',
            quantity: '29',
            rate: null,
            base_minor: 290_000,
            amount_minor: 290_000,
            for_period_id: null,
          },
        ],
      },
    ])
    expect(await call('payroll.approve_run', { id: 1 })).toMatchObject({ id: 1, status: 'approved' })
    expect((await refusal('payroll.run_period', { id, force: true }))?.code).toBe('payroll.run_already_approved')
    expect(await call('payroll.mark_paid', { id: 1 })).toMatchObject({ status: 'paid' })
    expect((await call('payroll.periods', {})).items.map((one) => one.runs[0]?.status)).toEqual(['paid'])
  })

  it('show an error slip with its reason in words', async () => {
    office = await payrollOffice()
    await office.hire('Ana', null)
    const { id } = await call('payroll.create_period', { ...GUIDE_BODY, automation_enabled: false })
    await office.engine.finished(Number((await call('payroll.run_period', { id })).task_id))
    const { items } = await call('payroll.slips', { id: 1 })
    expect(items[0]?.reason).toEqual({
      code: 'payroll.no_base_pay',
      message: 'No salary is known from 2024-02-01.',
      fix: 'Type the base pay in on the employee’s page, then run the period again.',
    })
  })

  it('ask for one task at a time', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const { id } = await call('payroll.create_period', { ...GUIDE_BODY, automation_enabled: false })
    const first = await call('payroll.run_period', { id })
    expect(await call('payroll.run_period', { id })).toEqual({ ...first, deduplicated: true })
  })

  it('look at the run before anybody’s passphrase', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    for (const second_passphrase of ['correct horse', null]) {
      expect((await refusal('payroll.approve_run', { id: 1, second_passphrase }))?.code).toBe('payroll.run_not_found')
    }
  })

  it('give a contract its schedule, and say where there is none', async () => {
    office = await payrollOffice()
    const ana = await office.hire('Ana', 290_000)
    const weekly = { employee_id: ana, from: '2024-02-01', schedule: 'weekly' }
    expect(await call('payroll.set_terms', weekly)).toEqual({ changed: true })
    const { id } = await call('payroll.create_period', { ...GUIDE_BODY, automation_enabled: false })
    await office.process({ period_id: id })
    expect(office.run(id).employees).toBe(0)
    expect((await refusal('payroll.set_terms', { ...weekly, employee_id: 99 }))?.code).toBe(
      'payroll.no_contract_to_change',
    )
  })

  it('refuse fields they do not know', () => {
    const { input } = payrollContract['payroll.create_period']
    expect(input.safeParse({ ...GUIDE_BODY, auto_approve: true }).success).toBe(false)
    expect(input.safeParse({ ...GUIDE_BODY, status: 'missed' }).success).toBe(false)
  })

  it('answer what is not there with not_found', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    for (const name of ['payroll.period', 'payroll.run_period', 'payroll.run', 'payroll.slips'] as const) {
      expect((await refusal(name, { id: 7 }))?.kind).toBe('not_found')
    }
  })

  it('change what is given of a period and leave the rest', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const { id } = await call('payroll.create_period', GUIDE_BODY)
    const changed = await call('payroll.change_period', { id, automation_rule: { days_before_end: 1 } })
    expect(changed).toMatchObject({ description: 'February 2024 Payroll', due_at: '2024-02-28T02:00:00.000Z' })
  })

  it('give the components and take them back', async () => {
    office = await payrollOffice('2024-02-10', { started: false })
    const given = await call('payroll.components', {})
    expect(await call('payroll.save_components', given)).toEqual(given)
    const hra = { code: 'HRA', kind: 'earning', method: 'percent', base: 'BASE', rate_ppm: 400_000 }
    const { items } = await call('payroll.save_components', { items: [hra] })
    expect(items.find((one) => one.code === 'HRA')).toMatchObject({ base: ['BASE'], order: 500, rounding: 'half_up' })
  })
})
