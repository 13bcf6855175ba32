import type { Db } from '../open'
import type { TaskState } from './engine'

export type BatchKind = 'chain' | 'group' | 'chord'
export type BatchState = 'running' | 'success' | 'failure' | 'revoked'

export type BatchRow = {
  id: number
  kind: BatchKind
  state: BatchState
  size: number
  succeeded: number
  ended: number
  completion: number | null
  origin: string
  created_at: number
  finished_at: number | null
  error: string | null
}

/** A member with what its batch needs to know of its task. */
export type MemberRow = {
  position: number
  result_as: string | null
  id: number
  name_id: number
  queue_id: number
  lane: number
  batch_id: number
  state: TaskState
  args: string
  result: string | null
  error: string | null
  due_at: number | null
  /** How often it has been started. */
  attempt: number
}

const MEMBER = `
  select member.position, member.result_as, task.id, task.name_id, task.queue_id, task.lane, task.batch_id, task.state,
    task.args, task.result, task.error, task.due_at, task.attempt
  from batch_member member join task on task.id = member.task_id`

/** Statements on batches; those that write run inside the group's transaction. */
export function batchQueries(db: Db) {
  const add = db.prepare('insert into batch (kind, state, size, origin, created_at) values (?, ?, ?, ?, ?)')
  const addMember = db.prepare('insert into batch_member (batch_id, position, task_id, result_as) values (?, ?, ?, ?)')
  const join = db.prepare('update task set batch_id = ? where id = ?')
  const complete = db.prepare('update batch set completion = ? where id = ?')
  const one = db.prepare<[number], BatchRow>('select * from batch where id = ?')
  const memberOf = db.prepare<[number], MemberRow>(`${MEMBER} where member.task_id = ?`)
  const at = db.prepare<[number, number], MemberRow>(`${MEMBER} where member.batch_id = ? and member.position = ?`)
  const from = db.prepare<[number, number], MemberRow>(
    `${MEMBER} where member.batch_id = ? and member.position >= ? order by member.position`,
  )
  const count = db.prepare('update batch set ended = ended + ?, succeeded = succeeded + ? where id = ?')
  const fail = db.prepare('update batch set error = coalesce(error, ?) where id = ?')
  const finish = db.prepare("update batch set state = ?, finished_at = ? where id = ? and state = 'running'")
  const reopen = db.prepare("update batch set state = 'running', finished_at = null, error = null where id = ?")
  const release = db.prepare(`
    update task set state = 'ready', args = ?, key = ?, open_key = ?, expires_at = ? where id = ? and state = 'waiting'`)
  const hold = db.prepare(`
    update task set state = 'waiting', finished_at = null, error = null, result = null, due_at = null, open_key = null
    where id = ?`)
  return {
    add: (kind: BatchKind, size: number, origin: string, now: number) =>
      Number(add.run(kind, 'running', size, origin, now).lastInsertRowid),
    addMember: (batchId: number, position: number, taskId: number, resultAs: string | null) => {
      addMember.run(batchId, position, taskId, resultAs)
      join.run(batchId, taskId)
    },
    complete: (batchId: number, taskId: number) => complete.run(taskId, batchId),
    one: (id: number) => one.get(id),
    memberOf: (taskId: number) => memberOf.get(taskId),
    at: (batchId: number, position: number) => at.get(batchId, position),
    from: (batchId: number, position: number) => from.all(batchId, position),
    count: (id: number, ended: number, succeeded: number) => count.run(ended, succeeded, id),
    /** The first reason stands. */
    fail: (id: number, error: string) => fail.run(error, id),
    finish: (id: number, state: BatchState, now: number) => finish.run(state, now, id),
    reopen: (id: number) => reopen.run(id),
    /** Lets a held task go, with what it was handed. */
    release: (taskId: number, args: string, key: string | null, expiresAt: number | null) =>
      release.run(args, key, key, expiresAt, taskId),
    hold: (taskId: number) => hold.run(taskId),
  }
}
export type BatchQueries = ReturnType<typeof batchQueries>
