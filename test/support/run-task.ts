import fs from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '../../db/open'
import type { AnyTask, RunContext, TaskCall } from '../../jobs/engine/define-task'
import { createFileStore, type FileStore } from '../../jobs/engine/file-store'
import type { Actor } from '../../jobs/engine/write'
import { Problem } from '../../jobs/values/problem'
import type { Instant, Zone } from '../../jobs/values/time'
import { TEST_NOW, type TestWrite, testWrite } from './office-db'

export type RanTask = {
  result: unknown
  error: { code: string; params: Record<string, unknown> } | null
  /** Times it was run, because its input went stale meanwhile. */
  runs: number
  write: TestWrite
  progress: { current: number; total: number; status: string }[]
  log: string[]
}

export type RunOptions = {
  now?: Instant
  actor?: Actor
  zone?: Zone
  taskId?: number
  files?: FileStore
  /** Before `commit` of each run: what happens to the office meanwhile. */
  meanwhile?: (run: number) => void
  /** Called at every `check` and `progress`; what it throws is what an interruption throws. */
  onCheck?: () => void
}

/** The file store beside a test database. */
export function filesOf(db: Db): FileStore {
  const folder = path.dirname(db.name)
  fs.mkdirSync(folder, { recursive: true })
  return createFileStore(folder)
}

/**
 * Runs a task as the engine does, inline: load → run (its input and output cross by structured clone) → stage → commit,
 * each write a transaction of its own, and again on fresh input while what `load` read has changed. What fails ends in
 * the task's `failed`, with the reason; nothing is thrown.
 */
export async function runTask(db: Db, task: AnyTask, args: unknown, options: RunOptions = {}): Promise<RanTask> {
  const now = options.now ?? TEST_NOW
  const zone = options.zone ?? ('Europe/Lisbon' as Zone)
  const taskId = options.taskId ?? 1
  const write = testWrite(db, { now, zone, actor: options.actor ?? `task:${taskId}` })
  const given: unknown = task.args.parse(args)
  const ran: RanTask = { result: null, error: null, runs: 0, write, progress: [], log: [] }
  const inTransaction = <T>(work: () => T): T => db.transaction(work)()
  try {
    for (;;) {
      ran.runs++
      const call: TaskCall = { taskId, attempt: ran.runs, now, zone }
      const input = task.load ? inTransaction(() => task.load?.(db, given, call)) : given
      if (ran.runs === 1 && task.begin) inTransaction(() => task.begin?.(write, given, call))
      const version = versionOf(task, db, given, call, input)
      const { default: run } = await task.run()
      const output: unknown = await run(structuredClone(input), contextOf(db, task, given, call, ran, options) as never)
      options.meanwhile?.(ran.runs)
      const committed = inTransaction(() => {
        if (task.load && versionOf(task, db, given, call) !== version) return STALE
        return task.commit ? task.commit(write, structuredClone(output), given, call) : output
      })
      if (committed === STALE) continue
      ran.result = JSON.parse(JSON.stringify(committed ?? null))
      return ran
    }
  } catch (error) {
    ran.error =
      error instanceof Problem ? error.reason : { code: 'engine.task_threw', params: { found: String(error) } }
    const { error: reason } = ran
    inTransaction(() => task.failed?.(write, given, reason))
    return ran
  }
}

const STALE = Symbol('stale')

function versionOf(task: AnyTask, db: Db, args: unknown, call: TaskCall, loaded?: unknown): string | null {
  if (task.version) return task.version(db, args, call)
  if (!task.load) return null
  const input = loaded === undefined ? task.load(db, args, call) : loaded
  return JSON.stringify(input, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
}

function contextOf(db: Db, task: AnyTask, args: unknown, call: TaskCall, ran: RanTask, options: RunOptions) {
  const files = options.files ?? filesOf(db)
  let cursor: { next: unknown; pages: number } = { next: null, pages: 0 }
  let staged = false
  const context: RunContext = {
    ...call,
    signal: new AbortController().signal,
    progress: (current, total, status) => {
      ran.progress.push({ current, total, status })
      options.onCheck?.()
    },
    check: () => options.onCheck?.(),
    snooze: (seconds) => {
      throw new Problem('engine.snoozed', { seconds })
    },
    log: (level, text) => void ran.log.push(`${level} ${text}`),
    putFile: (bytes, mediaType, name) => files.put(bytes, mediaType, name),
    putFiles: (given) => files.putFiles(given),
    readFile: (sha256) => files.read(sha256),
    filePath: (sha256) => files.path(sha256),
    page: async () => {
      await turn()
      if (!task.page) throw new Error(`${task.name} has no pages`)
      if (cursor.pages > 0 && cursor.next === null) return null
      const { rows, next } = task.page(db, args, cursor.next, call)
      cursor = { next, pages: cursor.pages + 1 }
      return structuredClone(rows)
    },
    stage: async (rows) => {
      await turn()
      db.transaction(() => {
        if (!staged) task.unstage?.(ran.write, args, call)
        task.stage?.(ran.write, args, structuredClone(rows) as never[], call)
      })()
      staged = true
    },
  }
  return context
}
