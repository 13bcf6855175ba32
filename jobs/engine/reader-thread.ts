import { Worker } from 'node:worker_threads'
import { isDamage } from '../../db/damage'
import { Problem } from '../values/problem'
import type { Reader } from './engine'

export type ReaderThread = Reader & { close(): Promise<void> }

type Answer = { id: number; value?: unknown; error?: string; code?: string | null }

/** A page that cannot be read stays an error of SQLite's, so that it is told as damage; all else is worded. */
function problemOf(found: string, code: string | null): Error {
  const error = Object.assign(new Error(found), { code })
  return isDamage(error) ? error : new Problem('engine.question_failed', { found }, { kind: 'internal' })
}

/** Starts the reader on its first question. */
export function createReader(config: { file: string; database: string }): ReaderThread {
  let worker: Worker | null = null
  let nextId = 1
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const end = (error: unknown) => {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = () => {
    const made = new Worker(config.file, { workerData: { file: config.database } })
    made.on('message', ({ id, value, error, code }: Answer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) made.unref()
      if (error === undefined) asked?.resolve(value)
      else asked?.reject(problemOf(error, code ?? null))
    })
    made.on('error', (error) =>
      end(new Problem('engine.question_failed', { found: error.message }, { kind: 'internal' })),
    )
    made.on('exit', () =>
      end(new Problem('engine.question_failed', { found: 'the reader ended' }, { kind: 'internal' })),
    )
    return made
  }
  return {
    ask<T>(question: string, params: unknown = null): Promise<T> {
      worker ??= start()
      const thread = worker
      thread.ref()
      const id = nextId++
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve: (value) => resolve(value as T), reject })
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
