import type { BatchRow, MemberRow } from '../../db/queries/batches'
import type { TaskState } from '../../db/queries/engine'
import { unpack } from '../values/deflated'
import { Problem, type Reason } from '../values/problem'
import { handOver } from './batch-hand-over'
import { type BatchSpec, type PlannedMember, planBatch } from './batch-plan'
import { revokeTask } from './commands'
import type { Core } from './core'
import { endHeld } from './end-held'
import type { Endings } from './endings'
import { writeTask } from './enqueue'
import type { Enqueued, OfficeEvent, Write } from './write'

export type StartedBatch = { batchId: number; taskIds: number[]; completionId: number | null }

/**
 * Chains, groups and chords. Members are tasks like any other; one that has to wait for another is written with them and
 * held (`waiting` without a due instant) until it is handed what came before. Everything here runs inside the group's
 * transaction: the end of a member and what follows from it are one.
 */
export class Batches {
  constructor(
    private readonly coreOf: () => Core,
    private readonly endings: () => Endings,
  ) {}

  private get core(): Core {
    return this.coreOf()
  }

  start(write: Write, spec: BatchSpec): StartedBatch {
    const { members, completion } = planBatch(this.core.registry, spec)
    const batchId = this.core.batchRows.add(spec.kind, members.length, write.actor, write.now)
    const taskIds = members.map((one, position) => this.#add(write, batchId, position, one))
    const completionId = completion ? this.#add(write, batchId, members.length, completion) : null
    if (completionId !== null) this.core.batchRows.complete(batchId, completionId)
    return { batchId, taskIds, completionId }
  }

  #add(write: Write, batchId: number, position: number, { spec, task, resultAs, isHeld }: PlannedMember): number {
    const options = {
      ...(spec.queue && { queue: spec.queue }),
      ...(spec.priority !== undefined && { priority: spec.priority }),
    }
    const made: Enqueued = isHeld
      ? writeTask(this.core, task, spec.args, { ...options, origin: write.actor }, 'held')
      : write.enqueue(task.name, spec.args, options)
    if (made.deduplicated)
      throw new Problem('engine.batch_key_taken', { task: task.name, holder: made.taskId }, { kind: 'conflict' })
    this.core.batchRows.addMember(batchId, position, made.taskId, resultAs)
    return made.taskId
  }

  /** A member has ended: what follows from it. `result` is JSON text, `reason` says why it did not succeed. */
  ended(taskId: number, state: TaskState, result: string | null, reason: Reason | null): OfficeEvent[] {
    const member = this.core.batchRows.memberOf(taskId)
    const batch = member && this.core.batchRows.one(member.batch_id)
    if (!member || !batch) return []
    const isSuccess = state === 'success'
    if (batch.completion === taskId) return this.#finish(batch, endingOf(state), reason, taskId)
    this.core.batchRows.count(batch.id, 1, isSuccess ? 1 : 0)
    const all = { ...batch, ended: batch.ended + 1, succeeded: batch.succeeded + (isSuccess ? 1 : 0) }
    if (batch.state !== 'running') return []
    if (batch.kind === 'chain') return this.#stepEnded(all, member, state, result, reason)
    if (reason) this.#note(batch, taskId, reason)
    if (batch.kind === 'chord' && !isSuccess) return this.#breakOff(all, member, state, reason)
    if (all.ended < all.size) return []
    if (batch.kind === 'group') {
      const broken = wasTakenBack(batch) ? 'revoked' : 'failure'
      return this.#finish(all, all.succeeded === all.size ? 'success' : broken, null, taskId)
    }
    const failed = this.core.batchRows
      .from(batch.id, 0)
      .find((one) => one.position < batch.size && one.state !== 'success')
    if (failed) return this.#breakOff(all, failed, failed.state, null)
    const completion = this.core.batchRows.at(batch.id, batch.size)
    const results = this.core.batchRows.from(batch.id, 0).slice(0, batch.size).map(resultOf)
    return completion ? handOver(this.core, this.endings(), completion, results) : []
  }

