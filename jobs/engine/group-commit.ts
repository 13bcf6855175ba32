import type { Db } from '../../db/open'
import { faultPoint } from '../values/faults'
import type { Problem } from '../values/problem'
import { asProblem } from './write-problem'

/** One member of a group: what it writes, and who is answered after the commit. */
export type Member = {
  /** Tasks it stands for: a message with fifty results weighs fifty. */
  weight: number
  /** `own`: in a savepoint of its own. `bare`: it cannot throw, or guards its parts itself. */
  savepoint: 'own' | 'bare'
  work: () => void
  /** After the commit, in order. */
  committed: () => void
  failed: (error: unknown) => void
}

export type GroupHooks = {
  /** Inside the transaction, after the members: claims join the group they follow from. */
  beforeCommit: () => void
  /** After the commit and the answers: deliveries and events go out. */
  afterCommit: () => void
  /** The transaction is gone, and with it all that was gathered for it. */
  discarded: () => void
  /** The work of a savepoint was undone. */
  undone: () => void
  /** A member's work stands. */
  kept: () => void
}

/**
 * Two full batches, one of each slot: where both reply during one fsync they share the next. A larger
 * group shares one fsync among more: at 500, with batches of 250, the least wall time of a drained no-op fell by half.
 */
const MAX_WEIGHT = 500
const RETRY_MS = 1000

/**
 * Group commit without a timer: whatever has arrived at the end of the turn (`setImmediate`) shares one transaction.
 * A window of 2 ms was tried and cut awaited enqueues from 4,500 to 380 a second.
 */
export class GroupCommit {
  #waiting: Member[] = []
  #scheduled = false
  #closed: Problem | null = null
  readonly #db: Db
  readonly #hooks: GroupHooks
  readonly #begin
  readonly #commit
  readonly #rollback
  readonly #savepoint
  readonly #release
  readonly #undo

  constructor(db: Db, hooks: GroupHooks) {
    this.#db = db
    this.#hooks = hooks
    this.#begin = db.prepare('begin immediate')
    this.#commit = db.prepare('commit')
    this.#rollback = db.prepare('rollback')
    this.#savepoint = db.prepare('savepoint member')
    this.#release = db.prepare('release member')
    this.#undo = db.prepare('rollback to member')
  }

  get idle(): boolean {
    return this.#waiting.length === 0 && !this.#scheduled
  }

  add(member: Member): void {
    if (this.#closed) {
      const closed = this.#closed
      queueMicrotask(() => member.failed(closed))
      return
    }
    this.#waiting.push(member)
    this.wake()
  }

  /** Has a group run at the end of this turn, even without members, for claims. */
  wake(): void {
    if (this.#scheduled || this.#closed) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#run()
    })
  }

  /** Commits what waits and refuses what comes after. */
  close(reason: Problem): void {
    while (this.#waiting.length && !this.#closed) this.#run()
    this.#closed = reason
  }

  #run(): void {
    if (this.#closed) return
    const group = this.#take()
    if (this.#waiting.length) this.wake()
    const outcome = this.#attempt(group)
    if (outcome !== 'gone') return
    setTimeout(() => this.wake(), RETRY_MS).unref() // for the claims that were discarded with it
    // The transaction is gone with all its savepoints (SQLITE_FULL, SQLITE_IOERR): nobody has been answered, so each
    // member is tried again alone, and only the one that cannot be written fails.
    if (group.length > 1) {
      for (const member of group) this.#attempt([member])
    }
  }

  #take(): Member[] {
    let weight = 0
    let count = 0
    for (const member of this.#waiting) {
      if (count > 0 && weight + member.weight > MAX_WEIGHT) break
      weight += member.weight
      count++
    }
    return this.#waiting.splice(0, count)
  }

  #attempt(group: Member[]): 'done' | 'gone' {
    const failures: [Member, unknown][] = []
    const kept: Member[] = []
    try {
      this.#begin.run()
      for (const member of group) {
        const failure = this.#perform(member)
        if (failure) failures.push([member, failure.error])
        else kept.push(member)
      }
      this.#hooks.beforeCommit()
      faultPoint('engine.before_commit')
      this.#commit.run()
    } catch (error) {
      if (this.#db.inTransaction) this.#rollback.run()
      this.#hooks.discarded()
      if (group.length > 1) return 'gone'
      for (const member of group) member.failed(asProblem(error, this.#db))
      return 'gone'
    }
    faultPoint('engine.after_commit')
    for (const [member, error] of failures) member.failed(asProblem(error, this.#db))
    for (const member of kept) member.committed()
    this.#hooks.afterCommit()
    return 'done'
  }

  #perform(member: Member): { error: unknown } | null {
    if (member.savepoint === 'bare') {
      member.work()
      this.#hooks.kept()
      return null
    }
    this.#savepoint.run()
    try {
      member.work()
      this.#release.run()
      this.#hooks.kept()
      return null
    } catch (error) {
      if (!this.#db.inTransaction) throw error
      this.#undo.run()
      this.#release.run()
      this.#hooks.undone()
      return { error }
    }
  }
}
