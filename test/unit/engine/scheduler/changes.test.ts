import { describe, expect, it } from 'vitest'
import {
  changeSchedule,
  type NewSchedule,
  readSchedule,
  removeOwnSchedule,
  restReasonOf,
  runByHand,
  type SchedulePatch,
  upsertOnceSchedule,
} from '../../../../jobs/engine/scheduler'
import type { Zone } from '../../../../jobs/values/time'
import { at, HOUR, SchedulerOffice, settled } from './support/scheduler-office'

const LISBON = 'Europe/Lisbon' as Zone
const open = () =>
  new SchedulerOffice('2026-01-02T09:00:00Z').open([
    { name: 'Pay', task: 'payroll.run', args: { period_id: 1 }, cron: '0 2 * * *', module: 'payroll' },
  ])

async function change(office: SchedulerOffice, id: number, patch: SchedulePatch) {
  const row = await office.write('user:2', (write) =>
    changeSchedule(write, readSchedule(write.db, id), patch, office.terms),
  )
  await settled()
  return row
}

async function ruleOwned(office: SchedulerOffice, onceAt = '2026-01-29T02:00:00Z'): Promise<number> {
  const once = {
    name: 'January',
    task: 'payroll.run',
    args: { period_id: 7 },
    zone: LISBON,
    origin: 'period:7',
    module: 'payroll',
  }
  return office.write('user:1', (write) => upsertOnceSchedule(write, { ...once, onceAt: at(onceAt) }))
}

