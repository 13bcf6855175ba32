import fs from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { taskView } from '../../jobs/engine/monitor'
import { Slots } from '../../jobs/engine/slots'
import { randomFrom } from '../../jobs/sample/random'
import type { RunawayWay } from '../../jobs/testing/run-runaway'
import { builtSlot, makeEngine, type TestEngine } from './engine'
import { openTestDb } from './office-db'

/** How a runaway may end. `thread`: it costs the slot its thread. */
type Ending = { state: 'SUCCESS' | 'FAILURE'; codes: string[]; thread: boolean }
const ends = (state: Ending['state'], thread: boolean, ...codes: string[]): Ending => ({ state, thread, codes })

export const ENDINGS: Record<RunawayWay | 'spin', Ending> = {
  spin: ends('FAILURE', true, 'engine.hard_limit'),
  leak_heap: ends('FAILURE', true, 'engine.memory_limit'),
  leak_buffers: ends('FAILURE', true, 'engine.memory_limit'),
  leak_buffers_in_a_loop: ends('FAILURE', true, 'engine.memory_limit'),
  throw_undefined: ends('FAILURE', false, 'engine.task_threw'),
  throw_null: ends('FAILURE', false, 'engine.task_threw'),
  throw_proxy: ends('FAILURE', false, 'engine.task_threw'),
  reject_proxy: ends('FAILURE', false, 'engine.task_threw'),
  throw_without_stack: ends('FAILURE', false, 'engine.task_threw'),
  throw_long: ends('FAILURE', false, 'engine.task_threw'),
  exit: ends('FAILURE', true, 'engine.worker_lost'),
  reject_unheard: ends('FAILURE', true, 'engine.worker_lost'),
  throw_in_timer: ends('FAILURE', true, 'engine.worker_lost'),
  throw_after_its_end: ends('SUCCESS', false),
  reject_after_its_end: ends('SUCCESS', false),
  post_after_its_end: ends('SUCCESS', false),
  result_endless: ends('FAILURE', false, 'engine.result_not_json'),
  // Where the heap is small the text alone is too much for it.
  result_huge: ends('FAILURE', true, 'engine.result_too_large', 'engine.memory_limit'),
  result_bigint: ends('FAILURE', false, 'engine.result_not_json'),
  result_functions: ends('SUCCESS', false),
  result_proxy: ends('FAILURE', false, 'engine.task_threw'),
}
type Way = keyof typeof ENDINGS
const WAYS = Object.keys(ENDINGS) as Way[]

/** A mix of all ways, each as often as the others, in an order of its seed. */
export function mixOf(seed: number, count: number): Way[] {
  const random = randomFrom(seed)
  return random.shuffled(Array.from({ length: count }, (_, i) => WAYS[i % WAYS.length] as Way))
}

export async function openForRunaways(): Promise<TestEngine> {
  const db = openTestDb()
  const folder = path.dirname(db.name)
  const made = makeEngine({ db, runner: new Slots({ ...SLOT, folder, count: 1 }) })
  await made.engine.start()
  return made
}

/** Little memory, so that a leak is found out after moments instead of after a gigabyte. */
const SLOT = { file: builtSlot, testMode: true, faults: null, mostMb: 64 }

export type Served = {
  way: Way
  state: string
  code: string | null
  costsThread: boolean
  ms: number
}

/**
 * Lets one task run away on the only slot and one wait behind it. `ms`: from the runaway's end (the thread gone, the limit
 * passed) to the first line of the one that waited, on the clock of the process.
 */
export async function letRunAway({ engine, db }: TestEngine, way: Way): Promise<Served> {
  const { taskId } =
    way === 'spin'
      ? await engine.enqueue('test.limited', { deaf: true })
      : await engine.enqueue('test.runaway', { way })
  const behind = await engine.enqueue('test.first_line', {})
  const { state, error } = await engine.finished(taskId)
  const next = await engine.finished(behind.taskId)
  if (next.state !== 'SUCCESS') throw new Error(`behind ${way} came ${JSON.stringify(next)}`)
  const served = Number((next.result as { at_ns: string }).at_ns) / 1e6
  const view = taskView(db, taskId)
  const last = view?.attempts.at(-1)
  const said = view?.log.filter(({ text }) => text.startsWith('ends ')).at(-1)
  const onThisClock = (iso: string) => Date.parse(iso) - Date.now() + Number(process.hrtime.bigint()) / 1e6
  const ended = said
    ? Number(said.text.slice(5)) / 1e6
    : way === 'spin'
      ? onThisClock(last?.started_at ?? '') + 600
      : onThisClock(last?.finished_at ?? '')
  const ms = Math.max(0, served - ended)
  return { way, state, code: error?.code ?? null, costsThread: ENDINGS[way].thread, ms }
}

/** Milliseconds that a thread with the slot's code, by itself, and two syncs take: what this machine can do at this moment. */
export async function bareStartMs(folder: string): Promise<number> {
  const at = process.hrtime.bigint()
  const worker = new Worker(builtSlot, {
    workerData: { folder, concurrency: 1, testMode: true, faults: null, memoryMb: 256 },
  })
  await new Promise((resolve) => worker.once('message', resolve))
  const file = fs.openSync(path.join(folder, 'synced'), 'a')
  for (let i = 0; i < 2; i++) {
    fs.writeSync(file, Buffer.alloc(4096))
    fs.fsyncSync(file)
  }
  fs.closeSync(file)
  const ms = Number(process.hrtime.bigint() - at) / 1e6
  await worker.terminate()
  return ms
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
