import fs from 'node:fs'
import path from 'node:path'
import type { Db } from '../../db/open'
import { createClock, type TestClock } from '../../jobs/engine/clock'
import { createEngine } from '../../jobs/engine/create-engine'
import type { AnyTask, RunTable } from '../../jobs/engine/define-task'
import type { Engine } from '../../jobs/engine/engine'
import { createFileStore } from '../../jobs/engine/file-store'
import { InlineRunner } from '../../jobs/engine/inline-runner'
import { createReader } from '../../jobs/engine/reader-thread'
import type { Runner } from '../../jobs/engine/runner'
import { engineRuns } from '../../jobs/engine/runs'
import { Slots } from '../../jobs/engine/slots'
import { testingRuns } from '../../jobs/testing/runs'
import { testTasks } from '../../jobs/testing/tasks'
import type { Zone } from '../../jobs/values/time'
import { openTestDb } from './office-db'

export type TestEngine = { engine: Engine; db: Db; clock: TestClock; runner: Runner; folder: string }

export type TestEngineOptions = {
  db?: Db
  clock?: TestClock
  /** Real threads (the built slot, `test.*` tasks only) or in this process, where the tests' own runs can be used. */
  runner?: 'slots' | 'inline' | Runner
  slots?: number
  /** Further tasks; one that has the name of a `test.*` task stands in its place. */
  tasks?: AnyTask[]
  runs?: RunTable
  slotFile?: string
  /** The only queues that are worked on. */
  queues?: string[]
}

export const builtSlot = path.resolve('dist/office/slot.cjs')

/** A real engine on a real database. Start it yourself, and stop it at the end of the test. */
export function makeEngine(options: TestEngineOptions = {}): TestEngine {
  const db = options.db ?? openTestDb()
  const own = options.tasks ?? []
  const folder = path.dirname(db.name)
  const clock = options.clock ?? createClock()
  const files = createFileStore(folder)
  const inline = () => new InlineRunner({ runs: { ...engineRuns, ...testingRuns, ...options.runs }, files })
  const slotFile = options.slotFile ?? builtSlot
  if (options.runner === 'slots' && !options.slotFile && !fs.existsSync(builtSlot))
    throw new Error('dist/office/slot.cjs is missing: run `npm run build` first')
  const runner =
    typeof options.runner === 'object'
      ? options.runner
      : options.runner === 'slots'
        ? new Slots({ file: slotFile, folder, count: options.slots ?? 2, testMode: true, faults: null })
        : inline()
  const engine = createEngine({
    db,
    clock,
    zone: () => 'Europe/Lisbon' as Zone,
    tasks: [...testTasks.filter(({ name }) => !own.some((one) => one.name === name)), ...own],
    version: 'test',
    reader: createReader({ file: path.resolve('dist/office/reader.cjs'), database: db.name }),
    ...(options.queues && { queues: options.queues }),
    runner,
    fallback: inline,
  })
  return { engine, db, clock, runner, folder }
}
