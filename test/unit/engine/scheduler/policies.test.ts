import { describe, expect, it } from 'vitest'
import { changeSchedule, jitterSeconds, readSchedule } from '../../../../jobs/engine/scheduler'
import { instant } from '../../../../jobs/values/time'
import { at, DAY, HOUR, MINUTE, SchedulerOffice, settled } from './support/scheduler-office'

const NIGHTLY = { cron: '0 2 * * *' }
const open = () => new SchedulerOffice('2026-01-02T09:00:00Z').open()
const end = async (office: SchedulerOffice, index: number) => {
  office.finish(office.enqueued[index]?.taskId ?? 0)
  await settled()
}

describe('what was missed', () => {
  it('with skip does not run, and each instant says so', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, misfire: 'skip' })
    office.sleep(3 * DAY)
    await office.run(MINUTE)
    expect(office.enqueued).toEqual([])
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-03T02:00 skipped schedule.misfire_skipped',
      '2026-01-04T02:00 skipped schedule.misfire_skipped',
      '2026-01-05T02:00 skipped schedule.misfire_skipped',
    ])
    expect(office.caughtUp[0]?.items[0]).toMatchObject({ ran: 0, reason: { code: 'schedule.misfire_skipped' } })
    expect(office.nextDue('Tidy')).toBe('2026-01-06T02:00')
  })

  it('with skip runs what is due just now', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, misfire: 'skip' })
    await office.setClock('2026-01-05T02:00:30Z')
    expect(office.occurrences('Tidy').at(-1)).toBe('2026-01-05T02:00 enqueued')
    expect(office.enqueued).toHaveLength(1)
  })

  it('with skip over months leaves a thousand rows and one for the rest', async () => {
    const office = await open()
    await office.add({ cron: '0 * * * *', misfire: 'skip' })
    office.sleep(50 * DAY + MINUTE * 30)
    await office.run(MINUTE)
    expect(office.occurrences('Tidy')).toHaveLength(1001)
    expect(office.occurrences('Tidy')[0]).toBe('2026-01-02T10:00 skipped schedule.misfire_skipped_many')
    expect(office.enqueued).toEqual([])
  })

  it('with all runs one after another, oldest first, up to its number', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, misfire: 'all', misfireMost: 3 })
    office.sleep(5 * DAY)
    await office.run(MINUTE)
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-03T02:00 coalesced schedule.beyond_most',
      '2026-01-04T02:00 coalesced schedule.beyond_most',
      '2026-01-05T02:00 enqueued schedule.caught_up',
      '2026-01-06T02:00 queued schedule.waits_in_line',
      '2026-01-07T02:00 queued schedule.waits_in_line',
    ])
    expect(office.caughtUp[0]?.items[0]).toMatchObject({ ran: 3, coalesced: 2 })
    await end(office, 0)
    expect(office.occurrences('Tidy')[3]).toBe('2026-01-06T02:00 enqueued schedule.waited')
    expect(office.enqueued).toHaveLength(2)
    await end(office, 1)
    await end(office, 2)
    expect(office.occurrences('Tidy')[4]).toBe('2026-01-07T02:00 enqueued schedule.waited')
    expect(office.enqueued).toHaveLength(3)
    await end(office, 2)
    expect(office.enqueued).toHaveLength(3)
  })

  it('with all, where they may overlap, runs all at once', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, misfire: 'all', overlap: 'allow' })
    office.sleep(3 * DAY)
    await office.run(MINUTE)
    expect(office.occurrences('Tidy').map((one) => one.split(' ')[1])).toEqual(['enqueued', 'enqueued', 'enqueued'])
  })

  it('with all, where each replaces the one before, runs the last', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, misfire: 'all', overlap: 'replace' })
    office.sleep(3 * DAY)
    await office.run(MINUTE)
    expect(office.occurrences('Tidy').map((one) => one.split(' ')[1])).toEqual(['coalesced', 'coalesced', 'enqueued'])
  })
})

