import { describe, expect, it } from 'vitest'
import { changeSchedule, readSchedule, removeSchedule, upsertOnceSchedule } from '../../../../jobs/engine/scheduler'
import type { Zone } from '../../../../jobs/values/time'
import { at, DAY, SchedulerOffice, settled } from './support/scheduler-office'

const NIGHTLY = { cron: '0 2 * * *' }

describe('a schedule of a single instant', () => {
  const once = (onceAt: string, more = {}) => ({
    name: 'Pay run of January',
    task: 'payroll.run',
    args: { period_id: 7 },
    onceAt: at(onceAt),
    zone: 'Europe/Lisbon' as Zone,
    origin: 'period:7',
    module: 'payroll',
    ...more,
  })

  it('fires once and rests, its occurrence kept', async () => {
    const office = await new SchedulerOffice('2026-01-20T09:00:00Z').open()
    await office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-29T02:00:00Z')))
    await settled()
    await office.hours(480)
    expect(office.occurrences('Pay run of January')).toEqual(['2026-01-29T02:00 enqueued'])
    expect(office.schedule('Pay run of January')).toMatchObject({ enabled: 0, next_due_at: null })
    expect(office.schedule('Pay run of January').rest_reason).toContain('schedule.once_done')
    expect(office.enqueued).toMatchObject([{ task: 'payroll.run', args: { period_id: 7 } }])
  })

  it('runs once on waking where the computer slept over it, with the reason', async () => {
    const office = await new SchedulerOffice('2026-01-26T09:00:00Z').open()
    await office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-29T02:00:00Z')))
    await settled()
    office.sleep(5 * DAY)
    await office.run(30_000)
    expect(office.occurrences('Pay run of January')).toEqual(['2026-01-29T02:00 enqueued schedule.caught_up'])
    expect(office.caughtUp[0]?.items).toHaveLength(1)
  })

  it('fires at once where its instant has passed already, and says so; nobody missed it', async () => {
    const office = await new SchedulerOffice('2026-03-01T09:00:00Z').open()
    await office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-29T02:00:00Z')))
    await settled()
    expect(office.occurrences('Pay run of January')).toEqual(['2026-01-29T02:00 enqueued schedule.already_due'])
    expect(office.caughtUp).toEqual([])
  })

  it('can be laid down again without firing again, and moved to fire anew', async () => {
    const office = await new SchedulerOffice('2026-03-01T09:00:00Z').open()
    const lay = async (onceAt: string) => {
      const id = await office.write('user:1', (write) => upsertOnceSchedule(write, once(onceAt)))
      await settled()
      office.finishAll()
      return id
    }
    const first = await lay('2026-01-29T02:00:00Z')
    expect(await lay('2026-01-29T02:00:00Z')).toBe(first)
    expect(office.enqueued).toHaveLength(1)
    expect(await lay('2026-03-02T02:00:00Z')).toBe(first)
    expect(office.nextDue('Pay run of January')).toBe('2026-03-02T02:00')
    await lay('2026-01-29T02:00:00Z')
    expect(office.schedule('Pay run of January').enabled).toBe(0)
    await lay('2026-03-02T02:00:00Z')
    await office.hours(48)
    expect(office.enqueued).toHaveLength(2)
  })

  it('keeps the pause the administrator gave it when its rule moves it', async () => {
    const office = await new SchedulerOffice('2026-01-20T09:00:00Z').open()
    const id = await office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-29T02:00:00Z')))
    await office.write('user:1', (write) =>
      changeSchedule(write, readSchedule(write.db, id), { enabled: false }, office.terms),
    )
    await office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-30T02:00:00Z')))
    await office.hours(480)
    expect(office.enqueued).toEqual([])
    expect(office.schedule('Pay run of January')).toMatchObject({ enabled: 0, once_at: at('2026-01-30T02:00:00Z') })
  })

  it('goes when its rule takes it away', async () => {
    const office = await new SchedulerOffice('2026-01-20T09:00:00Z').open()
    await office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-29T02:00:00Z')))
    expect(await office.write('user:1', (write) => removeSchedule(write, 'Pay run of January'))).toBe(true)
    expect(await office.write('user:1', (write) => removeSchedule(write, 'Pay run of January'))).toBe(false)
    await office.hours(480)
    expect(office.enqueued).toEqual([])
  })

  it('does not take over a schedule of somebody else', async () => {
    const office = await new SchedulerOffice('2026-01-20T09:00:00Z').open()
    await office.add({ ...NIGHTLY, name: 'Pay run of January' })
    const taken = office.write('user:1', (write) => upsertOnceSchedule(write, once('2026-01-29T02:00:00Z')))
    await expect(taken).rejects.toMatchObject({ code: 'schedule.name_taken' })
  })
})
