import { unpack } from '../values/deflated'
import { Problem } from '../values/problem'
import { apiState, isFinished } from './api-state'
import type { Core } from './core'
import type { Ending } from './endings'
import type { Finished } from './engine'

/** Callers that wait for the end of a task. */
export class Waiters {
  #waiting = new Map<number, ((finished: Finished) => void)[]>()

  constructor(private readonly core: Core) {}

  finished(taskId: number): Promise<Finished> {
    const view = this.#view(taskId)
    if (view) return Promise.resolve(view)
    return new Promise((resolve) => {
      this.#waiting.set(taskId, [...(this.#waiting.get(taskId) ?? []), resolve])
    })
  }

  /** After the commit in which these ended. */
  tell(ended: Pick<Ending, 'taskId' | 'state'>[]): void {
    if (this.#waiting.size === 0) return
    for (const { taskId, state } of ended) {
      const waiting = isFinished(state) && this.#waiting.get(taskId)
      if (!waiting) continue
      const view = this.#view(taskId)
      if (!view) continue
      this.#waiting.delete(taskId)
      for (const resolve of waiting) resolve(view)
    }
  }

  #view(taskId: number): Finished | null {
    const row = this.core.queries.one(taskId)
    if (!row) throw new Problem('engine.no_such_task', { id: taskId }, { kind: 'not_found' })
    if (!isFinished(row.state)) return null
    return {
      taskId,
      state: apiState(row),
      result: row.result === null ? null : JSON.parse(unpack(row.result)),
      error: row.error === null ? null : JSON.parse(row.error),
    }
  }
}
