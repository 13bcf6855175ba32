import type { EngineQueries } from '../../db/queries/engine'
import { Problem } from '../values/problem'
import { QUEUES } from './define-task'

/** Numbers of task names and queues: rows carry the number, people the name. */
export class Catalogue {
  readonly #names = new Map<string, number>()
  readonly #nameOf = new Map<number, string>()
  readonly #queues = new Map<string, number>()
  readonly #queueOf = new Map<number, string>()
  readonly #paused = new Set<number>()

  constructor(queries: EngineQueries, taskNames: string[]) {
    for (const [name, priority] of Object.entries(QUEUES)) queries.addQueue(name, priority)
    for (const name of taskNames) queries.addName(name)
    for (const { id, name } of queries.names()) {
      this.#names.set(name, id)
      this.#nameOf.set(id, name)
    }
    for (const { id, name, paused } of queries.queues()) {
      this.#queues.set(name, id)
      this.#queueOf.set(id, name)
      if (paused) this.#paused.add(id)
    }
  }

  nameId(name: string): number {
    const id = this.#names.get(name)
    if (id === undefined) throw new Problem('engine.unknown_task', { task: name, near: '' }, { kind: 'not_found' })
    return id
  }

  nameOf(id: number): string {
    return this.#nameOf.get(id) ?? `task name ${id}`
  }

  queueId(name: string): number {
    const id = this.#queues.get(name)
    if (id === undefined)
      throw new Problem(
        'engine.unknown_queue',
        { queue: name, known: [...this.#queues.keys()].join(', ') },
        { kind: 'invalid' },
      )
    return id
  }

  queueOf(id: number): string {
    return this.#queueOf.get(id) ?? `queue ${id}`
  }

  isPaused(queueId: number): boolean {
    return this.#paused.has(queueId)
  }
}
