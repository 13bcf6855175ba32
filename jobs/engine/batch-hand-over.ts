import type { MemberRow } from '../../db/queries/batches'
import { unpack } from '../values/deflated'
import { Problem, type Reason } from '../values/problem'
import type { Core } from './core'
import { endHeld } from './end-held'
import type { Endings } from './endings'
import { argsText } from './enqueue'
import { checkArgs } from './registry'
import type { OfficeEvent } from './write'

/** Lets a held task go, with what came before it. Where that does not fit its arguments it ends, and says so. */
export function handOver(core: Core, endings: Endings, member: MemberRow, value: unknown): OfficeEvent[] {
  if (member.state !== 'waiting' || member.due_at !== null) return [] // taken back meanwhile
  try {
    release(core, member, value)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const reason: Reason = { code: error.code, params: error.params }
    return endHeld(core, endings, member, 'failure', reason, { andBatch: true })
  }
}

function release(core: Core, member: MemberRow, value: unknown): void {
  const name = core.catalogue.nameOf(member.name_id)
  const task = core.registry.find(name)
  if (!task) throw new Problem('engine.task_gone', { task: name })
  const args = JSON.parse(unpack(member.args)) as Record<string, unknown>
  const checked = checkArgs(task, member.result_as === null ? args : { ...args, [member.result_as]: value })
  const key = task.key?.(checked) ?? null
  const holder = key === null ? null : core.queries.openByKey(member.name_id, key)
  if (holder) throw new Problem('engine.key_taken', { id: member.id, holder: holder.id }, { kind: 'conflict' })
  const now = core.clock.now()
  const expiresAt = task.expiresSeconds === undefined ? null : now + task.expiresSeconds * 1000
  core.batchRows.release(member.id, argsText(task, checked), key, expiresAt)
  core.counts.move(member.name_id, member.queue_id, 'waiting', 'ready')
  core.ready.add(member.lane, member.queue_id)
  if (expiresAt !== null) core.rescheduleTimer()
  core.events.taskChanged(member.id)
}
