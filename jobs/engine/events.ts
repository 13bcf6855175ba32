import type { OfficeEvent } from './write'

const INTERVAL_MS = 100
const MOST_IDS = 100

/** What windows hear. Changes of tasks are gathered: ten messages a second tell of any number of tasks. */
export class Events {
  #listeners = new Set<(event: OfficeEvent) => void>()
  #changed = new Set<number>()
  #timer: NodeJS.Timeout | null = null

  listen(listener: (event: OfficeEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(event: OfficeEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  taskChanged(taskId: number): void {
    if (this.#listeners.size === 0) return
    if (this.#changed.size < MOST_IDS) this.#changed.add(taskId)
    if (this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      const ids = [...this.#changed]
      this.#changed.clear()
      this.emit({ type: 'tasks_changed' })
      for (const id of ids) this.emit({ type: 'task_changed', id })
    }, INTERVAL_MS)
    this.#timer.unref()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#listeners.clear()
  }
}