describe('an occurrence whose predecessor has not ended', () => {
  const EVERY_TEN = { everyMinutes: 10 }

  it('with queue waits its turn, oldest first, over a restart too', async () => {
    const office = await open()
    await office.add({ ...EVERY_TEN, overlap: 'queue' })
    await office.run(30 * MINUTE)
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-02T09:10 enqueued',
      '2026-01-02T09:20 queued schedule.waits_in_line',
      '2026-01-02T09:30 queued schedule.waits_in_line',
    ])
    await office.close('killed')
    office.finish(office.enqueued[0]?.taskId ?? 0)
    await office.open()
    expect(office.occurrences('Tidy').slice(1)).toEqual([
      '2026-01-02T09:20 enqueued schedule.waited',
      '2026-01-02T09:30 queued schedule.waits_in_line',
    ])
    await end(office, 1)
    await end(office, 2)
    expect(office.enqueued).toHaveLength(3)
  })

  it('with queue is left out once a thousand wait', async () => {
    const office = await open()
    await office.add({ everyMinutes: 1, overlap: 'queue', misfire: 'all', misfireMost: 1000 })
    office.sleep(999 * MINUTE)
    await office.run(MINUTE)
    office.sleep(50 * MINUTE)
    await office.run(MINUTE)
    const rows = office.occurrences('Tidy')
    expect(rows.filter((one) => one.includes(' queued '))).toHaveLength(1000)
    expect(rows.at(-1)).toContain('skipped schedule.queue_full')
  })

  it('with replace has it ended, and starts when it has', async () => {
    const office = await open()
    await office.add({ ...EVERY_TEN, overlap: 'replace' })
    await office.run(30 * MINUTE)
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-02T09:10 enqueued',
      '2026-01-02T09:20 skipped schedule.replaced',
      '2026-01-02T09:30 queued schedule.replaces',
    ])
    expect(office.revoked[0]).toEqual({ taskId: office.enqueued[0]?.taskId, terminate: true })
    await end(office, 0)
    expect(office.occurrences('Tidy')[2]).toBe('2026-01-02T09:30 enqueued schedule.waited')
    expect(office.enqueued).toHaveLength(2)
  })

  it('with allow starts beside it', async () => {
    const office = await open()
    await office.add({ ...EVERY_TEN, overlap: 'allow' })
    await office.run(30 * MINUTE)
    expect(office.enqueued).toHaveLength(3)
  })

  it('does not start what waited once the schedule is paused', async () => {
    const office = await open()
    const id = await office.add({ ...EVERY_TEN, overlap: 'queue' })
    await office.run(20 * MINUTE)
    await office.write('user:2', (write) =>
      changeSchedule(write, readSchedule(write.db, id), { enabled: false }, office.terms),
    )
    await settled()
    await end(office, 0)
    expect(office.occurrences('Tidy')[1]).toBe('2026-01-02T09:20 skipped schedule.paused')
    expect(office.enqueued).toHaveLength(1)
  })
})

describe('a start that is spread', () => {
  it('is set after its instant, by the same seconds whenever it is asked, within its bound', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, jitterS: 600, expiresS: 3600 })
    await office.setClock('2026-01-03T02:00:00Z')
    const due = at('2026-01-03T02:00:00Z')
    const seconds = jitterSeconds(1, due, 600)
    expect(office.enqueued[0]?.options).toMatchObject({ eta: instant(due + seconds * 1000), expiresSeconds: 3600 })
    expect(office.occurrences('Tidy')).toEqual(['2026-01-03T02:00 enqueued schedule.spread'])
    const spread = Array.from({ length: 1000 }, (_, n) => jitterSeconds(1, instant(due + n * DAY), 600))
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...spread)).toBeLessThanOrEqual(600)
    expect(new Set(spread).size).toBeGreaterThan(400)
  })

  it('is at once where the instant was missed by more than that', async () => {
    const office = await open()
    await office.add({ ...NIGHTLY, jitterS: 600 })
    office.sleep(20 * HOUR)
    await office.run(MINUTE)
    expect(office.enqueued[0]?.options.eta).toBeUndefined()
    expect(office.occurrences('Tidy')).toEqual(['2026-01-03T02:00 enqueued schedule.caught_up'])
  })
})
