import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, toIso, type Zone } from '../../../../jobs/values/time'
import { Walk } from './support/minute-walker'
import { at, HOUR, MINUTE, SchedulerOffice, settled } from './support/scheduler-office'

type Step = { kind: 'awake' | 'sleep' | 'restart' | 'crash' | 'forward' | 'back'; minutes: number }

const step = (kinds: Step['kind'][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), minutes: fc.integer({ min: 1, max: 36 * 60 }) })

const RULES = ['*/30 * * * *', '0 * * * *', '30 1 * * *', '0 2 * * *', '15 */5 * * 1-6']
const ZONES = ['Europe/Lisbon', 'Australia/Lord_Howe', 'America/New_York'] as Zone[]
const STARTS = ['2026-03-27T09:00:00Z', '2026-10-23T09:00:00Z', '2026-04-03T09:00:00Z', '2026-10-30T18:20:00Z']

/** Whatever happens to the computer; tasks end at once. */
async function live(office: SchedulerOffice, { kind, minutes }: Step): Promise<void> {
  if (kind === 'awake') await office.run((minutes / 6) * MINUTE)
  if (kind === 'sleep') office.sleep(minutes * MINUTE)
  if (kind === 'forward' || kind === 'back') {
    office.clock.wall += (kind === 'back' ? -minutes : minutes) * MINUTE
    office.clock.announceJump()
  }
  if (kind === 'restart' || kind === 'crash') {
    await office.close(kind === 'crash' ? 'killed' : 'well')
    office.sleep(minutes * MINUTE)
    await office.open()
  }
  await settled()
  office.finishAll()
}

const anyLife = (kinds: Step['kind'][]) =>
  fc.record({
    rule: fc.constantFrom(...RULES),
    zone: fc.constantFrom(...ZONES),
    start: fc.constantFrom(...STARTS),
    steps: fc.array(step(kinds), { minLength: 2, maxLength: 6 }),
  })

describe('whatever happens to the computer', () => {
  it('every due instant is decided once and explained, and the latest missed one runs', async () => {
    const kinds: Step['kind'][] = ['awake', 'sleep', 'restart', 'crash', 'forward']
    await fc.assert(
      fc.asyncProperty(anyLife(kinds), async ({ rule, zone, start, steps }) => {
        const office = await new SchedulerOffice(start).open()
        await office.add({ cron: rule, zone })
        for (const one of steps) await live(office, one)
        await office.run(MINUTE)
        const due = new Walk(zone, at(start) + MINUTE, Math.floor(office.clock.wall / MINUTE) * MINUTE + 1).due(rule)
        const rows = office.occurrenceRows('Tidy')
        expect(rows.map((row) => toIso(instant(row.due_at)))).toEqual(due.map((one) => toIso(instant(one))))
        for (const row of rows) {
          if (row.state === 'coalesced') expect(row.reason).toContain('"ran"')
          else if (row.state === 'enqueued' && row.late_s > 60) expect(row.reason).toContain('schedule.caught_up')
        }
        const coalescedLast = rows.filter((row, i) => row.state === 'coalesced' && rows[i + 1] === undefined)
        expect(coalescedLast).toEqual([])
        await office.close()
      }),
      { numRuns: 20 },
    )
  })

  it('nothing fires twice, and the next instant lies ahead, though the clock is set back as well', async () => {
    const kinds: Step['kind'][] = ['awake', 'sleep', 'crash', 'forward', 'back', 'back']
    await fc.assert(
      fc.asyncProperty(anyLife(kinds), async ({ rule, zone, start, steps }) => {
        const office = await new SchedulerOffice(start).open()
        await office.add({ cron: rule, zone })
        for (const one of steps) await live(office, one)
        await office.run(MINUTE)
        const rows = office.occurrenceRows('Tidy')
        const tasks = rows.flatMap((row) => (row.task_id === null ? [] : [row.task_id]))
        expect(new Set(tasks).size).toBe(tasks.length)
        expect(office.enqueued.map((task) => task.taskId).sort()).toEqual(tasks.sort())
        const next = office.schedule('Tidy').next_due_at ?? 0
        expect(next).toBeGreaterThan(office.clock.wall)
        const nearest = new Walk(
          zone,
          Math.floor(office.clock.wall / MINUTE) * MINUTE + MINUTE,
          office.clock.wall + 60 * HOUR,
        ).due(rule)
        if (nearest[0] !== undefined) expect(next).toBe(nearest[0])
        expect(office.problems).toEqual([])
        await office.close()
      }),
      { numRuns: 20 },
    )
  })
})
