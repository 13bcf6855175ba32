import { benchArgs, benchEngine, verify } from './bench-engine'
import { inEmptyFolder, type Line, seconds, summary } from './measure'

const TASKS = 10_000
const CALLERS = 64

/** W1: enqueue 10,000 tasks, no slot running: one awaited call after another, 64 callers at once, one bulk call. */
export async function w1(runs: number): Promise<Line[]> {
  const single: number[] = []
  const concurrent: number[] = []
  const bulk: number[] = []
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
  }
  return [
    summary('W1', 'tasks_per_s', single),
    summary('W1', 'concurrent_tasks_per_s', concurrent),
    summary('W1', 'bulk_tasks_per_s', bulk),
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
