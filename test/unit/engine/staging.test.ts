import { expect, test } from 'vitest'
import { z } from 'zod'
import { type AnyTask, defineTask, type RunContext } from '../../../jobs/engine/define-task'
import { taskView } from '../../../jobs/engine/monitor'
import { Problem } from '../../../jobs/values/problem'
import { makeEngine } from '../../support/engine'

type Row = { n: number }
type Run = (ctx: RunContext<Row, Row>) => Promise<unknown>

const PAGES = [[1, 2, 3], [4, 5, 6], [7]]

// A run is loaded once per name, so each test's task has a name of its own.
let copies = 0

/** A task that reads numbers by pages and stages them; what it does in between is the test's. */
function copying(work: Run, change: Partial<AnyTask> = {}) {
  const said: string[] = []
  const name = `test.copy_${++copies}`
  const run = () => Promise.resolve({ default: (_input: unknown, ctx: RunContext<Row, Row>) => work(ctx) })
  const task = defineTask({
    name,
    queue: 'default',
    args: z.object({}),
    retry: { max: 3, delaySeconds: 60, backoff: 'fixed' },
    page: (_db, _args, cursor) => {
      const at = typeof cursor === 'number' ? cursor : 0
      said.push(`page ${at}`)
      return { rows: (PAGES[at] ?? []).map((n) => ({ n })), next: at + 1 < PAGES.length ? at + 1 : null }
    },
    run: run as never,
    unstage: (write, _args, call) => {
      said.push(`unstage ${call.attempt}`)
      write.db.prepare('delete from staged_number').run()
    },
    stage: (write, _args, rows: Row[], call) => {
      said.push(`stage ${call.attempt}: ${rows.map(({ n }) => n).join(' ')}`)
      for (const { n } of rows) write.db.prepare('insert into staged_number (n) values (?)').run(n)
    },
    commit: (write) => {
      const moved = write.db.prepare('insert into kept_number select n from staged_number').run().changes
      write.db.prepare('delete from staged_number').run()
      return { moved }
    },
    ...change,
  })
  const made = makeEngine({ tasks: [task], runs: { [name]: run as never } })
  made.db.exec('create table staged_number (n integer) strict; create table kept_number (n integer) strict')
  const numbers = (table: string) => made.db.prepare(`select n from ${table} order by n`).pluck().all()
  const attemptsEnded = async (taskId: number, count: number) => {
    while ((taskView(made.db, taskId)?.attempts.filter(({ outcome }) => outcome !== 'running').length ?? 0) < count)
      await new Promise((resolve) => setImmediate(resolve))
  }
  return { ...made, name, said, numbers, attemptsEnded }
}

const copyAll: Run = async (ctx) => {
  for (let rows = await ctx.page(); rows; rows = await ctx.page()) await ctx.stage(rows)
}

test('pages come in order and end with null; chunks are staged, and commit promotes them once', async () => {
  const { engine, name, said, numbers } = copying(async (ctx) => {
    await copyAll(ctx)
    expect(await ctx.page()).toBeNull()
  })
  await engine.start()
  const { taskId } = await engine.enqueue(name, {})
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { moved: 7 } })
  expect(said).toEqual(['page 0', 'unstage 1', 'stage 1: 1 2 3', 'page 1', 'stage 1: 4 5 6', 'page 2', 'stage 1: 7'])
  expect([numbers('staged_number'), numbers('kept_number')]).toEqual([[], [1, 2, 3, 4, 5, 6, 7]])
  await engine.stop(1000)
})

test('a chunk is on disk before the run goes on, and not before the task has ended does it take effect', async () => {
  const seen: unknown[] = []
  const made = copying(async (ctx) => {
    const rows = await ctx.page()
    await ctx.stage(rows ?? [])
    seen.push(made.db.inTransaction, made.numbers('staged_number'), made.numbers('kept_number'))
  })
  await made.engine.start()
  const { taskId } = await made.engine.enqueue(made.name, {})
  await made.engine.finished(taskId)
  expect(seen).toEqual([false, [1, 2, 3], []])
  expect(made.numbers('kept_number')).toEqual([1, 2, 3])
  await made.engine.stop(1000)
})

test('a second attempt begins with the first page, and forgets what the first one has staged', async () => {
  const made = copying(async (ctx) => {
    const first = await ctx.page()
    await ctx.stage(first ?? [])
    if (ctx.attempt === 1) throw new Problem('test.fails', { attempt: 1, times: 1 }, { transient: true })
    await copyAll(ctx)
  })
  const { engine, clock, name, said } = made
  await engine.start()
  const { taskId } = await engine.enqueue(name, {})
  await made.attemptsEnded(taskId, 1)
  expect(made.numbers('staged_number')).toEqual([1, 2, 3])
  clock.advance(60_000)
  expect(await engine.finished(taskId)).toMatchObject({ state: 'SUCCESS', result: { moved: 7 } })
  expect(made.numbers('kept_number')).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(said.filter((one) => one.startsWith('unstage'))).toEqual(['unstage 1', 'unstage 2'])
  expect(said.filter((one) => one === 'page 0')).toHaveLength(2)
  await engine.stop(1000)
})

test('a chunk that cannot be written fails the run that handed it over, and leaves none of it', async () => {
  const made = copying(copyAll, {
    stage: (write, _args, rows: Row[]) => {
      for (const { n } of rows) {
        if (n === 5) throw new Problem('test.refused', { why: 'five' })
        write.db.prepare('insert into staged_number (n) values (?)').run(n)
      }
    },
  })
  await made.engine.start()
  const { taskId } = await made.engine.enqueue(made.name, {})
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code: 'test.refused' } })
  expect([made.numbers('staged_number'), made.numbers('kept_number')]).toEqual([[1, 2, 3], []])
  await made.engine.stop(1000)
})

test.each([
  ['page', (ctx: RunContext<Row, Row>) => ctx.page(), 'engine.no_pages'],
  ['stage', (ctx: RunContext<Row, Row>) => ctx.stage([]), 'engine.no_staging'],
])('a run that asks for a %s its task does not have fails and says so', async (what, ask, code) => {
  const made = copying(async (ctx) => void (await ask(ctx)), { [what]: undefined })
  await made.engine.start()
  const { taskId } = await made.engine.enqueue(made.name, {})
  expect(await made.engine.finished(taskId)).toMatchObject({ state: 'FAILURE', error: { code } })
  await made.engine.stop(1000)
})
