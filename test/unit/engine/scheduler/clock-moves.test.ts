import { describe, expect, it } from 'vitest'
import { at, SchedulerOffice } from './support/scheduler-office'

const NIGHTLY = { cron: '0 2 * * *' }

describe('when the clock is moved', () => {
  it('back: nothing that ran runs again, and the time until then is lived through anew', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    await office.setClock('2026-01-03T02:00:10Z')
    await office.setClock('2026-01-04T02:00:10Z')
    office.finishAll()
    expect(office.enqueued).toHaveLength(1)
    await office.setClock('2026-01-02T12:00:00Z')
    expect(office.nextDue('Tidy')).toBe('2026-01-03T02:00')
    await office.hours(72)
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-03T02:00 enqueued',
      '2026-01-04T02:00 skipped schedule.still_running',
      '2026-01-05T02:00 enqueued',
    ])
    expect(office.enqueued).toHaveLength(2)
  })

  it('back without a word: it is noticed within half a minute', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    office.clock.wall = at('2026-01-01T01:00:00Z')
    await office.run(30_000)
    expect(office.nextDue('Tidy')).toBe('2026-01-01T02:00')
  })

  it('back and on again: what was coalesced is not run after all', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    await office.setClock('2026-01-06T09:00:00Z')
    office.finishAll()
    const before = office.occurrences('Tidy')
    await office.setClock('2026-01-02T09:00:00Z')
    await office.hours(96)
    expect(office.occurrences('Tidy')).toEqual(before)
    expect(office.enqueued).toHaveLength(1)
  })

  it('while the office was closed: the next instant follows the clock as it is at the start', async () => {
    const office = await new SchedulerOffice('2026-06-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    await office.close()
    office.clock.wall = at('2026-01-02T09:00:00Z')
    await office.open()
    expect(office.nextDue('Tidy')).toBe('2026-01-03T02:00')
  })
})
