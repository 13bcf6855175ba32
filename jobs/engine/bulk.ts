import { z } from 'zod'
import { bulkQueries } from '../../db/queries/bulk'
import { countTasks, tasksBefore } from '../../db/queries/monitor'
import { Problem } from '../values/problem'
import { instant } from '../values/time'
import { retryTask, revokeTask, snoozeTask } from './commands'
import type { Core } from './core'
import { type AnyTask, defineTask, type TaskCall } from './define-task'
import type { Endings } from './endings'
import { engineRuns } from './runs'
import type { Write } from './write'

const PAGE = 200

export const BulkArgs = z.object({
  action: z.enum(['retry', 'revoke', 'snooze', 'redrive']),
  /** These tasks … */
  ids: z.array(z.number().int().positive()).max(10_000).optional(),
  /** … or those that fit. */
  filter: z
    .object({
      state: z.string().optional(),
      task: z.string().optional(),
      queue: z.string().optional(),
      q: z.string().optional(),
    })
    .optional(),
  /** Of a snooze: the instant, in milliseconds. */
  until: z.number().optional(),
  terminate: z.boolean().optional(),
})
export type BulkArgs = z.infer<typeof BulkArgs>

/** What an action is for, where its filter names no state. */
const USUAL_STATE = { retry: 'FAILURE', redrive: 'FAILURE', revoke: 'WAITING', snooze: 'WAITING' } as const

/** Acts on many tasks, from the newest to the oldest of those that were there when it was asked for. */
export function bulkTask(core: () => Core, endings: () => Endings): AnyTask {
  return defineTask({
    name: 'engine.bulk',
    queue: 'default',
    args: BulkArgs,
    load: (db, args, call) => ({ total: totalOf(args, core()), done: bulkQueries(db).at(call.taskId)?.done ?? 0 }),
    version: () => 'pages',
    page: (db, args, cursor, call) => {
      const first = args.ids ? Number.MAX_SAFE_INTEGER : call.taskId
      const before = typeof cursor === 'number' ? cursor : (bulkQueries(db).at(call.taskId)?.last_id ?? first)
      if (!args.ids) {
        const { rows, next } = tasksBefore(db, { ...filterOf(args), before, limit: PAGE })
        return { rows: rows.map(({ id }) => id), next }
      }
      const rows = [...new Set(args.ids)]
        .sort((a, b) => b - a)
        .filter((id) => id < before)
        .slice(0, PAGE)
      return { rows, next: rows.at(-1) ?? null }
    },
    run: engineRuns['engine.bulk'],
    stage: (write, args, ids: number[], call) => {
      const rows = bulkQueries(write.db)
      const outcomes = new Map<string, number>()
      for (const id of ids) {
        const outcome = act(core(), endings(), write, args, id)
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
      for (const [outcome, n] of outcomes) rows.count(call.taskId, outcome, n)
      rows.moveOn(call.taskId, ids.at(-1) ?? call.taskId, ids.length)
    },
    commit: (write, { done }, { action }, call) => outcomeOf(write, action, done, call),
  })
}

function act(core: Core, endings: Endings, write: Write, args: BulkArgs, id: number): string {
  try {
    if (args.action === 'revoke') {
      const { state, running } = revokeTask(core, endings, write, id, { terminate: args.terminate ?? false })
      if (state !== 'REVOKED' && !running)
        throw new Problem('engine.cannot_revoke', { id, state }, { kind: 'conflict' })
    } else if (args.action === 'snooze') snoozeTask(core, write, id, instant(args.until ?? 0))
    else retryTask(core, id)
    return 'done'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

function outcomeOf(write: Write, action: string, found: number, call: TaskCall) {
  const outcomes = bulkQueries(write.db).outcomes(call.taskId)
  return { action, found, outcomes: Object.fromEntries(outcomes.map(({ outcome, n }) => [outcome, n])) }
}

const filterOf = ({ action, filter }: BulkArgs) => ({ ...filter, state: filter?.state ?? USUAL_STATE[action] })

/** How many it will be about, from the counters; words are not counted. */
function totalOf(args: BulkArgs, { db }: Core): number {
  if (args.ids) return args.ids.length
  const { state, task, queue, q } = filterOf(args)
  return q ? 0 : countTasks(db, { state, task, queue })
}
