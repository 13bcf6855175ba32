import type { Core, Running } from './core'
import { digestOf } from './digest'

/** The version of what a task reads, now. */
export function inputVersion(core: Core, { task, args, call }: Pick<Running, 'task' | 'args' | 'call'>): string | null {
  if (task.version) return task.version(core.db, args, call)
  return task.load ? digestOf(task.load(core.db, args, call)) : null
}
