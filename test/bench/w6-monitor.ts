import path from 'node:path'
import type { Db } from '../../db/open'
import { textQueries } from '../../db/queries/task-text'
import type { TaskFilter, TaskLine } from '../../jobs/engine/monitor'
import { benchArgs, benchEngine } from './bench-engine'
import { inEmptyFolder, type Line, seconds, summary } from './measure'

const FINISHED = 1_000_000
const NAMES = 20
const FAILED_OF_100 = 3
const RARE = 'gooseberry'
const PAGE = 50
const ASKED = 200
const CHUNK = 50_000
const DRAINED = 10_000

/**
 * W6: a page of the last 50 out of a million finished tasks (`--tasks=10000000`: out of ten million) of 20 names, 3 %
 * failed: by state, by state and name, by a rare word; asked of the reader thread as the window asks, from the call to the
 * answer. Budget: 5 ms each. Then 10,000 no-ops are enqueued and drained on top of that history, and of none: claiming must
 * not slow down with it.
 */
export async function w6(runs: number, finished = FINISHED): Promise<Line[]> {
  const before = await inEmptyFolder((folder) => drainsOnTop(folder, 0, runs))
  const after = await inEmptyFolder(async (folder) => {
    const pages = await pagesOf(folder, finished)
    return [...pages, ...(await drainsOnTop(folder, finished, runs))]
  })
  return [...before, ...after]
}

async function pagesOf(folder: string, finished: number): Promise<Line[]> {
  const { engine, db } = benchEngine(folder, 1)
  fillHistory(db, finished)
  console.error(`W6: ${wordHistory(finished)}, measured from here`)
  const ask = async (filter: Omit<TaskFilter, 'limit'>): Promise<number> => {
    const from = seconds()
    const page = await engine.reader.ask<{ items: TaskLine[] }>('engine.list_tasks', { ...filter, limit: PAGE })
    const took = (seconds() - from) * 1000
    if (page.items.length !== PAGE) throw new Error(`${page.items.length} rows in a page of ${PAGE}`)
    return took
  }
  const measure = async (metric: string, filter: (n: number) => Omit<TaskFilter, 'limit'>): Promise<Line> => {
    await ask(filter(0))
    const took: number[] = []
    for (let n = 1; n <= ASKED; n++) took.push(await ask(filter(n)))
    return summary('W6', metric, took, wordHistory(finished))
  }
  const states = ['SUCCESS', 'FAILURE'] as const
  const lines = [
    await measure('last50_state_ms', (n) => ({ state: states[n % 2] ?? 'SUCCESS' })),
    await measure('last50_state_name_ms', (n) => ({ state: states[n % 2] ?? 'SUCCESS', task: nameOf(n % NAMES) })),
    await measure('last50_text_ms', () => ({ q: RARE })),
  ]
  await engine.stop(1000)
  db.close()
  return lines
}

const wordHistory = (finished: number): string => `${finished.toLocaleString('en')} finished`

/** Each run is an engine of its own on the folder; what the runs before it drained is history to it. */
async function drainsOnTop(folder: string, finished: number, runs: number): Promise<Line[]> {
  const enqueued: number[] = []
  const drained: number[] = []
  for (let run = 0; run < runs; run++) {
    const { engine, db } = benchEngine(folder, 2)
    const tasks = Array.from({ length: DRAINED }, (_, i) => benchArgs(i))
    const from = seconds()
    await engine.enqueueMany('test.noop', tasks)
    const queued = seconds()
    await engine.start()
    await engine.drained()
    enqueued.push(DRAINED / (queued - from))
    drained.push(DRAINED / (seconds() - queued))
    const done = db.prepare("select count(*) from task where id > ? and state = 'success'").pluck()
    if (done.get(finished) !== (run + 1) * DRAINED) throw new Error(`${done.get(finished)} of them are done`)
    await engine.stop(1000)
    db.close()
  }
  return [
    summary('W6', 'enqueue_10000_per_s', enqueued, wordHistory(finished)),
    summary('W6', 'drain_10000_per_s', drained, wordHistory(finished)),
  ]
}

const nameOf = (n: number): string => `office.task_${n}`

/** Rows as the engine leaves them: task, attempt, counter and full text. Written directly: the monitor is measured, not the slots. */
function fillHistory(db: Db, finished: number): void {
  const rareEvery = finished / PAGE // the rare word fills one page
  for (let n = 0; n < NAMES; n++) db.prepare('insert into task_name (name) values (?)').run(nameOf(n))
  const firstName = db.prepare("select id from task_name where name = 'office.task_0'").pluck().get() as number
  const queue = db.prepare('select id from queue order by id limit 1').pluck().get() as number
  const boot = db.prepare('select max(id) from boot').pluck().get() as number
  const task = db.prepare(`
    insert into task (name_id, queue_id, lane, priority, state, args, origin, created_at, started_at, finished_at, attempt, result, error)
    values (?, ?, 0, 50, ?, ?, 'system', ?, ?, ?, 1, ?, ?)`)
  const attempt = db.prepare(`
    insert into attempt (task_id, n, boot_id, slot, started_at, finished_at, outcome, error) values (?, 1, ?, 'slot-1', ?, ?, ?, ?)`)
  const failure = JSON.stringify({ code: 'engine.task_threw', params: { found: 'no such file' } })
  const text = textQueries(db)
  const fill = db.transaction((from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const failed = Math.floor(i / NAMES) % 100 < FAILED_OF_100 // of each name
      const note = i % rareEvery === 0 ? RARE : 'x'.repeat(64)
      const at = 1_700_000_000_000 + i * 1000
      const { lastInsertRowid } = task.run(
        firstName + (i % NAMES),
        queue,
        failed ? 'failure' : 'success',
        JSON.stringify({ i, note }),
        at,
        at + 1,
        at + 2,
        failed ? null : 'null',
        failed ? failure : null,
      )
      attempt.run(lastInsertRowid, boot, at + 1, at + 2, failed ? 'error' : 'success', failed ? failure : null)
    }
    text.indexNext(to - from)
  })
  for (let i = 0; i < finished; i += CHUNK) fill(i, Math.min(finished, i + CHUNK))
  db.exec(
    `insert into task_count (name_id, queue_id, state, n) select name_id, queue_id, state, count(*) from task group by 1, 2, 3`,
  )
  if (text.hasMore()) throw new Error(`the full text of ${path.basename(db.name)} is not whole`)
}
