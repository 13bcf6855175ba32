import type { EngineQueries, TaskState } from '../../db/queries/engine'

const STATES: TaskState[] = ['ready', 'waiting', 'running', 'success', 'failure', 'revoked', 'expired']

/**
 * What the monitor counts, gathered in memory within a group and written once before its commit, so that a counter costs
 * one row a group and not one a task. What a savepoint undoes is forgotten with it.
 */
export class Counts {
  #group = new Map<number, number>()
  #member: [number, number][] = []

  add(nameId: number, queueId: number, state: TaskState, n: number): void {
    this.#member.push([(nameId * 1024 + queueId) * 8 + STATES.indexOf(state), n])
  }

  move(nameId: number, queueId: number, from: TaskState, to: TaskState): void {
    this.add(nameId, queueId, from, -1)
    this.add(nameId, queueId, to, 1)
  }

  /** How much the open member has counted so far, to come back to when a part of it is undone. */
  mark(): number {
    return this.#member.length
  }

  restore(mark: number): void {
    this.#member.length = mark
  }

  kept(): void {
    for (const [key, n] of this.#member) this.#group.set(key, (this.#group.get(key) ?? 0) + n)
    this.#member.length = 0
  }

  undone(): void {
    this.#member.length = 0
  }

  discarded(): void {
    this.#member.length = 0
    this.#group.clear()
  }

  write(queries: EngineQueries): void {
    this.kept()
    for (const [key, n] of this.#group) {
      if (n === 0) continue
      const rest = Math.floor(key / 8)
      queries.addCount(Math.floor(rest / 1024), rest % 1024, STATES[key % 8] ?? 'ready', n)
    }
    this.#group.clear()
  }
}
