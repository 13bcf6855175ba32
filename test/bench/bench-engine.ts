import path from 'node:path'
import { applyMigrations } from '../../db/migrate'
import { type Db, openDb } from '../../db/open'
import { createClock } from '../../jobs/engine/clock'
import { createEngine, type EmbeddedEngine } from '../../jobs/engine/create-engine'
import { createFileStore } from '../../jobs/engine/file-store'
import { InlineRunner } from '../../jobs/engine/inline-runner'
import { createReader } from '../../jobs/engine/reader-thread'
import { Slots } from '../../jobs/engine/slots'
import { testingRuns } from '../../jobs/testing/runs'
import { testTasks } from '../../jobs/testing/tasks'
import type { Zone } from '../../jobs/values/time'

const built = (name: string) => path.resolve(__dirname, '../office', name)

export type BenchEngine = { engine: EmbeddedEngine; db: Db }

/** The engine as the office has it: the built slots, a database of its own, everything on. */
export function benchEngine(folder: string, slots: number): BenchEngine {
  const db = openDb(path.join(folder, 'daybook.db'))
  const clock = createClock()
  applyMigrations(db, clock.now())
  const files = createFileStore(folder)
  const engine = createEngine({
    db,
    clock,
    zone: () => 'Europe/Lisbon' as Zone,
    tasks: testTasks,
    version: 'bench',
    reader: createReader({ file: built('reader.cjs'), database: db.name }),
    runner: new Slots({ file: built('slot.cjs'), folder, count: slots, testMode: true, faults: null }),
    fallback: () => new InlineRunner({ runs: testingRuns, files }),
  })
  return { engine, db }
}

/** Looks at what is on disk with a connection of its own: durability, results and attempt rows. */
export function verify(folder: string, tasks: number, state: 'ready' | 'success'): void {
  const db = openDb(path.join(folder, 'daybook.db'))
  const count = (sql: string) => db.prepare(sql).pluck().get() as number
  try {
    if (db.pragma('journal_mode', { simple: true }) !== 'wal') throw new Error('the database is not in WAL mode')
    if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL')
    const found = count(`select count(*) from task where state = '${state}'`)
    if (found !== tasks) throw new Error(`${found} tasks are ${state}, ${tasks} expected`)
    const attempts = count("select count(*) from attempt where outcome = 'success'")
    if (state === 'success' && attempts !== tasks) throw new Error(`${attempts} attempts, ${tasks} expected`)
  } finally {
    db.close()
  }
}

const NOTE = 'x'.repeat(64)
/** A task of the workloads: `{i, note}`, the note being 64 bytes. */
export const benchArgs = (i: number) => ({ i, note: NOTE })
