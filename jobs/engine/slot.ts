import { parentPort, workerData } from 'node:worker_threads'
import { slotRuns } from '../runs'
import { allowFaults } from '../values/faults'
import { Problem } from '../values/problem'
import { awakeMs, Control, type Delivery, type FromSlot, type Reply, type ToSlot } from './delivery'
import { execute, type Host, interrupt, toRunError } from './execute'
import { createFileStore } from './file-store'
import { collectGarbage } from './release-memory'
import { packReplies, unpackDeliveries } from './slot-message'

/**
 * A slot: a long-lived thread that runs one task at a time (the network lane: several), stateless, without database.
 * It may be terminated at any instant.
 */
const port = parentPort
if (!port) throw new Error('a slot is a worker thread')
type SlotData = {
  folder: string
  concurrency: number
  testMode: boolean
  faults: SharedArrayBuffer | null
  memoryMb: number
}
const { folder, concurrency, testMode, faults, memoryMb } = workerData as SlotData
if (faults) allowFaults(faults)
const files = createFileStore(folder)
const post = (message: FromSlot) => port.postMessage(message)

const asked = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
let nextCall = 1

const host: Host = {
  runs: slotRuns(testMode),
  putFile: (bytes, mediaType, name) => files.put(bytes, mediaType, name),
  putFiles: (given) => files.putFiles(given),
  readFile: (sha256) => files.read(sha256),
  filePath: (sha256) => files.path(sha256),
  progress: (taskId, progress) => post({ kind: 'progress', taskId, progress }),
  log: (taskId, level, text) => post({ kind: 'log', taskId, level, text }),
  ask: (taskId, what, rows) =>
    new Promise((resolve, reject) => {
      const call = nextCall++
      asked.set(call, { resolve, reject })
      post({ kind: 'ask', call, taskId, what, rows })
    }),
}

type Queued = { delivery: Delivery; index: number; control: Control }
const queue: Queued[] = []
let running = 0
/** Those of them that gave the thread back while they wait. */
const working = new Set<number>()

/** Replies of short tasks travel together: a message each would cost more than the tasks themselves. */
const FLUSH_MS = 2
let replies: Reply[] = []
let heldSince = 0

function flush(): void {
  if (replies.length === 0) return
  const sent = replies
  replies = []
  try {
    post({ kind: 'done', replies: packReplies(sent) })
  } catch {
    for (const reply of sent) postAlone(reply)
  }
}

/** An output that cannot be cloned fails its own task, not its neighbours. */
function postAlone(reply: Reply): void {
  try {
    post({ kind: 'done', replies: packReplies([reply]) })
  } catch (error) {
    const problem = new Problem('engine.result_not_cloneable', { found: String(error) })
    post({
      kind: 'done',
      replies: packReplies([{ ...reply, progress: null, outcome: { ok: false, error: toRunError(problem, null) } }]),
    })
  }
}

const LOOK_MS = 1000
const MB = 2 ** 20
/** A slot that has done nothing large holds 12 MB. */
const LARGE_HEAP_MB = 40
let lookedAt = 0

/**
 * Heap and buffers of this thread, looked at once a second at most, after a task. What a large task has left behind goes at
 * once: the next one may be the office's own work, and both would be in memory together.
 */
function watchMemory(): void {
  const now = awakeMs()
  if (now - lookedAt < LOOK_MS) return
  lookedAt = now
  if (process.memoryUsage().heapTotal > LARGE_HEAP_MB * MB) collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  if ((heapUsed + external) / MB > memoryMb) post({ kind: 'worn' })
}

function settle(reply: Reply): void {
  // Counted from the oldest reply held back: counted from the last message, the first reply after a pause went alone.
  if (replies.length === 0) heldSince = awakeMs()
  replies.push(reply)
  if (queue.length === 0 || concurrency > 1 || awakeMs() - heldSince >= FLUSH_MS) flush()
}

function drain(): void {
  while (running < concurrency) {
    const next = queue.shift()
    if (!next) {
      flush()
      watchMemory()
      return
    }
    const reply = execute(next.delivery, next.index, next.control, host)
    if (reply === null) continue
    if (!(reply instanceof Promise)) {
      settle(reply)
      continue
    }
    running++
    working.add(next.delivery.taskId)
    flush()
    void reply.then((done) => {
      running--
      working.delete(done.taskId)
      settle(done)
      drain()
    })
  }
}

/**
 * An error outside of any run: a timer that threw, a rejected promise that nobody awaits. While a task waits here it may
 * be that task's, whose end would then never come: the thread ends, and the task is lost with it. Otherwise a task has
 * left it behind, and the thread goes before it can trouble another.
 */
function strayError(error: unknown): void {
  const { params, stack } = toRunError(error, null)
  if (working.size === 0) {
    post({ kind: 'worn' })
    return
  }
  for (const taskId of working) host.log(taskId, 'error', stack ?? String(params.found))
  flush()
  process.exit(1)
}
process.on('uncaughtException', strayError)
process.on('unhandledRejection', strayError)

port.on('message', (message: ToSlot) => {
  if (message.kind === 'batch') {
    const control = new Control(message.size, message.control)
    for (const [index, delivery] of unpackDeliveries(message.batch).entries()) queue.push({ delivery, index, control })
    drain()
  } else if (message.kind === 'interrupt') {
    interrupt(message.taskId, message.why)
  } else if (message.kind === 'do_you_hear') {
    post({ kind: 'hears' })
  } else {
    const waiting = asked.get(message.call)
    asked.delete(message.call)
    if (message.error) {
      const { code, params, transient } = message.error
      waiting?.reject(new Problem(code, params, { transient }))
    } else {
      waiting?.resolve(message.value)
    }
  }
})
post({ kind: 'ready' })
