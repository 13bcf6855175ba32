import type { BatchSpec } from '../../engine/batch-plan'
import type { batchView } from '../../engine/monitor'
import { recordAudit } from '../../shared/audit'
import { Problem } from '../../values/problem'
import type { batchContract } from '../contract/batches'
import type { Caller, HandlersOf, Office } from '../office'
import { inWords, queueOf, taskOf } from './tasks'

export const batchHandlers: HandlersOf<typeof batchContract> = {
  'tasks.chain': (office, { tasks }, caller) => start(office, { kind: 'chain', tasks }, caller),
  'tasks.group': (office, { tasks }, caller) => start(office, { kind: 'group', tasks }, caller),
  'tasks.chord': (office, { tasks, completion }, caller) => start(office, { kind: 'chord', tasks, completion }, caller),

  async 'tasks.batch'(office, { id }) {
    const batch = await office.engine.reader.ask<ReturnType<typeof batchView>>('engine.batch', { id })
    if (!batch) throw new Problem('engine.no_such_batch', { id }, { kind: 'not_found' })
    return { ...batch, error: inWords(batch.error) }
  },

  async 'tasks.revoke_batch'(office, { id, terminate }, caller) {
    const revoked = await office.engine.write(caller.actor, (write) => {
      const done = office.engine.batches.revoke(write, id, { terminate })
      recordAudit(write, { action: 'batch.revoked', entity: `batch:${id}`, payload: done })
      return done
    })
    return { batch_id: String(id), ...revoked }
  },
}

async function start(office: Office, spec: BatchSpec, caller: Caller) {
  for (const { task, queue } of [...spec.tasks, ...(spec.kind === 'chord' ? [spec.completion] : [])]) {
    taskOf(office, task)
    if (queue !== undefined) queueOf(queue)
  }
  const started = await office.engine.write(caller.actor, (write) => office.engine.batches.start(write, spec))
  return {
    batch_id: String(started.batchId),
    task_ids: started.taskIds.map(String),
    completion_id: started.completionId === null ? null : String(started.completionId),
  }
}
