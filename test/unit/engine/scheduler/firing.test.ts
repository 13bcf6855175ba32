import { describe, expect, it } from 'vitest'
import { whileClosed } from '../../../../jobs/engine/scheduler'
import { at, DAY, MINUTE, SchedulerOffice } from './support/scheduler-office'

const NIGHTLY = { cron: '0 2 * * *' }

describe('a schedule on time', () => {
  it('enqueues its task at its instant, with its arguments and expiry, and sets the next one', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add({ ...NIGHTLY, args: { days: 7 }, expiresS: 3600 })
    await office.hours(16)
    await office.run(59 * MINUTE)
    expect(office.enqueued).toEqual([])
    await office.run(MINUTE)
    expect(office.enqueued).toMatchObject([
      { task: 'test.tidy', args: { days: 7 }, options: { expiresSeconds: 3600, origin: 'schedule:1' } },
    ])
    expect(office.occurrences('Tidy')).toEqual(['2026-01-03T02:00 enqueued'])
    expect(office.nextDue('Tidy')).toBe('2026-01-04T02:00')
    expect(office.caughtUp).toEqual([])
  })

  it('writes occurrence, task and next due instant together or not at all', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    let failures = 0
    office.beforeCommit = () => {
      if (failures++ < 2) throw new Error('the disk is full')
    }
    await office.hours(17)
    expect(office.db.prepare('select count(*) from task').pluck().get()).toBe(0)
    expect(office.occurrences('Tidy')).toEqual([])
    expect(office.problems).toHaveLength(1)
    expect(office.scheduler.status().problem).toBeInstanceOf(Error)
    await office.run(30_000)
    expect(office.occurrences('Tidy')).toEqual(['2026-01-03T02:00 enqueued'])
    expect(office.scheduler.status().problem).toBeNull()
  })

  it('follows every so many minutes through a change of the clock', async () => {
    const office = await new SchedulerOffice('2026-03-29T00:30:00Z').open()
    await office.add({ everyMinutes: 20 })
    for (let i = 0; i < 3; i++) {
      await office.run(20 * MINUTE)
      office.finishAll()
    }
    expect(office.occurrences('Tidy')).toEqual([
      '2026-03-29T00:50 enqueued',
      '2026-03-29T01:10 enqueued',
      '2026-03-29T01:30 enqueued',
    ])
  })

  it('skips an occurrence while the task of an earlier one is unfinished, and says so', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add({ everyMinutes: 10 })
    await office.run(20 * MINUTE)
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-02T09:10 enqueued',
      '2026-01-02T09:20 skipped schedule.still_running',
    ])
    office.finishAll()
    await office.run(10 * MINUTE)
    expect(office.occurrences('Tidy')[2]).toBe('2026-01-02T09:30 enqueued')
  })

  it('does not double what somebody has started by hand', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    const byHand = await office.write('user:1', (write) => write.enqueue('payroll.run', { period_id: 7 }))
    await office.add({ name: 'Pay', task: 'payroll.run', args: { period_id: 7 }, everyMinutes: 10 })
    await office.run(10 * MINUTE)
    expect(office.occurrences('Pay')).toEqual(['2026-01-02T09:10 skipped schedule.same_work_waits'])
    expect(office.occurrenceRows('Pay')[0]?.task_id).toBe(byHand.taskId)
    expect(office.enqueued).toHaveLength(1)
  })

  it('says why, when the engine refuses its task, and goes on', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add({ everyMinutes: 10, task: 'payroll.run', args: {} })
    await office.add({ name: 'Good', everyMinutes: 10 })
    await office.run(10 * MINUTE)
    expect(office.occurrences('Tidy')).toEqual(['2026-01-02T09:10 skipped engine.bad_arguments'])
    expect(office.occurrences('Good')).toEqual(['2026-01-02T09:10 enqueued'])
    expect(office.nextDue('Tidy')).toBe('2026-01-02T09:20')
  })

  it('one schedule in trouble does not hold up the others', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    const bad = await office.add({ name: 'Bad', everyMinutes: 10 })
    await office.add({ name: 'Good', everyMinutes: 10 })
    office.db.exec(`create trigger trouble before insert on occurrence when new.schedule_id = ${bad}
      begin select raise(abort, 'corrupt'); end`)
    await office.run(10 * MINUTE)
    expect(office.occurrences('Good')).toEqual(['2026-01-02T09:10 enqueued'])
    expect(office.occurrences('Bad')).toEqual([])
    office.db.exec('drop trigger trouble')
    await office.run(30_000)
    expect(office.occurrences('Bad')).toEqual(['2026-01-02T09:10 enqueued'])
  })
})

