import type { TaskRow } from '../../db/queries/engine'
import { unpack } from '../values/deflated'
import type { Reason } from '../values/problem'
import type { Core } from './core'
import type { Endings } from './endings'
import type { OfficeEvent } from './write'

/** Inside a write: a task that is held for another ends with it, without ever having run. */
export function endHeld(
  core: Core,
  endings: Endings,
  row: Pick<TaskRow, 'id' | 'name_id' | 'queue_id' | 'batch_id' | 'args'>,
  state: 'failure' | 'revoked',
  reason: Reason,
  { andBatch = false } = {},
): OfficeEvent[] {
  core.queries.finish(row.id, state, core.clock.now(), null, JSON.stringify(reason), null)
  core.counts.move(row.name_id, row.queue_id, 'waiting', state)
  core.events.taskChanged(row.id)
  core.afterCommit.add(() => core.tellWaiters([{ taskId: row.id, state }]))
  const told = { id: row.id, batch_id: andBatch ? row.batch_id : null }
  return endings.tellFailed(told, core.catalogue.nameOf(row.name_id), JSON.parse(unpack(row.args)), state, reason)
}
