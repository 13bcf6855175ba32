import type { TaskRow, TaskState } from '../../db/queries/engine'
import { unpack } from '../values/deflated'
import type { Reason } from '../values/problem'
import { instant } from '../values/time'
import type { Core } from './core'
import type { TaskCall } from './define-task'
import type { RunError } from './delivery'
import type { Ending, Endings } from './endings'

const MOST_BOOT_LOSSES = 10

/**
 * A lease of another boot: the office ended while it ran. Decided inside a transaction, at the next start. `broken`: that
 * was tried, and its task threw.
 */
export function lostWithOffice(core: Core, endings: Endings, row: TaskRow, broken?: RunError): Ending {
  const now = core.clock.now()
  const name = core.catalogue.nameOf(row.name_id)
  const args = JSON.parse(unpack(row.args)) as Record<string, unknown>
  const startedAt = instant(row.started_at ?? now)
  const call: TaskCall = { taskId: row.id, attempt: row.attempt, now: startedAt, zone: core.zone() }
  const record = (state: TaskState) => {
    const reason = JSON.stringify({ code: 'engine.office_ended', params: {} })
    core.queries.attempt(row.id, row.attempt, row.boot_id ?? 0, row.slot ?? '?', startedAt, now, 'lost', reason)
    core.counts.move(row.name_id, row.queue_id, 'running', state)
    core.events.taskChanged(row.id)
  }
  const asked = broken ? null : endings.askAboutLost(row, args, call)
  if (asked) {
    record('success')
    return asked
  }
  const ended = broken ? { code: broken.code, params: broken.params } : endOf(core, row, name)
  if (ended) {
    const state = row.revoked ? 'revoked' : 'failure'
    core.queries.finish(row.id, state, now, null, JSON.stringify(ended), row.progress)
    record(state)
    return { taskId: row.id, state, events: endings.tellFailed(row, name, args, state, ended) }
  }
  core.queries.again(row.id, 0, 1)
  record('ready')
  core.ready.add(row.lane, row.queue_id)
  return { taskId: row.id, state: 'ready', events: [] }
}

/** Why it does not run again; null where it does. */
function endOf(core: Core, row: TaskRow, name: string): Reason | null {
  if (row.revoked) return row.error === null ? { code: 'engine.revoked', params: {} } : JSON.parse(row.error)
  if (!core.registry.find(name)) return { code: 'engine.task_gone', params: { task: name } }
  if (row.boot_losses + 1 >= MOST_BOOT_LOSSES)
    return { code: 'engine.worker_lost', params: { times: MOST_BOOT_LOSSES } }
  return null
}
