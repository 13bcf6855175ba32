import type { AnyTask } from '../../engine/define-task'
import { Problem } from '../../values/problem'

/** The arguments of a guide's positional list by name, in the order the task declares. */
export function positionalArgs(task: AnyTask, list: unknown[]): Record<string, unknown> {
  const names = task.positional ?? []
  if (list.length === 0) return {}
  if (names.length === 0) throw new Problem('tasks.no_positional_args', { task: task.name })
  if (list.length > names.length)
    throw new Problem('tasks.too_many_args', {
      task: task.name,
      found: list.length,
      expected: names.length,
      names: names.join(', '),
    })
  return Object.fromEntries(list.map((value, i) => [names[i] ?? '', value]))
}
