import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupName, listBackups, migrationBackupName, rotate, superseded } from '../../../db/backup-rotation'
import { instant, wallClock, type Zone } from '../../../jobs/values/time'
import { tempFolder } from '../../support/office-db'

const LISBON = 'Europe/Lisbon' as Zone
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1, 3)

const daily = (at: number) => ({ at: instant(at), kind: 'daily' as const })
const newestFirst = <B extends { at: number }>(backups: B[]) => [...backups].sort((a, b) => b.at - a.at)
const keptOf = (backups: ReturnType<typeof daily>[]) => {
  const gone = new Set(superseded(newestFirst(backups), LISBON))
  return newestFirst(backups.filter((one) => !gone.has(one)))
}

test('after a year of daily backups the last seven days and one of each of the last four weeks are there', () => {
  const all = Array.from({ length: 365 }, (_, day) => daily(START + day * DAY))
  const dates = keptOf(all).map(({ at }) => wallClock(at, LISBON).date)
  expect(dates).toEqual([
    '2026-12-31',
    '2026-12-30',
    '2026-12-29',
    '2026-12-28',
    '2026-12-27',
    '2026-12-26',
    '2026-12-25',
    '2026-12-20',
    '2026-12-13',
  ])
})

test('rotated every day, no less is kept than when looked at once', () => {
  let kept: ReturnType<typeof daily>[] = []
  for (let day = 0; day < 60; day++) kept = keptOf([...kept, daily(START + day * DAY)])
  const all = Array.from({ length: 60 }, (_, day) => daily(START + day * DAY))
  expect(kept.map(({ at }) => at)).toEqual(keptOf(all).map(({ at }) => at))
})

test('of several on one day the last is kept', () => {
  const morning = daily(START)
  const noon = daily(START + DAY / 4)
  expect(keptOf([morning, noon])).toEqual([noon])
})

test('whenever they were made: at most seven days and four weeks stay, always the newest, and a second look keeps the same', () => {
  const instants = fc.uniqueArray(fc.integer({ min: 0, max: 400 * DAY }), { maxLength: 80 })
  fc.assert(
    fc.property(instants, (offsets) => {
      const all = newestFirst(offsets.map((offset) => daily(START + offset)))
      const kept = keptOf(all)
      expect(kept.length).toBeLessThanOrEqual(11)
      expect(kept[0]).toBe(all[0])
      expect(keptOf(kept)).toEqual(kept)
      const days = new Set(all.map(({ at }) => wallClock(at, LISBON).date))
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(7, days.size))
    }),
    { numRuns: 300 },
  )
})

test('those made by hand stay, those before migrations are kept ten deep, strangers are left alone', () => {
  const folder = tempFolder()
  const names = [
    ...Array.from({ length: 12 }, (_, n) => migrationBackupName(instant(START + n), n + 1)),
    ...Array.from({ length: 20 }, (_, day) => backupName(instant(START + day * DAY), 'daily')),
    backupName(instant(START), 'by_hand'),
  ]
  for (const name of [...names, 'notes.txt', 'daybook.db']) {
    fs.writeFileSync(path.join(folder, name), '')
    fs.writeFileSync(path.join(folder, `${name}.json`), '')
  }
  const { kept, removed } = rotate(folder, LISBON)
  const left = fs.readdirSync(folder)
  expect(removed).toBe(33 - kept.length)
  expect(kept.filter(({ kind }) => kind === 'before_migration')).toHaveLength(10)
  expect(kept.filter(({ kind }) => kind === 'by_hand')).toHaveLength(1)
  expect(left).toContain('notes.txt')
  expect(left).toContain('daybook.db')
  expect(left).toHaveLength(2 * kept.length + 4)
  expect(listBackups(folder)).toEqual(kept)
})
