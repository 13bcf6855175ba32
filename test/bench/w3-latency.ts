import { setTimeout } from 'node:timers/promises'
import { benchEngine } from './bench-engine'
import { inEmptyFolder, type Line, percentile, summary } from './measure'

const SAMPLES = 900
const WARM_UP = 50

/** W3: idle, slots warm; one enqueue every 20–50 ms; from before the call to the task's first line. */
export async function w3(runs: number): Promise<Line[]> {
  const p50: number[] = []
  const p95: number[] = []
  const p99: number[] = []
  for (let run = 0; run < runs; run++) {
    const samples = await latencies()
    p50.push(percentile(samples, 0.5))
    p95.push(percentile(samples, 0.95))
    p99.push(percentile(samples, 0.99))
  }
  return [summary('W3', 'p50_ms', p50), summary('W3', 'p95_ms', p95), summary('W3', 'p99_ms', p99)]
}

function latencies(): Promise<number[]> {
  return inEmptyFolder(async (folder) => {
    const { engine, db } = benchEngine(folder, 2)
    await engine.start()
    const samples: number[] = []
    for (let i = 0; i < SAMPLES + WARM_UP; i++) {
      await setTimeout(20 + Math.random() * 30)
      const before = process.hrtime.bigint()
      const { taskId } = await engine.enqueue('test.first_line', {})
      const { result } = await engine.finished(taskId)
      const first = BigInt((result as { at_ns: string }).at_ns)
      if (i >= WARM_UP) samples.push(Number(first - before) / 1e6)
    }
    await engine.stop(1000)
    db.close()
    return samples
  })
}
