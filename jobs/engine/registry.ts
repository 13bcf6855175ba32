import { Problem } from '../values/problem'
import { type AnyTask, DEFAULT_LIMITS, DEFAULT_RETRY, QUEUES } from './define-task'
import { wordIssue } from './word-issue'

/** The tasks of an office by name and alias, and the check of their arguments at the edge. */
export class Registry {
  readonly all: AnyTask[]
  #byName = new Map<string, AnyTask>()

  constructor(tasks: AnyTask[]) {
    this.all = tasks
    for (const task of tasks) {
      for (const name of [task.name, ...(task.aliases ?? [])]) {
        if (this.#byName.has(name)) throw new Error(`two tasks are called ${name}`)
        this.#byName.set(name, task)
      }
    }
  }

  find(name: string): AnyTask | null {
    return this.#byName.get(name) ?? null
  }

  get(name: string): AnyTask {
    const task = this.find(name)
    if (!task) throw new Problem('engine.unknown_task', { task: name, near: this.#near(name) }, { kind: 'not_found' })
    return task
  }

  #near(name: string): string {
    const words = new Set(name.toLowerCase().split(/[._]/))
    const score = (task: AnyTask) => task.name.split(/[._]/).filter((word) => words.has(word)).length
    const best = this.all.filter((task) => score(task) > 0).sort((a, b) => score(b) - score(a))
    return best
      .slice(0, 3)
      .map((task) => task.name)
      .join(', ')
  }
}

/** Awake seconds a task may take. */
export const limitsOf = (task: AnyTask) => task.limits ?? DEFAULT_LIMITS
export const retryOf = (task: AnyTask) => task.retry ?? DEFAULT_RETRY

/** Seconds until the next try: 60, 120, 240, … or the same each time. `retries` counts those already made. */
export function retryDelaySeconds(task: AnyTask, retries: number): number {
  const { delaySeconds, backoff } = retryOf(task)
  return backoff === 'fixed' ? delaySeconds : delaySeconds * 2 ** retries
}

export const priorityOf = (task: AnyTask, queue: string): number =>
  task.priority ?? QUEUES[queue as keyof typeof QUEUES] ?? QUEUES.default

/** The arguments as the task's schema understands them, or a problem that names each field. */
export function checkArgs(task: AnyTask, args: Record<string, unknown>): Record<string, unknown> {
  const checked = task.args.safeParse(args)
  if (checked.success) return checked.data as Record<string, unknown>
  const issues = checked.error.issues.map((issue) => {
    const { where, found, expected } = wordIssue(issue, args)
    return `${where} is ${found}; expected: ${expected}`
  })
  throw new Problem(
    'engine.bad_arguments',
    { task: task.name, found: issues.join('. ') },
    { kind: 'invalid', details: checked.error.issues },
  )
}