describe('a schedule of the administrator’s own', () => {
  it('counts from now when its rule is changed', async () => {
    const office = await open()
    const id = await office.add({ cron: '0 2 * * *' })
    expect((await change(office, id, { everyMinutes: 15 })).next_due_at).toBe(at('2026-01-02T09:15:00Z'))
    const once = await change(office, id, { onceAt: at('2026-01-05T10:00:00Z') })
    expect(once).toMatchObject({ cron: null, every_minutes: null, next_due_at: at('2026-01-05T10:00:00Z') })
    expect((await change(office, id, { cron: '0 4 * * *' })).next_due_at).toBe(at('2026-01-03T04:00:00Z'))
  })

  it('keeps what is not named in the change', async () => {
    const office = await open()
    const id = await office.add({ cron: '0 2 * * *', args: { days: 3 }, expiresS: 60 })
    const row = await change(office, id, { name: 'Tidy up' })
    expect(row).toMatchObject({ name: 'Tidy up', cron: '0 2 * * *', args: '{"days":3}', expires_s: 60, enabled: 1 })
  })

  it('says who paused it, misses nothing of note meanwhile, and goes on from now when resumed', async () => {
    const office = await open()
    const id = await office.add({ everyMinutes: 60 })
    const paused = await change(office, id, { enabled: false })
    expect(restReasonOf(paused, office.terms.isModuleOn)).toEqual({ code: 'schedule.paused', params: { by: 'user:2' } })
    await office.hours(3)
    expect(office.occurrences('Tidy')).toEqual([])
    const resumed = await change(office, id, { enabled: true })
    expect(resumed.next_due_at).toBe(at('2026-01-02T13:00:00Z'))
    expect(office.occurrences('Tidy')).toEqual([])
  })

  it('is caught up where it fell due while the computer slept, though it was renamed before that was seen', async () => {
    const office = await open()
    const id = await office.add({ everyMinutes: 60, overlap: 'allow', misfire: 'all' })
    office.sleep(2 * HOUR)
    await change(office, id, { name: 'Tidy up' })
    expect(office.occurrences('Tidy up')).toEqual([
      '2026-01-02T10:00 enqueued schedule.caught_up',
      '2026-01-02T11:00 enqueued',
    ])
  })

  it('can be deleted, and its tasks stay', async () => {
    const office = await open()
    const id = await office.add({ everyMinutes: 60 })
    await office.hours(1)
    await office.write('user:1', (write) => removeOwnSchedule(write, readSchedule(write.db, id)))
    expect(() => readSchedule(office.db, id)).toThrow('schedule.not_found')
    expect(office.db.prepare('select count(*) from task').pluck().get()).toBe(1)
    expect(office.db.prepare('select count(*) from occurrence').pluck().get()).toBe(0)
  })

  it('that ran once can be given a new instant', async () => {
    const office = await open()
    const id = await office.add({ onceAt: at('2026-01-02T10:00:00Z') })
    await office.hours(1)
    expect(office.schedule('Tidy').enabled).toBe(0)
    await change(office, id, { onceAt: at('2026-01-02T12:00:00Z') })
    office.finishAll()
    await office.hours(2)
    expect(office.occurrences('Tidy')).toEqual(['2026-01-02T10:00 enqueued', '2026-01-02T12:00 enqueued'])
  })

  const REFUSED: [string, Partial<NewSchedule>, string, object][] = [
    ['no rule', {}, 'schedule.one_rule', { found: 'none of them' }],
    ['two rules', { cron: '0 2 * * *', everyMinutes: 5 }, 'schedule.one_rule', { found: 'cron, every_minutes' }],
    ['a rule that cannot be read', { cron: '0 25 * * *' }, 'schedule.cron_field', { field: 'hour', found: '25' }],
    ['a rule that never fires', { cron: '0 0 30 2 *' }, 'schedule.cron_never_fires', {}],
    ['every nought minutes', { everyMinutes: 0 }, 'schedule.every_minutes', { found: 0 }],
    ['every half minute', { everyMinutes: 0.5 }, 'schedule.every_minutes', { found: 0.5 }],
    [
      'an instant that has passed',
      { onceAt: at('2026-01-02T08:59:00Z') },
      'schedule.once_in_past',
      { once_at: '2026-01-02T08:59:00.000Z' },
    ],
    ['a name that is taken', { name: 'Pay', cron: '0 2 * * *' }, 'schedule.name_taken', { name: 'Pay' }],
    [
      'a working-day rule without days',
      { everyMinutes: 30, workingDay: 'after' },
      'schedule.working_day_needs_cron',
      { found: 'after' },
    ],
    ['no missed one to run', { cron: '0 2 * * *', misfireMost: 0 }, 'schedule.misfire_most', { found: 0 }],
    ['ten thousand missed ones to run', { cron: '0 2 * * *', misfireMost: 10_000 }, 'schedule.misfire_most', {}],
    ['an expiry before its start', { cron: '0 2 * * *', expiresS: -5 }, 'schedule.expires_before_start', { found: -5 }],
  ]

  it.each(REFUSED)('with %s is refused by name, and nothing is written', async (_what, typed, code, params) => {
    const office = await open()
    await expect(office.add(typed)).rejects.toMatchObject({ code, params })
    expect(office.db.prepare('select count(*) from schedule').pluck().get()).toBe(1)
  })

  it('is refused the same when it is changed, by what it then would be', async () => {
    const office = await open()
    const id = await office.add({ cron: '0 2 * * *', workingDay: 'before' })
    await expect(change(office, id, { everyMinutes: 30 })).rejects.toMatchObject({
      code: 'schedule.working_day_needs_cron',
    })
    await expect(change(office, id, { expiresS: 0 })).rejects.toMatchObject({ code: 'schedule.expires_before_start' })
    await expect(change(office, id, { name: 'Pay' })).rejects.toMatchObject({ code: 'schedule.name_taken' })
  })

  it('whose single instant has passed cannot be resumed', async () => {
    const office = await open()
    const id = await office.add({ onceAt: at('2026-01-02T10:00:00Z') })
    await change(office, id, { enabled: false })
    await office.hours(2)
    await expect(change(office, id, { enabled: true })).rejects.toMatchObject({ code: 'schedule.once_in_past' })
  })
})

