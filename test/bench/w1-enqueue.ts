import fs from 'node:fs'
import path from 'node:path'
import { benchArgs, benchEngine, verify } from './bench-engine'
import { inEmptyFolder, type Line, seconds, summary } from './measure'

const TASKS = 10_000
const CALLERS = 64
/** What one enqueue appends to the write-ahead log: three pages with their headers. */
const APPENDED = Buffer.alloc(3 * (4096 + 24))

/**
 * W1: enqueue 10,000 tasks, no slot running: one awaited call after another, 64 callers at once, one bulk call; and beside
 * them what the disk allows an awaited call at most.
 */
export async function w1(runs: number): Promise<Line[]> {
  const single: number[] = []
  const concurrent: number[] = []
  const bulk: number[] = []
  const disk: number[] = []
  for (let run = 0; run < runs; run++) {
    single.push(
      await rate(async ({ engine }) => {
        for (let i = 0; i < TASKS; i++) await engine.enqueue('test.noop', benchArgs(i))
      }),
    )
    concurrent.push(
      await rate(async ({ engine }) => {
        let next = 0
        const caller = async () => {
          while (next < TASKS) await engine.enqueue('test.noop', benchArgs(next++))
        }
        await Promise.all(Array.from({ length: CALLERS }, caller))
      }),
    )
    bulk.push(
      await rate(async ({ engine }) => {
        await engine.enqueueMany(
          'test.noop',
          Array.from({ length: TASKS }, (_, i) => benchArgs(i)),
        )
      }),
    )
    disk.push(await inEmptyFolder(async (folder) => syncsPerSecond(folder)))
  }
  return [
    summary('W1', 'tasks_per_s', single),
    summary('W1', 'concurrent_tasks_per_s', concurrent),
    summary('W1', 'bulk_tasks_per_s', bulk),
    summary('W1', 'disk_syncs_per_s', disk, 'the same bytes appended and synced, without a database'),
  ]
}

function rate(work: (bench: ReturnType<typeof benchEngine>) => Promise<void>): Promise<number> {
  return inEmptyFolder(async (folder) => {
    const bench = benchEngine(folder, 1)
    const start = seconds()
    await work(bench)
    const took = seconds() - start
    await bench.engine.stop(0)
    bench.db.close()
    verify(folder, TASKS, 'ready')
    return TASKS / took
  })
}

function syncsPerSecond(folder: string): number {
  const file = fs.openSync(path.join(folder, 'log'), 'w')
  const start = seconds()
  for (let i = 0; i < TASKS; i++) {
    fs.writeSync(file, APPENDED)
    fs.fsyncSync(file)
  }
  const took = seconds() - start
  fs.closeSync(file)
  return TASKS / took
}
