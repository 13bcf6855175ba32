import { benchArgs, benchEngine, verify } from './bench-engine'
import { inEmptyFolder, type Line, seconds, summary } from './measure'

/** W2: 10,000 and 100,000 queued no-ops; from the first slot's start until all results are stored. */
export async function w2(runs: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const tasks of [10_000, 100_000]) {
    for (const slots of [1, 2]) {
      const rates: number[] = []
      for (let run = 0; run < runs; run++) rates.push(await drain(tasks, slots))
      lines.push(summary('W2', `tasks_per_s_${slots}w`, rates, tasks.toLocaleString('en')))
    }
  }
  return lines
}

function drain(tasks: number, slots: number): Promise<number> {
  return inEmptyFolder(async (folder) => {
    const { engine, db } = benchEngine(folder, slots)
    for (let i = 0; i < tasks; i += 10_000)
      await engine.enqueueMany(
        'test.noop',
        Array.from({ length: Math.min(10_000, tasks - i) }, (_, n) => benchArgs(i + n)),
      )
    // Every ending counts down; the counters themselves are checked afterwards by `verify`.
    const left = db.prepare("select count(*) from task where state <> 'success'").pluck()
    const start = seconds()
    await engine.start()
    await engine.drained()
    const took = seconds() - start
    if (left.get() !== 0) throw new Error(`${left.get()} tasks are left`)
    await engine.stop(1000)
    db.close()
    verify(folder, tasks, 'success')
    return tasks / took
  })
}
