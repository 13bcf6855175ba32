import { describe, expect, it } from 'vitest'
import { auditHead } from '../../../../db/queries/shared/audit'
import { type BuiltIn, changeSchedule, readSchedule, restReasonOf } from '../../../../jobs/engine/scheduler'
import type { Zone } from '../../../../jobs/values/time'
import { SchedulerOffice, settled } from './support/scheduler-office'

const NIGHTLY: BuiltIn = { name: 'Tidy nightly', task: 'test.tidy', cron: '0 2 * * *', module: null }
const PAY: BuiltIn = {
  name: 'Pay',
  task: 'payroll.run',
  args: { period_id: 1 },
  cron: '0 2 * * *',
  expiresSeconds: 3600,
  module: 'payroll',
}

async function change(office: SchedulerOffice, name: string, patch: Parameters<typeof changeSchedule>[2]) {
  const { id } = office.schedule(name)
  await office.write('user:1', (write) => changeSchedule(write, readSchedule(write.db, id), patch, office.terms))
  await settled()
}

describe('the built-in schedules', () => {
  it('are laid down at the first start in the office’s zone, with an entry in the audit chain each', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY, PAY])
    expect(office.schedule('Pay')).toMatchObject({
      task: 'payroll.run',
      args: '{"period_id":1}',
      cron: '0 2 * * *',
      zone: 'Europe/Lisbon',
      expires_s: 3600,
      origin: 'built_in',
      module: 'payroll',
      enabled: 1,
      misfire: 'latest',
    })
    expect(office.nextDue('Pay')).toBe('2026-07-02T01:00')
    const actions = office.db.prepare('select action, actor from audit order by seq desc limit 2').all()
    expect(actions).toEqual([
      { action: 'schedule.added', actor: 'system' },
      { action: 'schedule.added', actor: 'system' },
    ])
  })

  it('change nothing at the next start', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY, PAY])
    const before = [office.schedule('Pay'), auditHead(office.db)]
    await office.close()
    await office.open([NIGHTLY, PAY])
    expect([office.schedule('Pay'), auditHead(office.db)]).toEqual(before)
  })

  it('stand on whole half-hours, every thirty minutes, whenever the office was installed', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:07:00Z').open([
      { name: 'Sync', task: 'test.tidy', everyMinutes: 30, module: null },
    ])
    expect(office.nextDue('Sync')).toBe('2026-07-01T09:30')
  })

  it('keep what the administrator changed and follow a newer version in the rest', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([PAY])
    await change(office, 'Pay', { cron: '30 4 * * *' })
    await office.close()
    await office.open([{ ...PAY, cron: '0 1 * * *', args: { period_id: 2 }, expiresSeconds: 60 }])
    expect(office.schedule('Pay')).toMatchObject({ cron: '30 4 * * *', args: '{"period_id":2}', expires_s: 60 })
    expect(office.nextDue('Pay')).toBe('2026-07-02T03:30')
  })

  it('follow a newer version’s rule where nobody touched it', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY])
    await office.close()
    await office.open([{ name: 'Tidy nightly', task: 'test.tidy', everyMinutes: 60, module: null }])
    expect(office.schedule('Tidy nightly')).toMatchObject({ cron: null, every_minutes: 60 })
    expect(office.nextDue('Tidy nightly')).toBe('2026-07-01T10:00')
  })

  it('move with the office to another zone, unless they were given a zone of their own', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY, PAY])
    await change(office, 'Pay', { zone: 'Asia/Kathmandu' as Zone })
    office.zone = 'America/New_York' as Zone
    office.emit({ type: 'setting_changed', name: 'office' })
    await settled()
    expect(office.schedule('Tidy nightly').zone).toBe('America/New_York')
    expect(office.nextDue('Tidy nightly')).toBe('2026-07-02T06:00')
    expect(office.schedule('Pay').zone).toBe('Asia/Kathmandu')
    expect(office.nextDue('Pay')).toBe('2026-07-01T20:15')
  })

  it('are caught up at the start even where a newer version has moved them meanwhile', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY])
    await office.close()
    office.sleep(24 * 3_600_000)
    await office.open([{ ...NIGHTLY, cron: '0 20 * * *' }])
    expect(office.occurrences('Tidy nightly')).toEqual(['2026-07-02T01:00 enqueued schedule.caught_up'])
    expect(office.enqueued).toHaveLength(1)
    expect(office.nextDue('Tidy nightly')).toBe('2026-07-02T19:00')
  })

  it('rest with the reason when this version no longer has them, and come back with one that does', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY, PAY])
    await office.close()
    await office.open([NIGHTLY])
    expect(restReasonOf(office.schedule('Pay'), office.terms.isModuleOn)?.code).toBe('schedule.built_in_gone')
    expect(office.nextDue('Pay')).toBeNull()
    await office.close()
    await office.open([NIGHTLY, PAY])
    expect(office.schedule('Pay')).toMatchObject({ enabled: 1, rest_reason: null })
    expect(office.nextDue('Pay')).toBe('2026-07-02T01:00')
  })

  it('stay paused over a start', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([NIGHTLY])
    await change(office, 'Tidy nightly', { enabled: false })
    await office.close()
    office.sleep(48 * 3_600_000)
    await office.open([NIGHTLY])
    expect(office.nextDue('Tidy nightly')).toBeNull()
    expect(office.enqueued).toEqual([])
    await change(office, 'Tidy nightly', { enabled: true })
    expect(office.enqueued).toEqual([])
    expect(office.nextDue('Tidy nightly')).toBe('2026-07-04T01:00')
  })

  it('take another name where the administrator has theirs', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([])
    await office.add({ name: 'Tidy nightly', cron: '0 5 * * *' })
    await office.close()
    await office.open([NIGHTLY])
    await office.close()
    await office.open([NIGHTLY])
    expect(office.schedule('Tidy nightly')).toMatchObject({ cron: '0 5 * * *', origin: 'user:1' })
    expect(office.schedule('Tidy nightly (Daybook)')).toMatchObject({
      cron: '0 2 * * *',
      origin: 'built_in',
      enabled: 1,
    })
  })

  it.each([
    ['two of one name', [NIGHTLY, NIGHTLY], 'two built-in schedules are called'],
    ['a task that is none', [{ ...NIGHTLY, task: 'test.nothing' }], 'names no task'],
    ['no rule', [{ name: 'X', task: 'test.tidy', module: null }], 'needs one rule'],
    ['a rule that never fires', [{ ...NIGHTLY, cron: '0 0 30 2 *' }], 'schedule.cron_never_fires'],
  ])('%s is found when the office is put together', async (_what, builtIn: BuiltIn[], message) => {
    await expect(new SchedulerOffice('2026-07-01T09:00:00Z').open(builtIn)).rejects.toThrow(message)
  })
})

describe('the schedules of a module', () => {
  it('rest while it is off and go on from now when it is switched on', async () => {
    const office = new SchedulerOffice('2026-07-01T09:00:00Z')
    office.modulesOff.add('payroll')
    await office.open([NIGHTLY, PAY])
    expect(office.nextDue('Pay')).toBeNull()
    expect(restReasonOf(office.schedule('Pay'), office.terms.isModuleOn)).toEqual({
      code: 'schedule.module_off',
      params: { module: 'payroll' },
    })
    await office.hours(48)
    expect(office.occurrences('Pay')).toEqual([])
    office.modulesOff.clear()
    office.emit({ type: 'setting_changed', name: 'modules' })
    await settled()
    expect(office.nextDue('Pay')).toBe('2026-07-04T01:00')
    expect(office.occurrences('Pay')).toEqual([])
  })

  it('do not run once it has been switched off', async () => {
    const office = await new SchedulerOffice('2026-07-01T09:00:00Z').open([PAY])
    office.modulesOff.add('payroll')
    await office.hours(24)
    expect(office.enqueued).toEqual([])
    expect(office.nextDue('Pay')).toBeNull()
  })
})
