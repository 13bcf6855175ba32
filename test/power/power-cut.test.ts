import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Random, randomFrom } from '../../jobs/sample/random'
import { startOffice } from '../support/office'
import { tempFolder } from '../support/office-db'
import { type Honest, replay } from './disk'
import { factsAt } from './facts'
import { drawFates, type Fates, writeImage } from './image'
import { breaches } from './laws'
import { OFFICE, type Recording, readRecording, recordDay } from './office-day'
import { whyNoRecorder } from './recording'

/**
 * A real office is recorded through a day: every write, rename and fsync in its order. Then the power is cut, again and
 * again, at an instant from a seed, and of what was not synced a part from the same seed is missing or torn. Whatever is
 * left opens, holds the laws, and holds everything that was acknowledged. `npm run test:power` cuts 1,000 times.
 *
 * A breach names its seed; the recording stays in dist/power. `DAYBOOK_SEED=n DAYBOOK_POWER_RECORDING=dist/power` cuts it
 * at that seed again.
 */
const IS_LONG = process.env.DAYBOOK_POWER === 'long'
const SEEDS = process.env.DAYBOOK_SEED
  ? [Number(process.env.DAYBOOK_SEED)]
  : Array.from({ length: IS_LONG ? 1_000 : 50 }, (_, i) => i + 1)
const OPENED_SEEDS = SEEDS.slice(0, IS_LONG ? 25 : 2)
const LYING_SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)
const KEPT = path.resolve('dist/power')

describe('the power is cut', () => {
  let day: Recording
  const missing = whyNoRecorder()

  beforeEach(({ skip }) => skip(missing !== '', missing))

  beforeAll(async () => {
    if (missing) return
    if (process.env.DAYBOOK_POWER_RECORDING) day = readRecording(process.env.DAYBOOK_POWER_RECORDING)
    else {
      fs.rmSync(KEPT, { recursive: true, force: true })
      fs.mkdirSync(KEPT, { recursive: true })
      day = await recordDay(KEPT)
    }
    const bytes = day.entries.at(-1)?.end ?? 0
    console.log(`power: recorded ${day.entries.length} steps, ${bytes} bytes, ${day.facts.length} acknowledged facts`)
  }, 120_000)

  test('the recording misses nothing: replayed to its end, it gives the files byte by byte', () => {
    const image = path.join(tempFolder(), 'whole')
    writeImage(replay(day.entries), image, () => 'there', randomFrom(1))
    expect(digests(image)).toEqual(digests(day.root))
  })

  test(`what is left opens, holds every law and everything acknowledged, ${SEEDS.length} times`, () => {
    const broken = SEEDS.flatMap((seed) => {
      const { found, words } = cutAt(day, seed)
      return found.length > 0 ? [`seed ${seed} (${words}): ${found.join(' · ')}`] : []
    })
    console.log(`power: cut at ${SEEDS.length} instants, ${broken.length} of the images are broken`)
    expect(broken.slice(0, 10), `${broken.length} of ${SEEDS.length} images are broken`).toEqual([])
  }, 3_600_000)

  test(`a real office starts on what is left and finishes what it had accepted, ${OPENED_SEEDS.length} times`, async () => {
    for (const seed of OPENED_SEEDS) {
      const { folder, acknowledged } = imageOf(day, seed)
      const office = await startOffice({ folder, now: '2019-01-20T11:00:00Z' })
      for (const fact of acknowledged) {
        if (fact.kind !== 'task accepted') continue
        expect((await office.api('GET', `/api/tasks/${fact.id}`)).status, `seed ${seed}, task ${fact.id}`).toBe(200)
        expect((await office.ended(String(fact.id))).state).toBe('SUCCESS')
      }
      const { items } = (await office.api('GET', '/api/test/effects')).body
      expect(new Set(items.map(({ key }: { key: string }) => key)).size, `seed ${seed}`).toBe(items.length)
      expect((await office.api('POST', '/api/rpc/office.verify', {})).body, `seed ${seed}`).toMatchObject({ ok: true })
      await office.stop()
    }
  }, 600_000)

  test.each<{ disk: string; honest: Honest; loses: RegExp }>([
    { disk: 'the log of the database', honest: (name) => !name.endsWith('-wal'), loses: /acknowledged and gone.*task/ },
    { disk: 'stored files', honest: (name) => !name.includes('/files/incoming/'), loses: /the file .* is damaged/ },
    {
      disk: 'folders',
      honest: (name) => !/^(home|home\/office|.*\/files(\/\w\w)?|.*\/backups)$/.test(name),
      loses: /gone|missing/,
    },
    { disk: 'everything', honest: () => false, loses: /the data folder is gone/ },
  ])(
    'a disk that lies about syncing $disk is found out',
    ({ honest, loses }) => {
      const isFoundOut = (seed: number) => cutAt(day, seed, honest).found.some((breach) => loses.test(breach))
      expect(LYING_SEEDS.some(isFoundOut)).toBe(true)
    },
    120_000,
  )
})

/** Most cuts come where a sync that is missing shows: after something was acknowledged, and among changes of folders. */
function drawCut(day: Recording, random: Random): number {
  const place = random.pick(['anywhere', 'folders', 'folders', 'acknowledged', 'acknowledged'])
  if (place === 'anywhere') return random.between(1, day.entries.length)
  if (place === 'folders') {
    const changes = [...day.entries.keys()].filter((n) => day.entries[n]?.kind.match(/renamed|linked|removed|made/))
    return Math.min(day.entries.length, random.pick(changes) + random.between(0, 6))
  }
  const { at } = random.pick(day.facts)
  const next = day.entries.findIndex(({ end }) => end > at)
  return Math.min(day.entries.length, (next === -1 ? day.entries.length : next) + random.pick([0, 0, 0, 1, 2, 5]))
}

function imageOf(day: Recording, seed: number, honest?: Honest) {
  const random = randomFrom(seed)
  const entries = day.entries.slice(0, drawCut(day, random))
  const { name, fates }: { name: string; fates: Fates } = drawFates(random, entries.length)
  const image = path.join(tempFolder(), 'image')
  writeImage(replay(entries, honest), image, fates, random)
  const acknowledged = factsAt(day.facts, entries.at(-1)?.end ?? 0)
  const words = `cut after ${entries.length} steps, of what was not synced: ${name}`
  return { image, folder: path.join(image, OFFICE), acknowledged, words }
}

function cutAt(day: Recording, seed: number, honest?: Honest): { found: string[]; words: string } {
  const { image, folder, acknowledged, words } = imageOf(day, seed, honest)
  const found = breaches(folder, acknowledged)
  fs.rmSync(path.dirname(image), { recursive: true, force: true })
  return { found, words }
}

/** Every file with its content, save the shared memory of SQLite, which is made anew. */
function digests(folder: string): Record<string, string> {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => path.join(entry.parentPath, entry.name)).filter((name) => !name.endsWith('-shm'))
  const digest = (name: string) => createHash('sha256').update(fs.readFileSync(name)).digest('hex')
  return Object.fromEntries(names.sort().map((name) => [path.relative(folder, name), digest(name)]))
}
