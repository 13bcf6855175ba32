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

describe('when the clock goes back over what was lived through', () => {
  it('and the computer then sleeps for months, the row that stands for many begins after what was decided', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:30:00Z').open()
    await office.add({ cron: '0 * * * *', overlap: 'allow' })
    await office.hours(6)
    await office.setClock('2026-01-02T11:30:00Z')
    await office.setClock('2026-03-20T09:30:00Z')
    const rows = office.occurrences('Tidy')
    expect(rows[5]).toMatch(/^2026-01-02T15:00 enqueued/)
    expect(rows[6]).toBe('2026-01-02T16:00 coalesced schedule.coalesced_many')
    expect(rows).toHaveLength(6 + 1 + 1000)
  })

  it('a task that still runs is known, though more than twenty instants after it had run before', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:30:00Z').open()
    await office.add({ cron: '0 * * * *' })
    for (let n = 0; n < 40; n++) {
      await office.hours(1)
      office.finishAll()
    }
    await office.setClock('2026-01-02T04:30:00Z')
    await office.hours(2)
    expect(office.occurrences('Tidy')[0]).toMatch(/^2026-01-02T05:00 enqueued/)
    expect(office.occurrences('Tidy')[1]).toBe('2026-01-02T06:00 skipped schedule.still_running')
  })
})
