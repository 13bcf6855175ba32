import { Problem } from '../values/problem'
import { type Core, type EnqueueIn, openWrite } from './core'
import type { LogLevel } from './define-task'
import type { Member } from './group-commit'
import { checkFence } from './locks'
import { inSmallYoungSpace } from './release-memory'
import type { OfficeEvent } from './write'

const MOST_LOG_LINES = 1000

/** What a run asks of the office while it runs: pages of its input, chunks into staging, log lines. */
export class Asked {
  #lines = new Map<number, number>()

  constructor(
    private readonly core: Core,
    private readonly add: (member: Member) => void,
    private readonly enqueue: EnqueueIn,
  ) {}

  async answer(taskId: number, what: 'page' | 'stage', rows: unknown[]): Promise<unknown> {
    return what === 'page' ? this.#page(taskId) : this.#stage(taskId, rows)
  }

  #page(taskId: number): unknown[] | null {
    const running = this.#running(taskId)
    const { task, args, cursor, call } = running
    if (!task.page) throw new Problem('engine.no_pages', { task: task.name }, { kind: 'internal' })
    if (cursor.pages > 0 && cursor.next === null) return null
    const { rows, next } = task.page(this.core.db, args, cursor.next, call)
    running.cursor = { next, pages: cursor.pages + 1 }
    return rows
  }

  #stage(taskId: number, rows: unknown[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const events: OfficeEvent[] = []
      // Decided once: where its group is rolled back and written again, what an earlier attempt staged goes again.
      let isFirst: boolean | null = null
      this.add({
        weight: 100, // a chunk is much to write
        savepoint: 'own',
        work: () => {
          events.length = 0
          const running = this.#running(taskId)
          const { task, args, call } = running
          const { stage } = task
          if (!stage) throw new Problem('engine.no_staging', { task: task.name }, { kind: 'internal' })
          checkFence(this.core.db, running.fence)
          const write = openWrite(this.core, `task:${taskId}`, events, this.enqueue)
          isFirst ??= !running.staged
          running.staged = true
          if (isFirst) task.unstage?.(write, args, call)
          inSmallYoungSpace(() => stage(write, args, rows as never[], call))
        },
        committed: () => {
          for (const event of events) this.core.events.emit(event)
          resolve()
        },
        failed: reject,
      })
    })
  }

  /** Kept in the order they came; past a thousand of one task only the first thousand. */
  log(taskId: number, level: LogLevel, text: string): void {
    const running = this.core.running.get(taskId)
    const lines = (this.#lines.get(taskId) ?? 0) + 1
    if (!running || lines > MOST_LOG_LINES) return
    this.#lines.set(taskId, lines)
    if (this.#lines.size > 10_000) this.#lines.clear()
    const at = this.core.clock.now()
    const line = lines === MOST_LOG_LINES ? 'More lines follow; they are not kept.' : text.slice(0, 8000)
    this.add({
      weight: 1,
      savepoint: 'own',
      work: () => {
        this.core.queries.log(taskId, running.row.attempt, at, level, line)
      },
      committed: () => {},
      failed: () => {},
    })
  }

  #running(taskId: number) {
    const running = this.core.running.get(taskId)
    if (!running) throw new Problem('engine.not_running', { id: taskId }, { kind: 'conflict' })
    return running
  }
}
