import { describe, expect, it } from 'vitest'
import { latestOccurrences } from '../../../../db/queries/schedule'
import {
  createSchedule,
  createScheduler,
  type WhileClosed,
  whileClosedNotice,
  workingDays,
} from '../../../../jobs/engine/scheduler'
import { recordAudit } from '../../../../jobs/shared/audit'
import { addNotice, unseenNotices } from '../../../../jobs/shared/notices'
import type { Zone } from '../../../../jobs/values/time'
import { wordReason } from '../../../../jobs/words'
import { makeEngine } from '../../../support/engine'
import { at } from './support/scheduler-office'

const NEVER = { set: () => null, clear: () => {} }
const TERMS = { isModuleOn: () => true, days: workingDays() }
const LISBON = 'Europe/Lisbon' as Zone

async function openOffice() {
  const made = makeEngine()
  made.clock.set(at('2026-01-02T09:00:00Z'))
  await made.engine.start()
  const caughtUp: WhileClosed[] = []
  const scheduler = createScheduler({
    engine: made.engine,
    builtIn: [{ name: 'Nightly', task: 'test.echo', args: { from: 'the schedule' }, cron: '0 2 * * *', module: null }],
    isModuleOn: () => true,
    audit: recordAudit,
    onCaughtUp: (write, closed) => {
      caughtUp.push(closed)
      addNotice(write, whileClosedNotice(closed))
    },
    timers: NEVER,
  })
  await scheduler.start()
  return { ...made, scheduler, caughtUp }
}

describe('the scheduler on the real engine', () => {
  it('runs the task of a missed occurrence once, from enqueue to result, and leaves one notice', async () => {
    const { engine, db, clock, scheduler, caughtUp } = await openOffice()
    clock.advance(5 * 86_400_000)
    await scheduler.tick()
    const [latest, ...older] = latestOccurrences(db, 1, 10)
    expect(latest).toMatchObject({ state: 'enqueued', due_at: at('2026-01-07T02:00:00Z') })
    expect(older.map((row) => row.state)).toEqual(['coalesced', 'coalesced', 'coalesced', 'coalesced'])
    const finished = await engine.finished(latest?.task_id ?? 0)
    expect(finished).toMatchObject({ state: 'SUCCESS', result: { from: 'the schedule' } })
    expect(caughtUp).toHaveLength(1)
    const [notice] = unseenNotices(db)
    expect(notice).toMatchObject({
      kind: 'while_closed',
      reason: { params: { ran: 1, coalesced: 4, ran_names: 'Nightly' } },
    })
    expect(wordReason(notice?.reason ?? { code: '', params: {} }).message).toMatch(
      /What fell due meanwhile was caught up, each once: Nightly\.$/,
    )
    await scheduler.stop()
    await engine.stop(1_000)
  })

  it('counts the expiry of a late task from its start of waiting, not from the instant it missed', async () => {
    const { engine, db, clock, scheduler } = await openOffice()
    const typed = {
      name: 'Short',
      task: 'test.noop',
      args: {},
      zone: LISBON,
      expiresS: 60,
      enabled: true,
      module: null,
    }
    const row = await engine.write('user:1', (write) => createSchedule(write, { ...typed, cron: '0 2 * * *' }, TERMS))
    clock.advance(5 * 86_400_000)
    await scheduler.tick()
    const [latest] = latestOccurrences(db, row.id, 1)
    expect((await engine.finished(latest?.task_id ?? 0)).state).toBe('SUCCESS')
    await scheduler.stop()
    await engine.stop(1_000)
  })

  it('hears of a new schedule without a timer, and stops with the office', async () => {
    const { engine, db, clock, scheduler } = await openOffice()
    const typed = {
      name: 'Soon',
      task: 'test.noop',
      args: {},
      zone: LISBON,
      expiresS: null,
      enabled: true,
      module: null,
    }
    const row = await engine.write('user:1', (write) => createSchedule(write, { ...typed, everyMinutes: 1 }, TERMS))
    expect(scheduler.status().nextDueAt).toBe(row.next_due_at)
    await scheduler.stop()
    clock.advance(3_600_000)
    await scheduler.tick()
    expect(latestOccurrences(db, row.id, 10)).toEqual([])
    await engine.stop(1_000)
  })
})
