import { Worker } from 'node:worker_threads'
import { isDamage } from '../../db/damage'
import { Problem } from '../values/problem'
import type { Reader } from './engine'

export type ReaderThread = Reader & { close(): Promise<void> }

type Config = { file: string; database: string }
type Answer = { id: number; value?: unknown; error?: string; code?: string | null }
type Asked = { of: Worker; resolve(value: unknown): void; reject(error: unknown): void }

/** A page that cannot be read stays an error of SQLite's, so that it is told as damage; all else is worded. */
function problemOf(found: string, code: string | null): Error {
  const error = Object.assign(new Error(found), { code })
  return isDamage(error) ? error : failed(found)
}
const failed = (found: string) => new Problem('engine.question_failed', { found }, { kind: 'internal' })

/**
 * The reader: a thread for the monitor's questions and, while one is asked, another for those that read all there is
 * (`maintenance.*`), so that nobody who looks at a task waits for a verification of minutes.
 */
export function createReader(config: Config): ReaderThread {
  const monitor = readerThread(config, { ends: false })
  const verification = readerThread(config, { ends: true })
  return {
    ask: (question, params) => (question.startsWith('maintenance.') ? verification : monitor).ask(question, params),
    async close() {
      await Promise.all([monitor.close(), verification.close()])
    },
  }
}

/** One thread, started on its first question. `ends`: with the answer to its last one, so that it holds no memory. */
function readerThread({ file, database }: Config, { ends }: { ends: boolean }): ReaderThread {
  let worker: Worker | null = null
  let nextId = 1
  const waiting = new Map<number, Asked>()
  const ended = (made: Worker, found: string) => {
    if (worker === made) worker = null
    for (const [id, { of, reject }] of waiting) {
      if (of !== made) continue
      waiting.delete(id)
      reject(failed(found))
    }
  }
  const start = () => {
    const made = new Worker(file, { workerData: { file: database } })
    made.on('message', ({ id, value, error, code }: Answer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) {
        made.unref()
        if (ends && worker === made) {
          worker = null // whoever asks from here on has a new one
          made.postMessage({ end: true })
        }
      }
      if (error === undefined) asked?.resolve(value)
      else asked?.reject(problemOf(error, code ?? null))
    })
    made.on('error', (error) => ended(made, error.message))
    made.on('exit', () => ended(made, 'the reader ended'))
    return made
  }
  return {
    ask<T>(question: string, params: unknown = null): Promise<T> {
      worker ??= start()
      const thread = worker
      thread.ref()
      const id = nextId++
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { of: thread, resolve: (value) => resolve(value as T), reject })
        thread.postMessage({ id, question, params })
      })
    },
    async close() {
      // Waits for what was asked: a thread is not ended inside a native call.
      while (waiting.size) await new Promise((resolve) => setTimeout(resolve, 5))
      await worker?.terminate()
      worker = null
    },
  }
}
