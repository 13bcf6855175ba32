import { expect, it } from 'vitest'
import { dryRun } from '../../../../jobs/engine/scheduler'
import { MOST_OF_ONE, MOST_SHOWN } from '../../../../jobs/engine/scheduler/dry-run'
import { at, DAY, SchedulerOffice } from './support/scheduler-office'

const NOW = '2026-01-02T09:00:00Z'

it('shows what runs in the next days by instant, what meets, and when a spread start is', async () => {
  const office = await new SchedulerOffice(NOW).open()
  await office.add({ name: 'Report', cron: '0 12 * * *' })
  await office.add({ name: 'Reminder', cron: '0 12 3 1 *', jitterS: 600 })
  await office.add({ name: 'Rests', cron: '0 12 * * *', enabled: false })
  const { items, collisions, cut, resting } = dryRun(office.db, at(NOW), 2, office.terms)
  expect(items.map(({ row, due }) => [row.name, due])).toEqual([
    ['Report', at('2026-01-02T12:00:00Z')],
    ['Report', at('2026-01-03T12:00:00Z')],
    ['Reminder', at('2026-01-03T12:00:00Z')],
  ])
  const reminder = items[2]
  expect(reminder?.startsAt).toBeGreaterThanOrEqual(reminder?.due ?? 0)
  expect(reminder?.startsAt).toBeLessThan((reminder?.due ?? 0) + 600_000)
  expect(collisions).toEqual([{ due: at('2026-01-03T12:00:00Z'), names: ['Report', 'Reminder'] }])
  expect(resting.map(({ name }) => name)).toEqual(['Rests'])
  expect(cut).toEqual([])
})

it('says of which schedules more falls due than it shows, and how much of each it shows', async () => {
  const office = await new SchedulerOffice(NOW).open()
  for (let i = 1; i <= 30; i++) await office.add({ name: `Minutes ${i}`, everyMinutes: 1 })
  await office.add({ name: 'Daily', cron: '0 10 * * *' })
  await office.add({ name: 'Later', cron: '0 8 * * *' })
  const { items, cut } = dryRun(office.db, at(NOW), 1, office.terms)
  expect(items).toHaveLength(MOST_SHOWN)
  expect(items.every(({ due }) => due <= at(NOW) + DAY)).toBe(true)
  const listed = Object.fromEntries(cut.map((one) => [one.row.name, one.listed]))
  expect(Object.keys(listed)).toHaveLength(31)
  expect(listed).toMatchObject({ Later: 0 })
  expect(listed).not.toHaveProperty('Daily')
  expect(listed['Minutes 1']).toBeLessThanOrEqual(MOST_OF_ONE)
})
