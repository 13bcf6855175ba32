import type { EngineQueries } from '../../db/queries/engine'
import type { QueueQueries } from '../../db/queries/queues'
import { Problem } from '../values/problem'
import { QUEUES } from './define-task'

/** Numbers of task names and queues: rows carry the number, people the name. */
export class Catalogue {
  readonly #names = new Map<string, number>()
  readonly #nameOf = new Map<number, string>()
  readonly #queues = new Map<string, number>()
  readonly #queueOf = new Map<number, string>()

  constructor(queries: EngineQueries, queues: QueueQueries, taskNames: string[]) {
    for (const [name, priority] of Object.entries(QUEUES)) queries.addQueue(name, priority)
    for (const name of taskNames) queries.addName(name)
    for (const { id, name } of queries.names()) {
      this.#names.set(name, id)
      this.#nameOf.set(id, name)
    }
    for (const { id, name } of queues.all()) {
      this.#queues.set(name, id)
      this.#queueOf.set(id, name)
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
}