describe('a built-in schedule', () => {
  it('can be changed, but not renamed, given another task or deleted', async () => {
    const office = await open()
    const { id } = office.schedule('Pay')
    expect(await change(office, id, { cron: '0 5 * * *', args: { period_id: 3 } })).toMatchObject({
      cron: '0 5 * * *',
      args: '{"period_id":3}',
    })
    await expect(change(office, id, { name: 'Mine' })).rejects.toMatchObject({
      code: 'schedule.built_in_fixed',
      params: { field: 'name' },
    })
    await expect(change(office, id, { task: 'test.tidy' })).rejects.toMatchObject({ code: 'schedule.built_in_fixed' })
    const removal = office.write('user:1', (write) => removeOwnSchedule(write, readSchedule(write.db, id)))
    await expect(removal).rejects.toMatchObject({ code: 'schedule.built_in_stays', kind: 'conflict' })
  })
})

describe('a schedule that a rule owns', () => {
  it('can be paused and resumed, and nothing else', async () => {
    const office = await open()
    const id = await ruleOwned(office)
    await expect(change(office, id, { cron: '0 2 * * *' })).rejects.toMatchObject({
      code: 'schedule.rule_fixed',
      params: { field: 'cron', owner: 'period:7' },
    })
    const removal = office.write('user:1', (write) => removeOwnSchedule(write, readSchedule(write.db, id)))
    await expect(removal).rejects.toMatchObject({ code: 'schedule.rule_stays' })
    expect((await change(office, id, { enabled: false })).next_due_at).toBeNull()
    expect((await change(office, id, { enabled: true })).next_due_at).toBe(at('2026-01-29T02:00:00Z'))
  })

  it('runs when it is resumed after its instant, with the reason', async () => {
    const office = await open()
    const id = await ruleOwned(office, '2026-01-02T10:00:00Z')
    await change(office, id, { enabled: false })
    await office.hours(5)
    expect(office.occurrences('January')).toEqual([])
    await change(office, id, { enabled: true })
    expect(office.occurrences('January')).toEqual(['2026-01-02T10:00 enqueued schedule.already_due'])
  })
})

describe('a run by hand', () => {
  it('is an occurrence of its own beside the rule', async () => {
    const office = await open()
    const id = await office.add({ cron: '0 2 * * *' })
    const first = await office.write('user:2', (write) => runByHand(write, readSchedule(write.db, id), office.terms))
    const second = await office.write('user:2', (write) => runByHand(write, readSchedule(write.db, id), office.terms))
    expect(second.taskId).not.toBe(first.taskId)
    expect(office.occurrenceRows('Tidy').map((row) => [row.due_at, row.state, row.task_id])).toEqual([
      [at('2026-01-02T09:00:00Z'), 'by_hand', first.taskId],
      [at('2026-01-02T09:00:00Z') + 1, 'by_hand', second.taskId],
    ])
    expect(office.enqueued[0]?.options.origin).toBe('user:2')
    expect(office.nextDue('Tidy')).toBe('2026-01-03T02:00')
  })

  it('holds up the rule’s own run while it lasts', async () => {
    const office = await open()
    const id = await office.add({ everyMinutes: 60 })
    await office.write('user:2', (write) => runByHand(write, readSchedule(write.db, id), office.terms))
    await office.hours(1)
    expect(office.occurrences('Tidy')[1]).toBe('2026-01-02T10:00 skipped schedule.still_running')
  })

  it('works while the schedule is paused, but not while its module is off', async () => {
    const office = await open()
    const { id } = office.schedule('Pay')
    await change(office, id, { enabled: false })
    const run = () => office.write('user:2', (write) => runByHand(write, readSchedule(write.db, id), office.terms))
    expect((await run()).taskId).toBeGreaterThan(0)
    office.modulesOff.add('payroll')
    await expect(run()).rejects.toMatchObject({ code: 'schedule.module_off', kind: 'conflict' })
    await office.run(HOUR)
    expect(office.enqueued).toHaveLength(1)
  })
})
