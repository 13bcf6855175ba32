import { expect, it } from 'vitest'
import {
  changeSchedule,
  explain,
  readSchedule,
  type SchedulePatch,
  workingDays,
} from '../../../../jobs/engine/scheduler'
import type { LocalDate } from '../../../../jobs/values/time'
import { wordReason } from '../../../../jobs/words'
import { at, DAY, SchedulerOffice, settled } from './support/scheduler-office'

const NIGHTLY = { cron: '0 2 * * *' }
const open = (from = '2026-01-02T09:00:00Z') => new SchedulerOffice(from).open()

function why(office: SchedulerOffice, iso: string) {
  const found = explain(office.db, office.schedule('Tidy'), at(iso), office.clock.now(), office.terms)
  const worded = wordReason(found.reason)
  expect(worded.message).not.toMatch(/[{}]|–/)
  return { ...found, code: found.reason.code, office: found.office.state }
}
const change = async (office: SchedulerOffice, patch: SchedulePatch) => {
  await office.write('user:2', (write) =>
    changeSchedule(write, readSchedule(write.db, office.schedule('Tidy').id), patch, office.terms),
  )
  await settled()
}

it('tells what ran, what was left out and what waits by its row', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY })
  await office.hours(17)
  expect(why(office, '2026-01-03T02:00:40Z')).toMatchObject({ verdict: 'ran', code: 'schedule.explained_on_time' })
  await office.hours(24)
  expect(why(office, '2026-01-04T02:00:00Z')).toMatchObject({ verdict: 'left_out', code: 'schedule.still_running' })
})

it('tells that the office was closed, and what became of the instant then', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY })
  await office.close()
  office.sleep(3 * DAY)
  await office.open()
  expect(why(office, '2026-01-03T02:00:00Z')).toMatchObject({
    verdict: 'left_out',
    code: 'schedule.coalesced',
    office: 'closed',
  })
  expect(why(office, '2026-01-05T02:00:00Z')).toMatchObject({
    verdict: 'ran',
    code: 'schedule.caught_up',
    office: 'closed',
  })
  expect(why(office, '2026-01-05T10:00:00Z').office).toBe('open')
})

it('tells what one row says of many instants', async () => {
  const office = await open()
  await office.add({ cron: '0 * * * *' })
  office.sleep(60 * DAY)
  await office.run(60_000)
  expect(why(office, '2026-01-03T07:00:00Z')).toMatchObject({ verdict: 'left_out', code: 'schedule.coalesced_many' })
  expect(why(office, '2026-01-03T07:30:00Z')).toMatchObject({ verdict: 'not_due' })
})

it('tells that it was not due then, and when it was, by the rule it had', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY })
  await office.hours(30)
  office.finishAll()
  await change(office, { cron: '30 14 * * *' })
  await office.hours(24)
  expect(why(office, '2026-01-03T14:30:00Z')).toMatchObject({
    verdict: 'not_due',
    before: at('2026-01-03T02:00:00Z'),
    after: at('2026-01-04T02:00:00Z'),
  })
  expect(why(office, '2026-01-04T14:30:00Z').verdict).toBe('ran')
})

it('tells that it was paused then, since when and by whom', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY })
  await change(office, { enabled: false })
  await office.hours(48)
  await change(office, { enabled: true })
  await office.hours(24)
  const paused = why(office, '2026-01-03T02:00:00Z')
  expect(paused).toMatchObject({ verdict: 'rested', code: 'schedule.explained_paused' })
  expect(paused.reason.params).toMatchObject({ since: '2026-01-02T09:00:00.000Z', by: 'user:2' })
  expect(why(office, '2026-01-03T03:00:00Z').verdict).toBe('not_due')
  expect(why(office, '2026-01-05T02:00:00Z').verdict).toBe('ran')
})

it('tells that its module was off then', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY, module: 'payroll' })
  office.modulesOff.add('payroll')
  office.emit({ type: 'setting_changed' })
  await settled()
  await office.hours(20)
  office.modulesOff.clear()
  office.emit({ type: 'setting_changed' })
  await settled()
  await office.hours(30)
  const off = why(office, '2026-01-03T02:00:00Z')
  expect(off).toMatchObject({ verdict: 'rested', code: 'schedule.explained_module_off' })
  expect(off.reason.params.module).toBe('payroll')
  expect(why(office, '2026-01-04T02:00:00Z').verdict).toBe('ran')
})

it('tells that it was not made yet, and what is to come', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY })
  expect(why(office, '2026-01-01T02:00:00Z')).toMatchObject({ verdict: 'not_made' })
  expect(why(office, '2026-01-09T02:00:00Z')).toMatchObject({ verdict: 'to_come' })
  expect(why(office, '2026-01-09T02:01:00Z')).toMatchObject({ verdict: 'not_due' })
  await change(office, { enabled: false })
  expect(why(office, '2026-01-09T02:00:00Z')).toMatchObject({ verdict: 'rested', code: 'schedule.paused' })
})

it('tells that a day off was moved, and where to', async () => {
  const office = await open('2026-12-20T09:00:00Z')
  office.days = workingDays([1, 2, 3, 4, 5], ['2026-12-25' as LocalDate])
  await office.add({ cron: '0 9 25 * *', workingDay: 'after' })
  for (let day = 0; day < 10; day++) await office.hours(24)
  const moved = why(office, '2026-12-25T09:00:00Z')
  expect(moved).toMatchObject({ verdict: 'moved', code: 'schedule.explained_moved' })
  expect(moved.reason.params.to).toBe('2026-12-28 09:00 Europe/Lisbon')
  expect(why(office, '2026-12-28T09:00:00Z').verdict).toBe('ran')
})

it('says honestly that no row tells, where the clock was moved over the instant while the schedule rested', async () => {
  const office = await open()
  await office.add({ ...NIGHTLY })
  office.db.prepare('delete from occurrence').run()
  office.db.prepare('update schedule set next_due_at = ?').run(at('2026-01-08T02:00:00Z'))
  office.sleep(4 * DAY)
  expect(why(office, '2026-01-04T02:00:00Z')).toMatchObject({ verdict: 'no_row', office: 'open' })
})
