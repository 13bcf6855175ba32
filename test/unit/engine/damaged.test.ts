import fs from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { hasMetDamage } from '../../../db/damage'
import { type Db, openDb } from '../../../db/open'
import type { Engine } from '../../../jobs/engine/engine'
import { TextIndex } from '../../../jobs/engine/text-index'
import { makeEngine } from '../../support/engine'
import { openTestDb } from '../../support/office-db'

// Pages that timers read, damaged for real: the office says so and goes on with what it can read.

const opened: Engine[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const engine of opened.splice(0)) await engine.stop(500)
})

/** A database in which the first page of an index or table is garbage. */
function damagedAt(name: string, fill: (db: Db) => void = () => {}): Db {
  const db = openTestDb()
  fill(db)
  const page = db.prepare('select rootpage from sqlite_master where name = ?').pluck().get(name) as number
  const size = db.pragma('page_size', { simple: true }) as number
  const file = db.name
  db.close()
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size)
  fs.closeSync(handle)
  return openDb(file)
}

test('where what waits cannot be read, what is ready runs, and the damage is noted', async () => {
  const db = damagedAt('task_waiting')
  const { engine } = makeEngine({ db, runner: 'slots', slots: 1 })
  opened.push(engine)
  await engine.start()
  const { taskId } = await engine.enqueue('test.echo', { a: 1 })
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { a: 1 } })
  expect(hasMetDamage(db)).toBe(true)
})

test('where the full text cannot be written, it is tried now and then, not over and over', () => {
  vi.useFakeTimers()
  const db = damagedAt('task_text_data', (whole) => {
    whole.prepare("insert into task_name (name) values ('a.one')").run()
    whole.prepare("insert into queue (name, priority) values ('default', 5)").run()
    whole
      .prepare(
        `insert into task (name_id, queue_id, lane, priority, state, args, origin, created_at)
         values (1, 1, 0, 5, 'ready', '{}', 'system', 1)`,
      )
      .run()
  })
  const tries: unknown[] = []
  const text: TextIndex = new TextIndex(
    db,
    () => true,
    (work) => {
      try {
        db.transaction(work)()
        tries.push('written')
      } catch (error) {
        tries.push((error as { code?: string }).code)
      }
      text.wake() // as after every commit
    },
  )
  text.wake()
  vi.advanceTimersByTime(20_000)
  expect(tries).toEqual([expect.stringMatching(/^SQLITE_CORRUPT/)])
  vi.advanceTimersByTime(20_000)
  expect(tries).toHaveLength(2)
  text.stop()
})
