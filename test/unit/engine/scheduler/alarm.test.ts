import { describe, expect, it } from 'vitest'
import { MINUTE, SchedulerOffice } from './support/scheduler-office'

describe('the timer', () => {
  it('rings twice a minute at most while nothing is due', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add({ cron: '0 * * * *' })
    office.timers = []
    await office.run(59 * MINUTE)
    expect(office.timers.length).toBeLessThanOrEqual(118)
    expect(Math.max(...office.timers)).toBeLessThanOrEqual(60_000)
  })

  it('goes straight to an instant that is less than a minute away', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:59:15Z').open()
    office.timers = []
    await office.add({ cron: '0 * * * *' })
    expect(office.timers).toEqual([45_000])
  })

  it('is set anew when a schedule is added, and cleared at the end', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:59:15Z').open()
    await office.add({ cron: '0 * * * *' })
    await office.close()
    await office.hours(24)
    expect(office.occurrences('Tidy')).toEqual([])
  })
})