describe('a schedule that was missed', () => {
  it('runs once on waking, the older ones coalesced into it, and one list tells of it', async () => {
    const office = await new SchedulerOffice('2026-01-26T01:00:00Z').open()
    await office.add(NIGHTLY)
    await office.run(10 * MINUTE)
    office.sleep(5 * DAY)
    await office.run(30_000)
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-26T02:00 coalesced schedule.coalesced',
      '2026-01-27T02:00 coalesced schedule.coalesced',
      '2026-01-28T02:00 coalesced schedule.coalesced',
      '2026-01-29T02:00 coalesced schedule.coalesced',
      '2026-01-30T02:00 enqueued schedule.caught_up',
    ])
    expect(office.enqueued).toHaveLength(1)
    const [older] = office.occurrenceRows('Tidy')
    const latest = office.occurrenceRows('Tidy')[4]
    expect(JSON.parse(older?.reason ?? '')).toEqual({
      code: 'schedule.coalesced',
      params: { ran: '2026-01-30T02:00:00.000Z' },
    })
    expect(JSON.parse(latest?.reason ?? '')).toEqual({
      code: 'schedule.caught_up',
      params: { due: '2026-01-30T02:00:00.000Z', woke: '2026-01-31T01:10:30.000Z', late_s: 83_430 },
    })
    expect(latest?.late_s).toBe(83_430)
    expect(office.caughtUp).toMatchObject([
      {
        from: at('2026-01-26T01:10:30Z'),
        to: at('2026-01-31T01:10:30Z'),
        items: [
          {
            name: 'Tidy',
            taskId: 1,
            due: at('2026-01-30T02:00:00Z'),
            firstDue: at('2026-01-26T02:00:00Z'),
            coalesced: 4,
          },
        ],
      },
    ])
    expect(whileClosed(office.db).map((row) => row.state)).toEqual([
      'enqueued',
      'coalesced',
      'coalesced',
      'coalesced',
      'coalesced',
    ])
    expect(office.nextDue('Tidy')).toBe('2026-01-31T02:00')
  })

  it('is caught up at the next start, from the goodbye of the office before', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    await office.add({ name: 'Hourly', cron: '0 * * * *' })
    await office.close()
    office.sleep(2 * DAY)
    await office.open()
    expect(office.occurrences('Tidy')).toEqual([
      '2026-01-03T02:00 coalesced schedule.coalesced',
      '2026-01-04T02:00 enqueued schedule.caught_up',
    ])
    expect(office.occurrences('Hourly')).toHaveLength(48)
    expect(office.occurrences('Hourly')[47]).toBe('2026-01-04T09:00 enqueued schedule.caught_up')
    expect(office.enqueued).toHaveLength(2)
    expect(office.caughtUp).toHaveLength(1)
    expect(office.caughtUp[0]).toMatchObject({ from: at('2026-01-02T09:00:00Z'), to: at('2026-01-04T09:00:00Z') })
    expect(office.caughtUp[0]?.items.map((item) => [item.name, item.coalesced])).toEqual([
      ['Hourly', 47],
      ['Tidy', 1],
    ])
  })

  it('counts as missed from the first instant where the office was killed', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    await office.close('killed')
    office.sleep(DAY)
    await office.open()
    expect(office.caughtUp[0]?.from).toBe(at('2026-01-03T02:00:00Z'))
  })

  it('is on time up to a minute after its instant', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add(NIGHTLY)
    await office.setClock('2026-01-03T02:01:00Z')
    expect(office.occurrences('Tidy')).toEqual(['2026-01-03T02:00 enqueued'])
    await office.setClock('2026-01-04T02:01:01Z')
    office.finishAll()
    expect(office.occurrences('Tidy')[1]).toBe('2026-01-04T02:00 skipped schedule.still_running')
    await office.setClock('2026-01-05T02:01:01Z')
    expect(office.occurrences('Tidy')[2]).toBe('2026-01-05T02:00 enqueued schedule.caught_up')
  })

  it('writes a thousand rows at most, and one that stands for the rest', async () => {
    const office = await new SchedulerOffice('2026-01-02T09:00:00Z').open()
    await office.add({ cron: '0 * * * *' })
    office.sleep(50 * DAY)
    await office.run(30_000)
    const rows = office.occurrences('Tidy')
    expect(rows).toHaveLength(1001)
    expect(rows[0]).toBe('2026-01-02T10:00 coalesced schedule.coalesced_many')
    expect(rows[1000]).toBe('2026-02-21T09:00 enqueued schedule.caught_up')
    const { params } = JSON.parse(office.occurrenceRows('Tidy')[0]?.reason ?? '')
    expect(params).toMatchObject({ count: '200', from: '2026-01-02T10:00:00.000Z', ran: '2026-02-21T09:00:00.000Z' })
    expect(office.caughtUp[0]?.items[0]?.coalesced).toBe(1199)
  })

  it('is not counted out where the computer slept for years', async () => {
    const office = await new SchedulerOffice('2001-01-01T00:30:00Z').open()
    await office.add({ cron: '*/15 * * * *' })
    await office.setClock('2026-06-01T12:07:00Z')
    const rows = office.occurrences('Tidy')
    expect(rows.length).toBeLessThanOrEqual(1001)
    expect(rows[rows.length - 1]).toBe('2026-06-01T12:00 enqueued schedule.caught_up')
    expect(office.occurrenceRows('Tidy')[0]?.reason).toContain('more than 2000')
    expect(office.nextDue('Tidy')).toBe('2026-06-01T12:15')
  })
})
