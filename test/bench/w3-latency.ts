import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { openDb } from '../../db/open'
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
  const floor: number[] = []
  for (let run = 0; run < runs; run++) floor.push(percentile(await bareLatencies(), 0.5))
  return [
    summary('W3', 'p50_ms', p50),
    summary('W3', 'p95_ms', p95),
    summary('W3', 'p99_ms', p99),
    summary('W3', 'floor_p50_ms', floor, 'one row committed and one message to a thread that rests, without an engine'),
  ]
}

/** A call that comes after a pause of this length finds thread and disk at rest, as in an idle office. */
const pause = () => setTimeout(20 + Math.random() * 30)

/** What this disk and these threads take for the least an engine must do: one commit and one message. */
function bareLatencies(): Promise<number[]> {
  return inEmptyFolder(async (folder) => {
    const db = openDb(path.join(folder, 'bare.db'))
    db.exec('create table task (id integer primary key, args text not null) strict')
    const insert = db.prepare("insert into task (args) values ('{}')")
    const thread = new Worker(
      "const { parentPort } = require('node:worker_threads')\n" +
        "parentPort.on('message', () => parentPort.postMessage(process.hrtime.bigint()))",
      { eval: true },
    )
    const samples: number[] = []
    for (let i = 0; i < SAMPLES / 3 + WARM_UP; i++) {
      await pause()
      const before = process.hrtime.bigint()
      insert.run()
      thread.postMessage('')
      const first = await new Promise<bigint>((resolve) => thread.once('message', resolve))
      if (i >= WARM_UP) samples.push(Number(first - before) / 1e6)
    }
    await thread.terminate()
    db.close()
    return samples
  })
}

function latencies(): Promise<number[]> {
  return inEmptyFolder(async (folder) => {
    const { engine, db } = benchEngine(folder, 2)
    await engine.start()
    const samples: number[] = []
    for (let i = 0; i < SAMPLES + WARM_UP; i++) {
      await pause()
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