  #stepEnded(
    batch: BatchRow,
    member: MemberRow,
    state: TaskState,
    result: string | null,
    reason: Reason | null,
  ): OfficeEvent[] {
    if (state !== 'success') return this.#breakOff(batch, member, state, reason)
    const next = this.core.batchRows.at(batch.id, member.position + 1)
    if (!next) return this.#finish(batch, 'success', null, member.id)
    const value: unknown = result === null ? null : JSON.parse(unpack(result))
    return handOver(this.core, this.endings(), next, value)
  }

  /** What waited for this member ends with it, and says whose end it was. */
  #breakOff(batch: BatchRow, member: MemberRow, state: TaskState, reason: Reason | null): OfficeEvent[] {
    if (reason) this.#note(batch, member.id, reason)
    const ending = wasTakenBack(batch) || state === 'revoked' ? 'revoked' : 'failure'
    const events: OfficeEvent[] = []
    const broken: Reason = { code: 'engine.batch_broken', params: { id: member.id } }
    for (const later of this.core.batchRows.from(batch.id, batch.kind === 'chord' ? batch.size : member.position + 1)) {
      if (later.state !== 'waiting' || later.due_at !== null) continue
      events.push(...endHeld(this.core, this.endings(), later, ending, broken))
      if (later.id !== batch.completion) this.core.batchRows.count(batch.id, 1, 0)
    }
    return [...events, ...this.#finish(batch, ending, null, member.id)]
  }

  #note(batch: BatchRow, taskId: number, reason: Reason): void {
    const error: Reason = { code: 'engine.batch_member_failed', params: { id: taskId, found: reason.code } }
    this.core.batchRows.fail(batch.id, JSON.stringify(error))
  }

  #finish(
    batch: BatchRow,
    state: 'success' | 'failure' | 'revoked',
    reason: Reason | null,
    taskId: number,
  ): OfficeEvent[] {
    if (reason) this.#note(batch, taskId, reason)
    this.core.batchRows.finish(batch.id, state, this.core.clock.now())
    return [{ type: 'batch_ended', id: batch.id }]
  }

  /** Takes back every member that has not ended; with `terminate` those that run are ended by force. */
  revoke(write: Write, batchId: number, options: { terminate: boolean }): { revoked: number; running: number } {
    const batch = this.core.batchRows.one(batchId)
    if (!batch) throw new Problem('engine.no_such_batch', { id: batchId }, { kind: 'not_found' })
    const reason: Reason = { code: 'engine.batch_revoked', params: { by: write.actor } }
    if (batch.state === 'running') this.core.batchRows.fail(batchId, JSON.stringify(reason))
    let running = 0
    const before = batch.ended
    for (const member of this.core.batchRows.from(batchId, 0))
      if (revokeTask(this.core, this.endings(), write, member.id, { reason, ...options }).running) running++
    if (running === 0) this.core.batchRows.finish(batchId, 'revoked', write.now)
    return { revoked: (this.core.batchRows.one(batchId)?.ended ?? before) - before, running }
  }

  /** A member that had failed is put back to work: what had ended with it waits for it again. */
  reopened(taskId: number): void {
    const member = this.core.batchRows.memberOf(taskId)
    const batch = member && this.core.batchRows.one(member.batch_id)
    if (!member || !batch) return
    if (isBroken(member.error)) {
      const first: Reason = JSON.parse(member.error ?? '{}')
      throw new Problem('engine.batch_waits', { id: taskId, first: first.params.id ?? null }, { kind: 'conflict' })
    }
    this.core.batchRows.reopen(batch.id)
    if (taskId !== batch.completion) this.core.batchRows.count(batch.id, -1, 0)
    for (const later of this.core.batchRows.from(batch.id, batch.kind === 'chord' ? batch.size : member.position + 1)) {
      if (!isBroken(later.error)) continue
      this.core.batchRows.hold(later.id)
      if (later.id !== batch.completion) this.core.batchRows.count(batch.id, -1, 0)
      this.core.counts.move(later.name_id, later.queue_id, later.state, 'waiting')
      this.core.events.taskChanged(later.id)
    }
  }

  /**
   * A step or completion that was put back to work before it ever ran is held again, and let go with what came before it:
   * now, where that has succeeded. False where it does not wait for another.
   */
  waitsAgain(taskId: number): boolean {
    const member = this.core.batchRows.memberOf(taskId)
    const batch = member && this.core.batchRows.one(member.batch_id)
    if (!member || !batch || member.attempt > 0) return false
    const isCompletion = batch.completion === taskId
    if (!isCompletion && (batch.kind !== 'chain' || member.position === 0)) return false
    this.core.batchRows.hold(taskId)
    this.core.counts.move(member.name_id, member.queue_id, member.state, 'waiting')
    this.core.events.taskChanged(taskId)
    const before = isCompletion
      ? this.core.batchRows.from(batch.id, 0).slice(0, batch.size)
      : [this.core.batchRows.at(batch.id, member.position - 1)].filter((one) => one !== undefined)
    if (before.some((one) => one.state !== 'success')) return true
    const held = { ...member, state: 'waiting' as const, due_at: null }
    const values = before.map(resultOf)
    const events = handOver(this.core, this.endings(), held, isCompletion ? values : values[0])
    this.core.afterCommit.add(() => {
      for (const event of events) this.core.events.emit(event)
    })
    return true
  }

  /** What a held task waits for; null where nothing holds it. */
  holds(taskId: number): Reason | null {
    const member = this.core.batchRows.memberOf(taskId)
    if (member?.state !== 'waiting' || member.due_at !== null) return null
    const batch = this.core.batchRows.one(member.batch_id)
    if (batch?.completion === taskId)
      return { code: 'engine.waits_for_members', params: { ended: batch.ended, size: batch.size } }
    const before = this.core.batchRows.at(member.batch_id, member.position - 1)
    return { code: 'engine.waits_for_step', params: { id: before?.id ?? null } }
  }
}

const endingOf = (state: TaskState) => (state === 'success' || state === 'revoked' ? state : 'failure')

/** As a whole, by somebody: whatever its members come to. */
const wasTakenBack = ({ error }: BatchRow): boolean =>
  error !== null && (JSON.parse(error) as Reason).code === 'engine.batch_revoked'

const isBroken = (error: string | null): boolean =>
  error !== null && (JSON.parse(error) as Reason).code === 'engine.batch_broken'

const resultOf = ({ result }: MemberRow): unknown => (result === null ? null : JSON.parse(unpack(result)))
