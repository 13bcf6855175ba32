import { afterEach, describe, expect, it } from 'vitest'
import { scheduleByName } from '../../../db/queries/schedule'
import { periodWarnings, ruleSentence, savedSentence } from '../../../jobs/payroll/period-view'
import { changePeriod, type PeriodInput } from '../../../jobs/payroll/periods'
import { Problem } from '../../../jobs/values/problem'
import { instant, toIso, type Zone } from '../../../jobs/values/time'
import { GUIDE, type PayrollOffice, payrollOffice } from './payroll-office'

let office: PayrollOffice
afterEach(() => office.engine.stop(1000))
const fresh = async (today?: string) => {
  office = await payrollOffice(today, { started: false })
}

async function refusal(given: Partial<PeriodInput>): Promise<Problem | null> {
  try {
    await office.addPeriod(given)
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
const schedule = (id: number) => scheduleByName(office.db, `payroll period ${id}`)
const change = (id: number, patch: Partial<PeriodInput>) =>
  office.engine.write('user:1', (write) => changePeriod(write, id, patch))
const warnings = (id: number) =>
  periodWarnings(office.db, office.period(id), office.clock.now(), 'Europe/Lisbon' as Zone).map((one) => one.code)

describe('a period', () => {
  it('of the guide is accepted verbatim, with its due instant and its schedule', async () => {
    await fresh()
    const id = await office.addPeriod(GUIDE)
    expect(office.period(id)).toMatchObject({
      status: 'active',
      due_at: Date.parse('2024-02-26T02:00:00Z'),
      description: 'February 2024 Payroll',
    })
    expect(schedule(id)).toMatchObject({
      task: 'payroll.process_payroll_period',
      once_at: Date.parse('2024-02-26T02:00:00Z'),
      args: `{"due_at":${Date.parse('2024-02-26T02:00:00Z')},"period_id":${id}}`,
      origin: `period:${id}`,
      enabled: 1,
    })
    expect(warnings(id)).toEqual([])
    expect(office.audits('payroll.period_created')).toBe(1)
  })

  it('without automation has neither due instant nor schedule', async () => {
    await fresh()
    const id = await office.addPeriod({ automation_rule: { days_before_end: 3 } })
    expect([office.period(id).due_at, schedule(id)]).toEqual([null, undefined])
  })

  it('that is a draft has no schedule before it is active', async () => {
    await fresh()
    const id = await office.addPeriod({ ...GUIDE, status: 'draft' })
    expect(schedule(id)).toBeUndefined()
    await change(id, { status: 'active' })
    expect(schedule(id)?.enabled).toBe(1)
  })

  it('moves its schedule with its rule and takes it away when it is closed', async () => {
    await fresh()
    const id = await office.addPeriod(GUIDE)
    await change(id, { automation_rule: { run_on_date: '2024-02-20' } })
    expect(schedule(id)?.once_at).toBe(Date.parse('2024-02-20T02:00:00Z'))
    await change(id, { status: 'closed' })
    expect(schedule(id)).toBeUndefined()
  })

  it('may lie in the past; too late for its rule, it waits for a click', async () => {
    await fresh('2024-06-01')
    const id = await office.addPeriod(GUIDE)
    expect([office.period(id).status, schedule(id), warnings(id)]).toEqual([
      'active',
      undefined,
      ['payroll.warning_too_late'],
    ])
  })

  it('whose due instant has just passed is scheduled to be caught up', async () => {
    await fresh('2024-03-05')
    const id = await office.addPeriod(GUIDE)
    expect(schedule(id)).toMatchObject({ once_at: Date.parse('2024-02-26T02:00:00Z'), enabled: 1 })
  })

  it('keeps dates and type once it has a run', async () => {
    office = await payrollOffice()
    await office.hire('Ana', 100_000)
    const id = await office.addPeriod()
    await office.process({ period_id: id })
    await expect(change(id, { end_date: '2024-02-28' })).rejects.toMatchObject({ code: 'payroll.period_has_a_run' })
    await change(id, { description: 'Another name' })
    expect(office.period(id).description).toBe('Another name')
  })
})

describe('a period is refused', () => {
  it('where it overlaps another of its type, and the other is named', async () => {
    await fresh()
    await office.addPeriod()
    const problem = await refusal({ start_date: '2024-02-29', end_date: '2024-03-28' })
    expect([problem?.code, problem?.kind, problem?.params.other]).toEqual([
      'payroll.period_overlaps',
      'conflict',
      'February 2024 Payroll',
    ])
    expect(await refusal({ start_date: '2024-03-01', end_date: '2024-03-31' })).toBeNull()
  })

  it('not where it shares days with one of another type, but both say so', async () => {
    await fresh()
    const monthly = await office.addPeriod()
    const weekly = await office.addPeriod({ period_type: 'weekly', start_date: '2024-02-05', end_date: '2024-02-11' })
    expect([warnings(monthly), warnings(weekly)]).toEqual([
      ['payroll.warning_shares_days'],
      ['payroll.warning_shares_days'],
    ])
  })

  it.each<[string, Partial<PeriodInput>]>([
    ['payroll.period_ends_before_it_begins', { start_date: '2024-02-29', end_date: '2024-02-01' }],
    ['payroll.period_date_unreadable', { end_date: '2024-02-30' }],
    ['payroll.period_date_unreadable', { start_date: '01/02/2024' }],
    ['payroll.period_date_unreadable', { start_date: '0024-02-01' }],
    ['payroll.period_too_long', { end_date: '2034-02-28' }],
    ['payroll.rule_says_nothing', { automation_enabled: true }],
    ['payroll.rule_says_nothing', { automation_enabled: true, automation_rule: { notification_emails: [] } }],
    ['payroll.unknown_rule_key', { automation_rule: { day_before_end: 3 } }],
    ['schedule.cron_unreadable', { automation_rule: { cron: 'daily' } }],
    ['email.several', { automation_rule: { days_before_end: 1, notification_emails: ['a@x.org,b@x.org'] } }],
  ])('with %s', async (code, given) => {
    await fresh()
    const problem = await refusal(given)
    if (code.startsWith('schedule.')) expect(problem?.code).toMatch(/^schedule\./)
    else expect(problem?.code).toBe(code)
    expect(office.db.prepare('select count(*) from period').pluck().get()).toBe(0)
  })
})

describe('what is told beside a rule', () => {
  it('is a warning where cron names no time behind the gate, and the gate day at 02:00', async () => {
    await fresh()
    const id = await office.addPeriod({ ...GUIDE, automation_rule: { days_before_end: 3, cron: '0 2 1 * *' } })
    expect(warnings(id)).toEqual(['payroll.warning_no_tick'])
    expect(toIso(instant(office.period(id).due_at ?? 0))).toBe('2024-02-26T02:00:00.000Z')
  })

  it('is a warning where a length is unusual for its type', async () => {
    await fresh()
    expect(warnings(await office.addPeriod({ end_date: '2024-02-10' }))).toEqual(['payroll.warning_unusual_length'])
  })

  it('is the rule in plain words', async () => {
    expect(ruleSentence({ days_before_end: 3 }, null)).toMatch(/^It runs 3 days before the end of the period at 02:00,/)
    const byHand = await savedSentence(null, () => Promise.reject(new Error('there is no cron')))
    expect(byHand).toBe('It runs when somebody says so.')
    expect(await savedSentence('{"cron":"0 2 * * *"}', async () => 'At 02:00')).toContain('named by “At 02:00”')
    expect(ruleSentence({ notification_emails: [] }, null)).toBeNull()
  })
})
